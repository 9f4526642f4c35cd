"""Handout, notes, site and PPTX of a small deck with every format."""

import io
import re
import shutil
import subprocess
import zipfile
from types import SimpleNamespace

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from engine.formats.context import FormatContext
from tests.project import NUMBERS, Project

PARTS = {
    "00_capa": "<!-- _class: title -->\n\n# Curso de números\n\n<!--\nBoas-vindas.\n\nPergunte: por quê?\n-->\n",
    "01_numeros": "<!-- _class: part -->\n\n# Números & contas\n\n---\n\n## Metade de **um**\n\n~~~\n---\n~~~\n\n"
    '{{ output("numeros", "conta") }}\n\n'
    "<!--\nA conta usa `print`.\n\nPergunte: quanto é 1 < 2? (Verdade:\n`True`.)\n-->\n\n---\n\n"
    '## Figura\n\n{{ figure("numeros", "desenho", alt="Um gráfico vazio, só com o título.") }}\n\n'
    '{{ table("numeros", "tabela") }}\n\n### Para pensar\n\n1) Quanto é *um*?\n   * É `um`\n2) E dois?\n   * Dois\n\n'
    "<!--\nFim da parte.\n-->\n",
}


@pytest.fixture(scope="module")
def full(tmp_path_factory, root):
    """A project with every format, in a repository with one commit."""
    project = Project(tmp_path_factory.mktemp("full"), root)
    project.write("snippets/numeros.py", NUMBERS)
    project.write("slides/deck.toml", (project.root / "slides/deck.toml").read_text() + 'license = "CC BY 4.0."\n')
    for name, text in PARTS.items():
        project.write(f"slides/{name}.md.j2", text)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b"]
    for words in (["init", "-q"], ["add", "slides"], ["commit", "-qm", "um", "--date", "2024-05-06T12:00:00Z"]):
        env = {"GIT_COMMITTER_DATE": "2024-05-06T12:00:00Z", "PATH": "/usr/bin:/bin"}
        subprocess.run([*git, *words], cwd=project.root, check=True, env=env)
    done = project.build("--formats", "all")
    assert done.returncode == 0, done.stderr
    project.said = done.stdout
    return project


@pytest.fixture(scope="module")
def dist(full):
    return full.root / "dist"


def test_all_gives_every_format(full, dist):
    made = {path.name for path in dist.iterdir()}
    assert made == {
        "apostila.pdf", "contact.png", "deck.html", "deck.md", "deck.pdf", "deck.pptx", "figures", "index.html",
        "notas.md", "notebooks", "notebooks.zip", "perguntas.html", "perguntas.tsv", "png",
    }  # fmt: skip
    for name in ("deck.pptx", "apostila.pdf", "index.html", "notebooks.zip"):
        assert f"dist/{name}" in full.said


def test_the_handout_is_a4_with_slide_and_notes_on_a_page_and_page_numbers(dist):
    pdf = PdfReader(dist / "apostila.pdf")
    for page in pdf.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    texts = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert len(texts) == 4
    assert "metade: 0.5" in texts[2] and "A conta usa print" in texts[2]
    assert all(f"{number} / 4" in text for number, text in enumerate(texts, 1))


def test_the_contents_of_the_handout_name_the_page_of_each_part(dist):
    pdf = PdfReader(dist / "apostila.pdf")
    contents = pdf.pages[0].extract_text()
    named = re.findall(r"^(\d) (\w.+) (\d+)$", contents, re.M)
    assert [(number, title) for number, title, _ in named] == [("0", "Curso de números"), ("1", "Números & contas")]
    for number, title, page in named:
        assert f"{number}. {title}" in pdf.pages[int(page) - 1].extract_text()
    assert "CC BY 4.0." in contents


