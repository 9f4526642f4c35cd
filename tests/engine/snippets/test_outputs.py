import tempfile
from pathlib import Path

import pytest

from engine.core.paths import ROOT
from engine.snippets.outputs import mask_folders, strip_machine_details


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "from 'k' (/home/x/.venv/lib/python3.11/site-packages/keras/models/__init__.py)",
            "from 'k' (…/keras/models/__init__.py)",
        ),
        ('File "/home/ana/meu projeto/site-packages/keras/a.py"', 'File "…/keras/a.py"'),
        (r"C:\Users\x\site-packages\keras\a.py", r"…\keras\a.py"),
        ("<function f at 0x7f00aabbccdd>", "<function f at 0x…>"),
        ("\x1b[1mInput\x1b[0m", "Input"),
        ("data/x.csv", "data/x.csv"),
    ],
)
def test_a_message_says_nothing_of_the_machine(text, shown):
    assert strip_machine_details(text) == shown


@pytest.mark.parametrize("folder", ["nova pasta (1) ção & cia", "it's"])
def test_a_folder_of_packages_is_left_out_whatever_its_name(tmp_path, monkeypatch, folder):
    packages = tmp_path / folder / "lib" / "site-packages"
    monkeypatch.syspath_prepend(packages)
    assert strip_machine_details(f'File "{packages}/keras/a.py"') == 'File "…/keras/a.py"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{home}/.keras/x.keras", "…/.keras/x.keras"),
        ("{tmp}/deck-12-kernel-ab_c1/run/a/x.csv", "…/a/x.csv"),
        ("'{root}'.", "'…'."),
        ("{deck}/x.csv", "…/x.csv"),
        ("{home}s/x and /a{home}/x", "{home}s/x and /a{home}/x"),
    ],
)
def test_each_folder_of_the_machine_is_masked_and_no_part_of_another_name(text, shown, tmp_path):
    folders = {"home": Path.home(), "tmp": tempfile.gettempdir(), "root": ROOT, "deck": tmp_path / "a (1) & b"}
    assert mask_folders(text.format(**folders), folders["deck"]) == shown.format(**folders)


def test_a_home_that_is_the_root_masks_no_path(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/"))
    assert mask_folders("/dados/x.csv") == "/dados/x.csv"
