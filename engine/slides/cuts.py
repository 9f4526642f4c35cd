"""Cuts: shorter decks of some of the slides (see the word `cut`)."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from engine.core.problems import ContentError, Problem, did_you_mean
from engine.slides.deck import Cut, Deck
from engine.slides.parts import Part, slide_texts
from engine.slides.render import front_matter, render_parts

_LINK = re.compile(r"\]\(#(\d+)\)")
_NAMED = re.compile(r"\[slide \d+\]\(#(\d+)\)")
_HEADER = re.compile(r"^<!-- header: .* -->\n", re.M)
_END = "---\n"


def cut_deck(whole: Deck, name: str, folder: Path) -> Deck:
    """Return a cut of a rendered deck, whose parts are in a folder; links to other slides lead to ``deck.html``.

    Raise `ContentError` when there is no such cut.
    """
    if name not in whole.cuts:
        raise ContentError([Problem("--cut", f'no cut "{name}"{did_you_mean(name, whole.cuts, "cuts")}')])
    kept = sorted(whole.cuts[name].slides)
    new = {number: place for place, number in enumerate(kept, 1)}
    course = replace(whole.course, title=f"{whole.course.title} ({name})")
    again = Deck(course, whole.snippets, whole.results, whole.parts, cuts=whole.cuts)
    render_parts(again, folder, _parts(whole, dict(zip(kept, kept, strict=True))))
    texts, blocks = slide_texts(again.markdown), []
    for part in whole.parts:
        own = [texts[slide.number - 1].removeprefix(_END) for slide in part.slides]
        header = _HEADER.search(own[0])
        own[0] = _HEADER.sub("", own[0])
        here = [text for text, slide in zip(own, part.slides, strict=True) if slide.number in new]
        blocks += [f"{header[0]}{here[0]}", *here[1:]] if here and header else here

    def link(found: re.Match[str]) -> str:
        number = int(found[1])
        return f"](#{new[number]})" if number in new else f"](deck.html#{number})"

    text = _LINK.sub(link, _END.join(blocks))
    return Deck(
        course,
        whole.snippets,
        whole.results,
        parts=_parts(whole, new),
        markdown=front_matter(course) + _NAMED.sub(r"[slide \1](#\1)", text),
        images={path: data for path, data in again.images.items() if f"({path})" in text},
        placements=[replace(each, slide=new[each.slide]) for each in again.placements if each.slide in new],
        scripts={kind: code for kind, code in again.scripts.items() if f'class="{kind}"' in text},
        cuts={name: Cut(whole.cuts[name].minutes, set(new.values()))},
    )


def _parts(whole: Deck, new: Mapping[int, int]) -> list[Part]:
    """Return the parts with the slides that have new numbers, and those; the lines of others are empty."""
    parts = []
    for part in whole.parts:
        kept = [index for index, slide in enumerate(part.slides) if slide.number in new]
        slides = [replace(part.slides[index], number=new[part.slides[index].number]) for index in kept]
        lines = [line if at in kept else "" for line, at in zip(part.lines, part.slide_of_line, strict=True)]
        places = [max(bisect_right(kept, at) - 1, 0) for at in part.slide_of_line]
        if kept:
            parts.append(replace(part, lines=lines, slides=slides, slide_of_line=places, first_slide=slides[0].number))
    return parts
