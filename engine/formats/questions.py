"""The questions of the notes and of the summaries with their answers: a page to learn with, and cards for Anki."""

import html
import re
from pathlib import Path

from engine.formats.context import FormatContext, add_csp, template
from engine.slides.deck import Deck
from engine.slides.parts import slide_texts

# In notes: "Pergunte: what? (The answer.)"; on a slide, "1) What?", and in a list below it the answer, for a key.
_ASKED = re.compile(r"Pergunte: (.+\?) \((.+)\)$")
_LISTED = re.compile(r"^\d+[.)] (.+)\n +[*] (.+)$", re.M)
_PAGE = Path(__file__).with_name("questions.html.j2")


def questions(context: FormatContext) -> dict[str, bytes]:
    """Return ``perguntas.html`` and ``perguntas.tsv``, which Anki imports: question and answer, a line each."""
    deck, cards = context.deck, cards_of(context.deck, context.notes)
    page = template(_PAGE).render(course=deck.course, parts=deck.parts, cards=cards)
    lines = [
        f"{_cell(question)}\t{_cell(answer)} (slide {slide})\t{part.number}\n"
        for part in deck.parts
        for slide, question, answer in cards[part.name]
    ]
    head = "#separator:tab\n#html:true\n#tags column:3\n"
    return {"perguntas.html": add_csp(page).encode(), "perguntas.tsv": f"{head}{''.join(lines)}".encode()}


def cards_of(deck: Deck, notes: dict[int, list[str]]) -> dict[str, list[tuple[int, str, str]]]:
    """Return the slide, question and answer of each question that has an answer, by the name of the part."""
    slides = slide_texts(deck.markdown)
    cards: dict[str, list[tuple[int, str, str]]] = {}
    for part in deck.parts:
        cards[part.name] = []
        for slide in part.slides:
            said = notes.get(slide.number, [])
            asked = [(each[1], each[2]) for each in map(_ASKED.match, said) if each]
            listed = _LISTED.findall(re.sub(r"[`\\]|(?<!   )[*]", "", slides[slide.number - 1]))
            cards[part.name] += [(slide.number, *each) for each in [*asked, *listed]]
    return cards


def _cell(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
