"""Lesson plans of the parts of a deck and of its cuts: what each asks for and teaches, and how long it takes."""

import re
from pathlib import Path

from engine.formats.context import FormatContext, add_csp, template
from engine.slides.cuts import cut_deck
from engine.slides.deck import Deck
from engine.slides.minutes import PAUSE, length, pauses
from engine.slides.parts import Part, slide_texts


def plan_of(deck: Deck, part: Part) -> list[tuple[str, str]]:
    """Return the plan of a part as rows: a label, and what the part says, in notes, lists and sentences to keep."""
    texts = slide_texts(deck.markdown)[part.first_slide - 1 :][: len(part.slides)]
    first = texts[0] if 'class="number"' in texts[0] else ""
    found = {
        "Tempo": [f"{part.minutes} min, slides {part.first_slide} a {part.slides[-1].number}"],
        "Antes": re.findall(r"^O que se pede antes: (.+)", first, re.M),
        "Objetivos": re.findall(r"^- (.+)", first, re.M),
        "Para guardar": re.findall(r"^> (.+)", "".join(texts), re.M),
        "Notebooks": dict.fromkeys(each.snippet for each in deck.placements_in(part) if each.snippet),
    }
    return [(label, re.sub(r"[*`\\]|<[^>]+>", "", "; ".join(each))) for label, each in found.items() if each]


def time_of(deck: Deck) -> str:
    """Return how long a deck takes, and before which slides it pauses."""
    seconds = [each for part in deck.parts for each in part.seconds]
    told = (f"; pausa de {PAUSE} min antes do slide {index + 1}" for index in pauses(seconds))
    return f"{length(seconds)} min{''.join(told)}"


def plans(context: FormatContext) -> dict[str, bytes]:
    """Return ``planos.html``, for a deck with cuts."""
    decks = {name: cut_deck(context.deck, name, context.paths.root) for name in context.deck.cuts}
    shown = {"whole": context.deck, "decks": decks, "plan_of": plan_of, "time_of": time_of, "files": context.files}
    page = template(Path(__file__).with_name("plans.html.j2")).render(shown) if decks else ""
    return {"planos.html": add_csp(page).encode()} if decks else {}
