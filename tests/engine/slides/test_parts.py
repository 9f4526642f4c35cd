"""Parts as they are read: where slides begin, and what Marp would take otherwise than its author."""

import pytest

from engine.slides.parts import read_parts


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("# A\n\n***\n\n# B\n", 3, "Marp begins a slide here, and the engine does not count it; write --- instead"),
        ("# A\n\n- - -\n\n# B\n", 3, "write --- instead"),
        ("# A\n\nTexto\n---\n", 4, "Marp takes the line above for a heading; leave a blank line before ---"),
        ("# A\n\n```\nx\n", 3, "this fence is never closed"),
        ("# A\n\n~~~ python\nx = 1\n~~~\n", 3, "Python typed by hand"),
        ("# A\n\n<!--\ncolor: azul\n\nPergunte: por quê?\n-->\n", 4, 'Marp takes "color:" for a directive'),
        ("# A\n\n<!--\nDiga: x\n_class: y\n-->\n", 5, 'Marp takes "_class:" for a directive'),
    ],
)
def test_what_marp_takes_otherwise_is_told_with_its_line(project, text, line, message):
    project.write("slides/00_capa.md.j2", text)
    (problem,) = read_parts(project.root)[1]
    assert problem.line == line
    assert message in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n```\n***\n---\n```\n",
        "# A\n\n| a |\n|---|\n| b |\n",
        "<!-- _class: lead -->\n\n# A\n\n<!--\nheader: x\nfooter: y\n-->\n",
        "# A\n\n<!--\nPergunte: por quê?\n\nResposta: porque sim.\n-->\n",
        "# A\n\n<!--\nclass: assim se chama\n\nUma frase sem dois-pontos.\n-->\n",
    ],
)
def test_what_marp_takes_as_its_author_does_is_no_problem(project, text):
    project.write("slides/00_capa.md.j2", text)
    assert read_parts(project.root)[1] == []
