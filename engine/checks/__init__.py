"""Check the built deck as readers see it: in the browser, in the PDF, and in its language.

A rule is a function that takes an `engine.checks.context.CheckContext` and yields findings. To add a rule, add the
function to `RULES`. Each finding is reported with the name of its rule, at the line of the part that causes it; one
that is of no slide, at the file that the rule judges.
"""

from __future__ import annotations

from engine.checks.context import CheckContext
from engine.checks.rules.fit import fit, legibility, letters, space
from engine.checks.rules.language import language
from engine.checks.rules.numbers import claims, numbers
from engine.checks.rules.pdf import pdf
from engine.checks.rules.site import site
from engine.checks.rules.structure import accessibility, by_hand, offline, structure
from engine.core.browser import find_browser
from engine.core.paths import Paths
from engine.core.problems import Problem
from engine.slides.deck import Deck

# The rules in order, each with the file that it judges.
RULES = {
    **dict.fromkeys(
        (offline, structure, accessibility, fit, space, legibility, letters, language, by_hand, numbers, claims),
        "deck.html",
    ),
    pdf: "deck.pdf",
    site: "index.html",
}


def check_deck(deck: Deck, paths: Paths) -> list[Problem]:
    """Return every problem of a built deck."""
    context = CheckContext(deck, paths, find_browser())
    found = dict.fromkeys((rule, finding) for rule in RULES for finding in rule(context))
    files = {rule: paths.shown(paths.out / name) for rule, name in RULES.items()}
    return [finding.locate(rule.__name__, deck, files[rule]) for rule, finding in found]
