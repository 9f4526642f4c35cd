import re

import pytest

from engine.slides.course import read_course
from engine.slides.parts import read_parts, slide_titles
from engine.slides.render import render_deck


def parts(project, **texts):
    for name, text in texts.items():
        project.write(f"slides/{name}.md.j2", text)
    return read_parts(project.root)


def rendered(project):
    deck = render_deck(project.root, {}, {})
    return deck, deck.problems


def test_slides_are_numbered_through_all_parts_and_named_by_their_first_heading(project):
    (first, second), problems = parts(project, **{"00_a": "# A\n\n---\n\n## B *c*\n### d\n", "01_b": "---\n## E\n"})
    assert problems == []
    assert [str(s) for s in first.slides] == ['slide 1 "A"', 'slide 2 "B c"']
    assert [str(s) for s in second.slides] == ["slide 3", 'slide 4 "E"']
    assert (second.number, second.title, second.first_slide) == ("1", "E", 3)


def test_a_rule_within_a_fence_begins_no_slide(project):
    (part,), _ = parts(project, **{"00_a": "# A\n```\n---\n# no\n```\n"})
    assert len(part.slides) == 1


def test_python_typed_by_hand_is_refused(project):
    _, problems = parts(project, **{"00_a": "# A\n\n```python\nprint(1)\n```\n\n```{python}\n```\n\n```text\n```\n"})
    message = 'Python typed by hand; put it into a snippet and show it with {{ code("snippet", "cell") }}'
    assert [str(p) for p in problems] == [
        f'slides/00_a.md.j2:3  (slide 1 "A")\n    ```python\n    ^ {message}',
        f'slides/00_a.md.j2:7  (slide 1 "A")\n    ```{{python}}\n    ^ {message}',
    ]


def test_what_no_slide_shows_is_told_only_when_every_part_could_be_rendered(project):
    project.write("snippets/x.py", "# %% a\nx = 1\n")
    snippets, _ = project.snippets()
    parts(project, **{"00_a": "# A\n"})
    assert [p.file for p in render_deck(project.root, snippets, {}).problems] == ["snippets/x.py"]
    for broken in ("# A\n{{ cod }}\n", "# A\n{{ code( }}\n"):
        parts(project, **{"00_a": broken})
        problems = render_deck(project.root, snippets, {}).problems
        assert [(p.file, p.line) for p in problems] == [("slides/00_a.md.j2", 2)]


def test_an_image_outside_of_the_slides_is_an_error_that_says_where_to_put_it(project):
    parts(project, **{"00_a": "# A\n\n![foto](../x.png)\n"})
    (project.root / "x.png").write_bytes(b"x")
    (problem,) = rendered(project)[1]
    assert problem.message == "slides/../x.png is outside of slides/; put the image there"


def test_a_missing_image_is_an_error(project):
    parts(project, **{"00_a": "# A\n\n---\n\n## B\n\n![foto](fotos/x.png)\n"})
    _, problems = rendered(project)
    assert [str(p) for p in problems] == [
        'slides/00_a.md.j2:7  (slide 2 "B")\n    ![foto](fotos/x.png)\n'
        "            ^ no image slides/fotos/x.png; draw it in a snippet and show it with figure(…)"
    ]


def test_an_image_of_the_slides_goes_into_the_deck(project):
    parts(project, **{"00_a": "# A\n\n![foto](fotos/x.png)\n"})
    (project.root / "slides" / "fotos").mkdir()
    (project.root / "slides" / "fotos" / "x.png").write_bytes(b"png")
    deck, problems = rendered(project)
    assert problems == []
    assert deck.images == {"images/fotos/x.png": b"png"}
    assert "![foto](images/fotos/x.png)" in deck.markdown


def test_the_front_matter_says_language_and_title(project):
    parts(project, **{"00_a": "# A\n"})
    deck, _ = rendered(project)
    front = deck.markdown.split("---")[1]
    for line in ('lang: "pt-BR"', 'title: "Curso"', 'author: "Alguém"', "paginate: true", 'theme: "aula"'):
        assert line in front


def test_parts_are_slides_of_one_deck_with_their_own_header(project):
    parts(project, **{"00_a": "# A\n", "01_b": "# B\n"})
    deck, _ = rendered(project)
    assert deck.markdown.count("\n---\n") == 2  # the end of the front matter, and one border
    assert '<!-- header: "**0** A" -->' in deck.markdown
    assert '<!-- header: "**1** B" -->' in deck.markdown


def test_slides_without_a_step_show_the_bar_of_their_part(project):
    text = (project.root / "slides" / "deck.toml").read_text("utf-8") + '\nappendix_steps = ["ler", "sair"]\n'
    project.write("slides/deck.toml", text)
    step = '# {}\n\n---\n\n{{{{ step("{}") }}}}\n\n## X\n'
    parts(project, **{"00_a": "# A\n", "01_b": step.format("B", "modelo"), "02_c": step.format("C", "sair")})
    deck, problems = rendered(project)
    bars = re.findall(r'<!-- (_?header): "\*\*(\d)\*\* \w+<span class=\\"steps\\">(.*?)</span>" -->', deck.markdown)
    assert problems == []
    assert [(*each, re.sub(r"<[^>]*>", " ", bar).split()) for *each, bar in bars] == [
        ("header", "1", ["dados", "modelo"]),
        ("_header", "1", ["dados", "modelo"]),
        ("header", "2", ["ler", "sair"]),
        ("_header", "2", ["ler", "sair"]),
    ]
    assert ["<b>" in bar for *_, bar in bars] == [False, True, False, True]


