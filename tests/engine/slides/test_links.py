from engine.core.problems import Slide
from engine.slides.links import Links


def notebooks(names):
    return " · ".join(f"[{name}]({name}.ipynb)" for name in names)


SLIDES = [Slide(n, title) for n, title in enumerate(["Compilar", "Treinar", "Erro: lr", "Erro: fit"], 1)]


def test_a_topic_links_to_its_errors_and_they_link_back():
    links = Links()
    topic = links.ask(1, "erros/lr") + links.ask(1, "erros/fit")
    other = links.ask(2, "erros/fit")
    error, second, again = (
        links.show(n, name, in_full=False) for n, name in ((3, "erros/lr"), (4, "erros/fit"), (3, "erros/lr"))
    )
    assert again == ""  # one line of links a slide
    assert links.resolved(topic, SLIDES, notebooks) == (
        '<!-- _footer: "Erro comum: [Erro: lr](#3) · [Erro: fit](#4)" -->\n\n'
    )
    assert links.resolved(other, SLIDES, notebooks) == '<!-- _footer: "Erro comum: [Erro: fit](#4)" -->\n\n'
    assert links.resolved(error, SLIDES, notebooks) == '<!-- _footer: "Onde se aprende: [slide 1](#1)" -->\n\n'
    assert links.resolved(second, SLIDES, notebooks) == (
        '<!-- _footer: "Onde se aprende: [slide 1](#1) · [slide 2](#2)" -->\n\n'
    )


def test_an_error_that_no_topic_names_has_no_line():
    links = Links()
    assert links.resolved("a\n" + links.show(3, "erros/lr", in_full=False) + "b", SLIDES, notebooks) == "a\nb"


def test_two_errors_on_one_slide_are_linked_once():
    links = Links()
    topic = links.ask(1, "erros/lr") + links.ask(1, "erros/fit")
    links.show(3, "erros/lr"), links.show(3, "erros/fit")
    assert links.resolved(topic, SLIDES, notebooks).count("](#3)") == 1


def test_a_slide_that_shows_a_snippet_in_full_links_to_its_notebook_once():
    links = Links()
    shown = links.show(2, "fit") + links.show(2, "fit") + links.show(2, "erros/lr", in_full=False)
    assert links.resolved(shown, SLIDES, notebooks) == '<!-- _footer: "[fit](fit.ipynb)" -->\n\n'
