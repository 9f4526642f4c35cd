"""Disks that are full or only to be read, stores that are damaged or shared, and names that others take otherwise."""

import errno
import itertools
import os
import re
import resource
import time
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.engine.faults.conftest import TRACEBACK

COUNT = itertools.count()
pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and links of a file system of Unix")


@pytest.fixture(scope="module")
def built(new_deck):
    """A deck that was built; tests leave its content as it is."""
    deck = new_deck()
    assert deck.build().code == 0
    return deck


def change(deck) -> None:
    """Let the next build have something to do: a snippet to run, a format to make."""
    deck.write("snippets/bom.py", f"# %% a\nprint('outro', {next(COUNT)})\n")


def restore(deck) -> None:
    deck.write("snippets/bom.py", "# %% a\nprint('bom')\n")


# Where a write fails: what the path of the file must contain, and how.
WRITES = {
    "result": ("/store/results/", errno.ENOSPC),
    "recipe": ("/store/recipes/", errno.EROFS),
    "seconds": ("/store/.seconds", errno.EACCES),
    "stage": ("-stage-", errno.ENOSPC),
    "deck": ("/dist/", errno.EROFS),
    "record": ("/store/builds/", errno.EDQUOT),
}


@pytest.mark.parametrize("name", WRITES)
def test_a_disk_that_takes_nothing_leaves_the_last_deck(built, monkeypatch, name):
    before, write = built.files(), Path.write_bytes
    place, code = WRITES[name]

    def refuse(path, data):
        if place in str(path):
            raise OSError(code, os.strerror(code), str(path))
        return write(path, data)

    change(built)
    (built.root / ".cache" / "store" / "seconds.json").unlink(missing_ok=True)  # the same seconds are not written
    try:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", refuse)
            said = built.build()
        assert said.code == 3, said.text
        assert re.search(rf"^build\.py: {os.strerror(code)} \(.+\); the deck is as it was$", said.text, re.M)
        assert TRACEBACK not in said.text
        assert built.files() == before
        assert built.left_over() == []
    finally:
        restore(built)
    assert built.build().code == 0
    assert built.files() == before


def test_a_limit_of_the_size_of_a_file_leaves_the_last_deck(built):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    before = built.files()
    change(built)
    try:
        said = built.command(preexec_fn=limit)
    finally:
        restore(built)
    assert said.code in (1, 3), said.text
    assert TRACEBACK not in said.text
    assert re.search(r"the deck is as it was\.?$", said.text)
    assert built.files() == before
    assert built.build().code == 0


@pytest.mark.parametrize("option", ["--out", "--store"])
@pytest.mark.parametrize("below", ["", "/mais"], ids=["file", "below_a_file"])
def test_a_folder_that_is_a_file_is_told(built, tmp_path, option, below):
    (tmp_path / "x").write_text("meu", "utf-8")
    said = built.command("deck", option, f"{tmp_path}/x{below}")
    assert said.code == 3, said.text
    assert re.search(r"^build\.py: (Not a directory|File exists) \(.+\); the deck is as it was$", said.text, re.M)
    assert TRACEBACK not in said.text
    assert (tmp_path / "x").read_text("utf-8") == "meu"


def test_a_folder_where_a_file_of_the_deck_goes_is_told(deck):
    (deck.root / "dist" / "deck.html").mkdir(parents=True)
    said = deck.build()
    assert (said.code, TRACEBACK in said.text) == (3, False)
    assert re.search(r"^build\.py: Is a directory \(.+\); the deck is as it was$", said.text, re.M)
    assert deck.files() == {}
    (deck.root / "dist" / "deck.html").rmdir()
    assert deck.build().code == 0


DAMAGE = [("results", b""), ("results", b"[]"), ("results", b'{"cells": 5}'), ("results", b"\xff\x00"),
          ("recipes", b""), ("recipes", b"5"), ("recipes", b'"x"'), ("recipes", b"[5]")]  # fmt: skip


@pytest.mark.parametrize(("kind", "content"), DAMAGE, ids=range(len(DAMAGE)))
def test_a_damaged_store_is_made_again(built, kind, content):
    before = built.files()
    for path in (built.root / ".cache" / "store" / kind).iterdir():
        path.write_bytes(content)
    (built.root / "dist" / "deck.md").unlink()
    said = built.build()
    assert (said.code, TRACEBACK in said.text) == (0, False), said.text
    assert "ran bom" in said.text
    assert built.files() == before


def test_two_decks_that_share_a_store_do_not_share_results(new_deck, tmp_path):
    decks = {"um": new_deck(), "dois": new_deck()}
    for name, deck in decks.items():
        deck.write("snippets/dados.csv", name)
        deck.write("snippets/bom.py", "# %% a\nprint(open('da' + 'dos.csv').read())\n")
        said = deck.command("deck", "--store", str(tmp_path / "s"))
        assert said.code == 0, said.text
        assert deck.slides()["Bom"].endswith(name)