def test_the_handout_is_tagged_and_has_an_outline_by_slide(dist):
    with pikepdf.open(dist / "apostila.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "pt-BR"
        assert str(pdf.docinfo["/Title"]) == "Curso: apostila"
        with pdf.open_outline() as outline:
            titles = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert titles == [
        ("Curso", []),
        ("Conteúdo", []),
        ("0. Curso de números", ["1. Curso de números"]),
        ("1. Números & contas", ["2. Números & contas", "3. Metade de um", "4. Figura"]),
    ]


def test_a_figure_of_the_handout_keeps_its_alt_text_and_its_words(dist):
    assert b"Um gr" in undone(dist / "apostila.pdf")
    assert "Erro de \N{MINUS SIGN}0,5" in PdfReader(dist / "apostila.pdf").pages[-1].extract_text()


def undone(path):
    with pikepdf.open(path) as pdf:
        alts = [o.Alt for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    return b"\n".join(str(alt).encode() for alt in alts)


def test_the_notes_are_one_text_by_part_and_slide(dist):
    text = (dist / "notas.md").read_text("utf-8")
    assert text.startswith(
        "# Curso: notas de quem apresenta\n\n## 0. Curso de números\n\n### Slide 1: Curso de números\n"
    )
    assert "\n### Slide 3: Metade de um\n\nA conta usa `print`.\n" in text
    assert "Boas-vindas.\n\nPergunte: por quê?\n" in text


def test_notes_are_read_as_the_presenter_sees_them():
    html = '<div class="bespoke-marp-note" data-index="2" tabindex="0"><p>Um &amp; dois.\n\nTrês\nquatro.</p></div>'
    assert vars(FormatContext)["notes"].func(SimpleNamespace(html=html)) == {3: ["Um & dois.", "Três quatro."]}


def test_the_pptx_has_a_picture_of_each_slide_and_its_notes(dist):
    archive = zipfile.ZipFile(dist / "deck.pptx")
    slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(slides) == 4
    notes = "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("ppt/notesSlides/notes"))
    assert "A conta usa" in notes and "Pergunte: por quê?" in notes
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_links_of_the_pdf_to_files_of_the_build_name_no_folder_of_this_machine(full, dist):
    data = dist.joinpath("deck.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
        addresses = {str(note.A.URI) for note in notes if "/URI" in note.A}
    assert addresses == {"./notebooks/numeros.ipynb"}


def test_the_outline_of_the_pdf_says_what_a_title_stresses(dist):
    with pikepdf.open(dist / "deck.pdf") as pdf, pdf.open_outline() as outline:
        titles = [child.title for item in outline.root for child in item.children]
    assert "Metade de um" in titles


def test_a_second_build_gives_the_same_bytes(full, root, tmp_path):
    again = Project(tmp_path, root)
    for name in ("slides", "snippets", ".git"):
        shutil.copytree(full.root / name, again.root / name, dirs_exist_ok=True)
    done = again.build("--formats", "all", "--store", str(full.root / ".cache" / "store"))
    assert done.returncode == 0, done.stderr
    first, second = full.root / "dist", again.root / "dist"
    files = {p.relative_to(first).as_posix() for p in first.rglob("*") if p.is_file()}
    assert files == {p.relative_to(second).as_posix() for p in second.rglob("*") if p.is_file()}
    assert [name for name in sorted(files) if (first / name).read_bytes() != (second / name).read_bytes()] == []


def test_png_gives_a_picture_of_each_slide_and_one_of_all(dist):
    pictures = sorted(path.name for path in (dist / "png").iterdir())
    assert pictures == [f"{number:03d}.png" for number in range(1, len(pictures) + 1)]
    assert len(pictures) == (dist / "deck.html").read_text("utf-8").count("<section")
    slide = Image.open(dist / "png" / "002.png")
    assert slide.size == (1280, 720)
    assert len(slide.convert("RGB").getcolors(1 << 20)) > 50  # something is on it
    with Image.open(dist / "contact.png") as sheet:
        assert sheet.size[0] > 1900


def test_pictures_show_letters_and_no_buttons_of_the_player(dist):
    picture = Image.open(dist / "png" / "003.png").convert("L")
    title = picture.crop((64, 80, 500, 150))
    assert title.getextrema()[0] < 80  # dark letters
    # The player's bar is dark, wide, and in the middle; the link to the notebook stands on the left, a line below.
    assert picture.crop((400, 660, 1000, 714)).getextrema()[0] > 200


def test_the_site_shows_parts_downloads_and_what_it_was_made_with(dist, root):
    page = (dist / "index.html").read_text("utf-8")
    for title, slide in (("Curso de números", 1), ("Números &amp; contas", 2)):
        assert re.search(rf'<a href="deck\.html#{slide}"><span>\d</span>{title}</a>', page)
    assert 'href="deck.html#4"' in page  # the small picture of the second part is its figure
    for name in ("deck.html", "deck.pdf", "deck.pptx", "apostila.pdf", "notas.md", "notebooks.zip"):
        assert f'<a href="{name}"' in page
    assert 'href="notebooks/numeros.ipynb"' in page
    keras = re.search(r"^keras==(\S+)", (root / "requirements.lock").read_text("utf-8"), re.M).group(1)
    assert f"Keras {keras}" in page and "06/05/2024" in page and "CC BY 4.0." in page
    assert len(page.encode()) < 300_000


def test_a_new_commit_makes_the_site_anew_and_nothing_else(full):
    fresh = full.build("--formats", "all").stdout
    assert fresh.startswith("nothing changed")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "dois"], cwd=full.root, check=True)
    assert full.build().stdout.startswith("nothing changed")
    assert not full.build("--formats", "site").stdout.startswith("nothing changed")


def test_each_question_with_an_answer_is_on_the_page_and_a_card(dist, context_of_browser):
    lines = (dist / "perguntas.tsv").read_text("utf-8").splitlines()
    assert lines[:3] == ["#separator:tab", "#html:true", "#tags column:3"]
    assert lines[3:] == [
        "quanto é 1 &lt; 2?\tVerdade: `True`. (slide 3)\t1",
        "Quanto é um?\tÉ um (slide 4)\t1",
        "E dois?\tDois (slide 4)\t1",
    ]  # the question of the cover has no answer
    with context_of_browser.new_page() as page:
        page.goto((dist / "perguntas.html").as_uri())
        assert page.locator("details[open]").count() == 0
        page.locator("summary", has_text="quanto é 1 < 2?").click()
        assert page.locator("details[open] p").text_content() == "Verdade: `True`. Slide 3"
        assert page.locator("details[open] a").get_attribute("href") == "deck.html#3"
