"""Check the built deck as people will see it: in the browser, in the PDF, and in its language.

Every rule yields findings on a slide; here they get the line of the part that is to blame.
"""

from __future__ import annotations

from pathlib import Path

from engine.checks.finding import Finding
from engine.checks.page import inspect
from engine.checks.rules.fit import fit, legibility
from engine.checks.rules.language import language
from engine.checks.rules.numbers import truth
from engine.checks.rules.pdf import pdf_rules
from engine.checks.rules.site import site_rules
from engine.checks.rules.structure import accessibility, offline, structure
from engine.core import install
from engine.core.browser import Browser
from engine.core.problems import Problem
from engine.slides.parts import Part, read_course
from engine.slides.words import Shown


def check_deck(root: Path, out: Path, parts: list[Part], shown: list[Shown], browser: Browser) -> list[Problem]:
    """Check a deck that was built.

    Args:
        root: the folder of the deck.
        out: the folder of ``deck.html`` and ``deck.pdf``.
        parts: the parts that it was built from.
        shown: what the parts showed with their words, in order.
        browser: what opens it.

    Returns:
        Every problem of every slide.
    """
    folder, home = root / "slides", install.ROOT
    page = inspect(out / "deck.html", browser, home / "node_modules")
    part_of_slide = {slide.number: part.file for part in parts for slide in part.slides}
    findings = [*offline(page), *structure(page, part_of_slide, out), *accessibility(page)]
    for slide in page.slides:
        findings += [*fit(slide), *legibility(slide)]
    findings += language(page.slides, folder, home)
    figures = {slide["number"]: len(slide["figures"]) for slide in page.slides if slide["figures"]}
    slides = [slide for part in parts for slide in part.slides]
    findings += pdf_rules(out / "deck.pdf", read_course(folder), slides, figures)
    findings += site_rules(out / "index.html", browser, home / "node_modules")
    return [*(_located(finding, parts, shown) for finding in dict.fromkeys(findings)), *truth(parts, folder)]


def _located(finding: Finding, parts: list[Part], shown: list[Shown]) -> Problem:
    """Return the problem at the line that is to blame: of the word that showed the block, else of the text."""
    part = next((p for p in parts if any(slide.number == finding.slide for slide in p.slides)), None)
    if part is None:
        return Problem(f"dist/{'index' if finding.rule == 'site' else 'deck'}.html", finding.message)
    if finding.block is not None:
        kind, number = finding.block
        blocks = [word for word in shown if word.slide == finding.slide and word.kind == kind]
        if number < len(blocks):
            return part.problem(blocks[number].line, finding.message, at=blocks[number].kind)
    return part.problem(part.line_of(finding.slide, finding.at), finding.message, at=finding.at)