# What a snippet asks of a file that is not there, and then is.
ABSENT = {
    "exists": "from pathlib import Path\nprint(Path('da' + 'dos.csv').exists())",
    "opened": "try:\n    print(bool(open('da' + 'dos.csv')))\nexcept OSError:\n    print(False)",
    "named": "from pathlib import Path\nprint(Path('dados.csv').exists())",
    "listed": "import os\nprint('dados.csv' in os.listdir())",
}
MARKS = {"exists": "os.stat has no audit event: only a hook in os.stat or the names of all files would show it"}


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=pytest.mark.xfail(reason=MARKS[n]) if n in MARKS else ()) for n in ABSENT]
)
def test_a_data_file_that_appears_is_seen(deck, name):
    deck.write("snippets/bom.py", f"# %% a\n{ABSENT[name]}\n")
    assert deck.build().code == 0
    assert deck.slides()["Bom"].endswith("False")
    deck.write("snippets/dados.csv", "1")
    assert deck.build().code == 0
    assert deck.slides()["Bom"].endswith("True")


STRANGE = {
    "link_to_nothing": lambda path: path.symlink_to("nada"),
    "lock_of_emacs": lambda path: path.with_name(".#bom.py").symlink_to("ana@pc.123"),
    "link_to_itself": lambda path: path.symlink_to(path.name),
    "link_to_its_folder": lambda path: path.symlink_to("."),
    "pipe": os.mkfifo,
    "folder_of_python": lambda path: path.with_name("x.py").mkdir(),
    "hidden": lambda path: path.with_name(".DS_Store").write_bytes(b"\xff\x00"),
    "bytes_as_name": lambda path: Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff.csv")).write_text("1"),
    "long_name": lambda path: path.with_name("x" * 250 + ".csv").write_text("1"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_strange_files_beside_the_sources_do_no_harm(built, name):
    before = built.files()
    made = []
    for folder in (built.root / "snippets", built.root / "slides"):
        there = {*folder.iterdir()}
        STRANGE[name](folder / "estranho")
        made += {*folder.iterdir()} - there
    try:
        said = built.command() if name == "pipe" else built.build()  # a pipe may block
        assert (said.code, TRACEBACK in said.text) == (0, False), said.text
        assert built.files() == before
    finally:
        for path in made:
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


NAMES = ["a b", "ação", "a.b", "a#b", "a%20b", "a(b)", "a[b]", "a'b", "a&b", "a,b", "-a", "$a", "`a`", "CON", "a*b",
         "a?b", "a|b", "a<b>", 'a"b', "a\\b", "日本"]  # fmt: skip


@pytest.fixture(scope="module")
def named(new_deck):
    """A deck with a snippet of each name, which reads data of that name, and shows a cell of that name."""
    deck = new_deck()
    slides = []
    for number, name in enumerate(NAMES):
        word = repr(name)
        code = f"# %% {name}\nprint(open({name + '.csv'!r}).read())\n\n# %% d-{name}\nimport matplotlib.pyplot as plt\n"
        deck.write(f"snippets/{name}.py", code + f"_ = plt.subplots()[1].set_title({number})\n")
        deck.write(f"snippets/{name}.csv", f"dado {number}")
        cells = f'{{{{ output({word}, {word}) }}}}\n\n{{{{ figure({word}, {"d-" + name!r}, alt="Um desenho.") }}}}'
        slides.append(f"# N{number}\n\n{cells}\n")
    deck.write("slides/01_nomes.md.j2", "\n---\n\n".join(slides))
    return deck, deck.build()


def test_a_deck_with_hard_names_is_built(named):
    _, said = named
    assert (said.code, TRACEBACK in said.text) == (0, False), said.text


@pytest.mark.parametrize("name", NAMES)
def test_a_snippet_with_a_hard_name_is_shown_and_its_notebook_linked(named, name):
    deck, said = named
    assert said.code == 0
    number = NAMES.index(name)
    shown = deck.slides()[f"N{number}"]
    assert f"dado {number}\n" in shown and "Um desenho." in shown
    html = (deck.root / "dist" / "deck.html").read_text("utf-8")
    links = {unquote(link) for link in re.findall(r'href="(notebooks/[^"]+)"', html)}
    assert all((deck.root / "dist" / link.replace("&amp;", "&").replace("&#39;", "'")).is_file() for link in links)
    assert (deck.root / "dist" / "notebooks" / f"{name}.ipynb").is_file()


def test_a_name_of_a_cell_that_is_metadata_is_told(deck):
    deck.write("snippets/bom.py", "# %% a=b\nprint(1)\n")
    said = deck.build()
    assert (said.code, TRACEBACK in said.text) == (1, False)
    assert re.search(r"snippets/bom\.py:1\n.*\n +\^ a cell without a name", said.text)
    assert "KeyError" not in said.text


def test_of_two_builds_at_once_one_says_so(deck, tmp_path):
    code = "from pathlib import Path\nPath('ON').touch()\nwhile not Path('GO').exists():\n    time.sleep(0.05)"
    code = code.replace("ON", str(tmp_path / "on")).replace("GO", str(tmp_path / "go"))
    deck.write("snippets/bom.py", f"# %% a\nimport time\n{code}\nprint('bom')\n")
    with deck.start() as first:
        while not (tmp_path / "on").exists():
            assert first.poll() is None
            time.sleep(0.05)
        other = deck.command()
        (tmp_path / "go").touch()
        text = first.communicate(timeout=60)[0]
    assert other == (3, "build.py: another build of this deck is at work; wait until it has ended, or pass --out DIR\n")
    assert first.returncode == 0, text