def test_a_template_knows_the_course_and_the_parts(project):
    parts(
        project, **{"00_a": "# {{ course.title }}\n{% for p in parts %}{{ p.title }};{% endfor %}\n", "01_b": "# B\n"}
    )
    assert "# Curso\n{{ course.title }};B;" in rendered(project)[0].markdown


def test_no_part_at_all_is_an_error(project):
    _, problems = read_parts(project.root)
    assert [str(p) for p in problems] == ["slides\n    no part here; a part is a file such as 01_conceitos.md.j2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "this file is missing; it holds title, author, description, steps"),
        ("title = ", "not valid TOML: Invalid value (at end of document)"),
        (
            'title = "x"\nauthor = "y"\ndescription = "z"\n',
            'no key "steps"; write steps = …',
        ),
        (
            'title = ""\nauthor = ""\ndescription = ""\nsteps = []\nsetps = []\n',
            'no meaning for the key "setps"; did you mean "steps"? keys: title, author, description, steps,'
            " appendix_steps, parts, repository, license, cuts",
        ),
    ],
    ids=["missing", "not TOML", "key missing", "key unknown"],
)
def test_a_wrong_deck_toml_is_told_in_a_sentence(project, text, message):
    path = project.root / "slides" / "deck.toml"
    path.unlink() if text is None else path.write_text(text, "utf-8")
    assert list(map(str, read_course(project.root)[1])) == [f"slides/deck.toml\n    {message}"]


def test_a_part_is_numbered_as_its_first_slide_says(project):
    text = '<span class="number">Apêndice A</span>\n\n# Erros\n'
    ((part,), _) = parts(project, **{"12_erros": text})
    assert (part.number, part.title) == ("A", "Erros")


def test_parts_follow_the_order_of_deck_toml_and_are_numbered_by_it(project):
    for name in ("capa", "fim", "meio"):
        project.write(f"slides/{name}.md.j2", f"# {name.capitalize()}\n")
    found, problems = read_parts(project.root, ["capa", "meio", "fim"])
    assert problems == []
    assert [(part.number, part.title, part.first_slide) for part in found] == [
        ("0", "Capa", 1),
        ("1", "Meio", 2),
        ("2", "Fim", 3),
    ]


def test_a_part_that_the_order_lacks_or_does_not_find_is_told(project):
    parts(project, **{"00_a": "# A\n", "01_b": "# B\n"})
    _, problems = read_parts(project.root, ["00_a", "01_c"])
    assert [str(problem) for problem in problems] == [
        'slides/deck.toml\n    parts names "01_c", and slides/01_c.md.j2 is not there; did you mean "01_b"?',
        "slides/01_b.md.j2\n    parts in slides/deck.toml leaves this part out; name it there, or delete it",
    ]


def test_a_repository_must_be_one_and_gives_the_address_of_the_site(project):
    deck = (project.root / "slides" / "deck.toml").read_text("utf-8")
    project.write("slides/deck.toml", deck + 'repository = "github.com/a/b"\n')
    (problem,) = read_course(project.root)[1]
    assert str(problem) == (
        'slides/deck.toml\n    "github.com/a/b" is no repository; write https://github.com/owner/name'
    )
    project.write("slides/deck.toml", deck + 'repository = "https://github.com/Dono/curso"\n')
    assert read_course(project.root)[0].site == "https://dono.github.io/curso/"
    project.write("slides/deck.toml", deck)
    assert read_course(project.root)[0].site == ""


def test_titles_of_a_rendered_deck_are_read_after_its_front_matter():
    text = "---\nmarp: true\n---\n\n# A **b**\n\n---\n\nnada\n\n---\n\n## C\n"
    assert slide_titles(text) == ["A b", None, "C"]


def test_two_images_of_one_name_and_names_with_blanks_stay_apart(project):
    parts(
        project, **{"00_a": "# A\n\n![a](um/x.png) ![b](dois/x.png)\n\n![c](<minha foto.png>) ![d](minha%20foto.png)\n"}
    )
    for name, data in {"um/x.png": b"1", "dois/x.png": b"2", "minha foto.png": b"3"}.items():
        (project.root / "slides" / name).parent.mkdir(exist_ok=True)
        (project.root / "slides" / name).write_bytes(data)
    deck, problems = rendered(project)
    assert problems == []
    assert deck.images == {"images/um/x.png": b"1", "images/dois/x.png": b"2", "images/minha foto.png": b"3"}
    assert "![a](images/um/x.png) ![b](images/dois/x.png)" in deck.markdown
    assert "![c](images/minha%20foto.png) ![d](images/minha%20foto.png)" in deck.markdown


def test_code_and_what_looks_like_an_image_in_it_are_left_alone(project):
    text = "# A\n\nSão 5 % de `17 % n` e `![x](y.png)`.\n\n```text\n17 % n ![x](y.png)\n```\n"
    parts(project, **{"00_a": text})
    deck, problems = rendered(project)
    assert problems == []
    assert text in deck.markdown


@pytest.mark.parametrize("file", ["slides/00_a.md.j2", "slides/deck.toml"])
def test_a_source_that_is_not_utf_8_is_told(project, file):
    parts(project, **{"00_a": "# A\n"})
    (project.root / file).write_bytes("# título\n# ção\n".encode("latin-1"))
    problem = rendered(project)[1][0]
    assert (problem.file, problem.line, problem.message) == (
        file,
        1,
        "this file is not UTF-8; save it with the encoding UTF-8",
    )


def test_a_wrong_type_in_deck_toml_is_told(project):
    deck = project.root / "slides" / "deck.toml"
    deck.write_text(deck.read_text().replace('steps = ["dados", "modelo"]', 'steps = "abc"\nrepository = 5'), "utf-8")
    assert [p.message for p in read_course(project.root)[1]] == [
        'steps must be a list of texts, ["…", "…"]',
        "repository must be a text in quotes",
    ]
