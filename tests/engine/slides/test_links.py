from engine.core.problems import Slide
from engine.slides.links import PLACEHOLDER, Placement, with_links

SLIDES = [Slide(n, title) for n, title in enumerate(["Compilar", "Treinar", "Erro: lr", "Erro: fit"], 1)]


def see(slide, *snippets):
    return Placement(slide, 1, "see", "", several=snippets)


def row(slide, *snippets):
    return Placement(slide, 1, "errors", "table", several=snippets)


def code(slide, snippet):
    return Placement(slide, 1, "code", "python", snippet)


def links(slide, *placements):
    return with_links(PLACEHOLDER.format(slide), list(placements), SLIDES)


def test_a_topic_links_to_its_errors_and_they_link_back():
    placed = [see(1, "erros/lr", "erros/fit"), see(2, "erros/fit"), row(3, "erros/lr"), row(4, "erros/fit", "erros/lr")]
    assert links(1, *placed) == '<!-- _footer: "Erro comum: [Erro: lr](#3) · [Erro: fit](#4)" -->\n\n'
    assert links(2, *placed) == '<!-- _footer: "Erro comum: [Erro: fit](#4)" -->\n\n'
    assert links(3, *placed) == (
        '<!-- _footer: "[notebook erros/lr](notebooks/erros/lr.ipynb) | Onde se aprende: [slide 1](#1)" -->\n\n'
    )
    assert links(4, *placed) == (
        '<!-- _footer: "notebooks: [fit](notebooks/erros/fit.ipynb) · [lr](notebooks/erros/lr.ipynb)'
        ' | Onde se aprende: [slide 1](#1) · [slide 2](#2)" -->\n\n'
    )


def test_an_error_that_no_topic_names_links_to_its_notebook_only():
    assert "Onde se aprende" not in links(3, row(3, "erros/lr"))


def test_two_errors_on_one_slide_are_linked_once():
    placed = [see(1, "erros/lr", "erros/fit"), code(3, "erros/lr"), code(3, "erros/fit")]
    assert links(1, *placed).count("](#3)") == 1


def test_a_slide_links_to_the_notebook_of_a_snippet_once():
    placed = [code(2, "fit"), code(2, "fit")]
    assert links(2, *placed) == '<!-- _footer: "[notebook fit](notebooks/fit.ipynb)" -->\n\n'
