from engine.core.problems import Slide
from engine.slides.links import Links

SLIDES = [Slide(n, title) for n, title in enumerate(["Compilar", "Treinar", "Erro: lr", "Erro: fit"], 1)]


def test_a_topic_links_to_its_errors_and_they_link_back():
    links = Links()
    topic = links.add_reference(1, "erros/lr") + links.add_reference(1, "erros/fit")
    other = links.add_reference(2, "erros/fit")
    error, second, again = (
        links.add_occurrence(n, name) for n, name in ((3, "erros/lr"), (4, "erros/fit"), (3, "erros/lr"))
    )
    assert again == ""  # one line of links a slide
    assert links.substitute(topic, SLIDES) == ('<!-- _footer: "Erro comum: [Erro: lr](#3) · [Erro: fit](#4)" -->\n\n')
    assert links.substitute(other, SLIDES) == '<!-- _footer: "Erro comum: [Erro: fit](#4)" -->\n\n'
    assert links.substitute(error, SLIDES) == (
        '<!-- _footer: "[notebook erros/lr](notebooks/erros/lr.ipynb) | Onde se aprende: [slide 1](#1)" -->\n\n'
    )
    assert links.substitute(second, SLIDES) == (
        '<!-- _footer: "[notebook erros/fit](notebooks/erros/fit.ipynb)'
        ' | Onde se aprende: [slide 1](#1) · [slide 2](#2)" -->\n\n'
    )


def test_an_error_that_no_topic_names_links_to_its_notebook_only():
    links = Links()
    assert "Onde se aprende" not in links.substitute(links.add_occurrence(3, "erros/lr"), SLIDES)


def test_two_errors_on_one_slide_are_linked_once():
    links = Links()
    topic = links.add_reference(1, "erros/lr") + links.add_reference(1, "erros/fit")
    links.add_occurrence(3, "erros/lr"), links.add_occurrence(3, "erros/fit")
    assert links.substitute(topic, SLIDES).count("](#3)") == 1


def test_a_slide_links_to_the_notebook_of_a_snippet_once():
    links = Links()
    shown = links.add_occurrence(2, "fit") + links.add_occurrence(2, "fit")
    assert links.substitute(shown, SLIDES) == '<!-- _footer: "[notebook fit](notebooks/fit.ipynb)" -->\n\n'
