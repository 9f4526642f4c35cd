"""Cuts: shorter decks of some of the slides (see the word `cut`)."""

from bisect import bisect_right
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from engine.core.problems import ContentError, Problem, did_you_mean
from engine.slides.deck import Deck
from engine.slides.parts import Part
from engine.slides.render import render_parts


def cut_deck(whole: Deck, name: str, root: Path) -> Deck:
    """Return a cut of a deck, whose links out of it lead to ``deck.html``; raise `ContentError` when there is none."""
    if name not in whole.cuts:
        raise ContentError([Problem("--cut", f'no cut "{name}"{did_you_mean(name, whole.cuts, "cuts")}')])
    numbers = {number: place for place, number in enumerate(sorted(whole.cuts[name][1]), 1)}
    course = replace(whole.course, title=f"{whole.course.title} ({name})")
    parts = [_kept(part, numbers) for part in whole.parts if any(slide.number in numbers for slide in part.slides)]
    deck = Deck(course, whole.snippets, whole.results, parts, cuts=deepcopy(whole.cuts), whole=whole)
    render_parts(deck, root / "slides")
    return deck


def _kept(part: Part, numbers: dict[int, int]) -> Part:
    """Return a part with the slides that have a new number; the lines of the others are empty."""
    kept = [index for index, slide in enumerate(part.slides) if slide.number in numbers]
    slides = [replace(part.slides[index], number=numbers[part.slides[index].number]) for index in kept]
    lines = [line if at in kept else "" for line, at in zip(part.lines, part.slide_of_line, strict=True)]
    if kept[0]:
        lines[part.slide_of_line.index(kept[0])] = ""  # the border before it
    places = [max(bisect_right(kept, at) - 1, 0) for at in part.slide_of_line]
    return replace(part, lines=lines, slides=slides, slide_of_line=places, first_slide=slides[0].number)
