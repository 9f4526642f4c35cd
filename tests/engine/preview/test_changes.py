"""Which slides of an edited deck Marp makes again, and that they are those of the deck made as a whole."""

import re
import statistics
import time

import pytest

from engine.core.files import write_atomically
from engine.core.paths import Paths
from engine.core.problems import ContentError
from engine.formats.marp import MarpProcess
from engine.slides.parts import slide_texts

SVG = '<svg width="9" height="9"><path style="fill: #{}"/></svg>'
DECK = """\
---
marp: true
theme: aula
paginate: true
title: "Um"
---

<!-- header: "**1** Um" -->
<!-- _class: title -->

# Um

A [definição][longe] está longe.

---

## Igual

![Um risco.](figures/risco.svg)

<!--
Uma nota.
-->

---

## Igual

```
<!-- footer: "numa cerca" -->
[longe]: #1

---

custa $5 e $6
```

---

<!-- _paginate: skip -->
<!-- class: errors -->

## Do $x^2$ em diante

- um
- dois

---

## Fim

Custa R$ 5. Isto é o *fim*.

[longe]: #2
"""
# A change of the deck: what is written otherwise, and the slides that differ; None: the page as a whole.
CHANGES = {
    "text": ("está longe", "fica longe", [1]),
    "text of the last slide": ("*fim*", "**fim**", [5]),
    "own class": ("_class: title", "_class: part", [1]),
    "note": ("Uma nota", "Outra nota", [2]),
    "a title that is like others": ("## Fim", "## Igual", [5]),
    "no address of a picture": ("numa cerca", "em ![cerca](figures/50%.svg)", [3]),
    "no name of a file": ("numa cerca", f"em ![cerca](images/{'x' * 300}.svg)", [3]),
    "fence": ("custa $5", "custava $5", [3]),
    "beside a formula": ("- dois", "- três", [4]),
    "two slides": ("fim", "final", [5]),
    "link": ("[longe]: #2", "[longe]: #3", [1]),
    "header": ("**1** Um", "**1** Dois", [1, 2, 3, 4, 5]),
    "class from here on": ("class: errors", "class: figure", [4, 5]),
    "page numbers": ("_paginate: skip", "_paginate: true", [1, 2, 3, 4, 5]),
    "style": ("Uma nota.", "Uma nota.\n-->\n\n<style>h2 { color: red }</style>\n\n<!--", None),
    "title of the page": ('title: "Um"', 'title: "Dois"', None),
    "one slide more": ("## Fim", "---\n\n## Fim", None),
    "the last formula": ("$x^2$", "x", [4]),
    "a further formula": ("está longe", "está a $y$ de longe", [1]),
    "nothing": ("## Fim", "## Fim", []),
}


def sections(html):
    return re.findall(r"<section.*?</section>", html, re.S)


class Changing:
    """A loaded Marp, and the slides of a deck as the browser has them."""

    def __init__(self, marp, folder):
        self.marp, self.folder, self.shown = marp, folder, []

    def whole(self, markdown):
        """Return the slides of the deck made as a whole."""
        (self.folder / "deck.md").write_text(markdown, "utf-8")
        return sections(self.marp.convert(len(slide_texts(markdown))))

    def start(self, markdown):
        self.shown = self.whole(markdown)
        assert self.marp.ask({"markdown": markdown})["whole"]

    def change(self, markdown):
        """Show another text; return the numbers of the slides that differ, None for all of them."""
        answer = self.marp.ask({"markdown": markdown})
        for each in answer["slides"]:
            (self.shown[each["number"] - 1],) = sections(each["slide"])
        return None if answer["whole"] else [each["number"] for each in answer["slides"]]


@pytest.fixture(scope="module")
def changing(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("changes")
    (folder / "figures").mkdir()
    (folder / "figures" / "risco.svg").write_text(SVG.format("1b1f27"), "utf-8")
    with MarpProcess(folder, Paths.of(root).marp_config) as marp:
        yield Changing(marp, folder)


@pytest.mark.parametrize("name", CHANGES)
def test_the_slides_of_a_change_are_those_of_the_whole_deck(changing, name):
    old, new, numbers = CHANGES[name]
    assert old in DECK
    changing.start(DECK)
    edited = DECK.replace(old, new)
    assert changing.change(edited) == numbers
    if numbers is None:
        assert changing.change(edited.replace("custa", "custava")) == [3]
    else:
        assert changing.shown == changing.whole(edited)


def test_borders_that_are_written_otherwise_shift_no_slide(changing):
    deck = DECK.replace("---\n\n## Fim", "--- \n\n## Fim").replace("Uma nota.", "Uma nota\n\n---\n\nde duas partes.")
    changing.start(deck)
    edited = deck.replace("custa", "custava")
    assert changing.change(edited) == [3]
    assert changing.shown == changing.whole(edited)


def test_a_border_that_marp_alone_sees_takes_the_page_anew(changing):
    changing.start(DECK)
    assert changing.change(DECK.replace("```\n<!-- footer", "***\n\n```\n<!-- footer")) is None


def test_the_first_formula_brings_its_style(changing):
    plain = DECK.replace("$x^2$", "x").replace("R$ ", "")
    changing.start(plain)
    assert changing.change(plain.replace("está longe", "está a $y$ de longe")) is None


def test_a_figure_that_is_drawn_again_is_shown_though_the_text_is_the_same(changing):
    changing.start(DECK)
    path = changing.folder / "figures" / "risco.svg"
    before = path.read_text("utf-8")
    write_atomically(path, SVG.format("0072b2").encode())
    try:
        assert changing.change(DECK) == [2]
        assert changing.shown == changing.whole(DECK)
    finally:
        write_atomically(path, before.encode())


def test_after_an_error_all_is_made_again(changing):
    changing.start(DECK)
    with pytest.raises(ContentError, match=r"nenhum\.svg"):
        changing.change(DECK.replace("risco.svg", "nenhum.svg"))
    assert changing.change(DECK.replace("Fim", "Final")) is None


def test_the_slide_that_differs_is_made_in_less_time_than_all(changing):
    front, body = DECK.split("\n---\n", 1)
    deck = "\n---\n".join([front, body, *["\n# Itens\n" + "\n- um **item** com `código`, e mais\n" * 20] * 60])
    changing.start(deck)
    seconds = {"alone": [], "all": []}
    for number in range(5):
        for kind, old, new in (("alone", "# Itens", f"# Itens {number}"), ("all", "**1** Um", f"**1** Um {number}")):
            edited, start = deck.replace(old, new, 1), time.perf_counter()
            assert changing.change(edited) is not None
            seconds[kind].append(time.perf_counter() - start)
            changing.change(deck)
    alone, all_ = (statistics.median(each) for each in seconds.values())
    assert alone < 0.7 * all_
