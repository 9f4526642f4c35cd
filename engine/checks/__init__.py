"""Check the built deck as readers see it: in the browser, in the PDF, and in its language.

A rule is a function that takes an `engine.checks.context.CheckContext` and yields findings. Each is reported with the
name of its rule, at the line of the part that causes it; one that is of no slide, at the file that the rule judges.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from engine.checks.context import CheckContext
from engine.checks.rules.files import pdf, site
from engine.checks.rules.fit import fit, legibility, letters, space
from engine.checks.rules.language import language
from engine.checks.rules.numbers import claims, numbers
from engine.checks.rules.structure import accessibility, by_hand, minutes, offline, structure
from engine.core.paths import Paths
from engine.core.problems import Problem, Slide
from engine.formats.cuts import converted
from engine.slides.cuts import cut_deck
from engine.slides.deck import Deck

# The rules in order, each with the file that it judges.
_OF_PAGES = (offline, structure, accessibility, fit, space, legibility)
_OF_SLIDES = (*_OF_PAGES, letters, language, by_hand, numbers, claims, minutes)
RULES: dict[Any, str] = {**dict.fromkeys(_OF_SLIDES, "deck.html"), pdf: "deck.pdf", site: "index.html"}


def check_deck(deck: Deck, paths: Paths) -> list[Problem]:
    """Return every problem of a built deck, and of its cuts, of which only the pages are made."""

    def of_cut(name: str) -> list[Problem]:
        with converted(cut_deck(deck, name, paths.root), paths) as made:
            return _found(CheckContext(made.deck, paths, made.stage / "deck.html"), _OF_PAGES)

    with ThreadPoolExecutor(os.cpu_count()) as threads:
        of_cuts = threads.map(of_cut, deck.cuts)
        problems = _found(CheckContext(deck, paths), RULES)
    known = {(problem.line, problem.message) for problem in problems}
    for name, found in zip(deck.cuts, of_cuts, strict=True):
        new = (each for each in found if (each.line, each.message) not in known)
        problems += (replace(each, message=f"in the cut {name}: {each.message}") for each in new)
    return problems


def _found(context: CheckContext, rules: Iterable[Any]) -> list[Problem]:
    found = dict.fromkeys((rule, finding) for rule in rules for finding in rule(context))
    files = {rule: context.paths.shown(context.paths.out / name) for rule, name in RULES.items()}
    return [finding.locate(rule.__name__, context.deck, files[rule]) for rule, finding in found]


def write_junit(path: Path, slides: list[Slide], problems: list[Problem]) -> None:
    """Write a JUnit report with one test case per slide, and one for the problems of no slide."""
    by_slide: dict[Slide | None, list[Problem]] = {None: [], **{slide: [] for slide in slides}}
    for problem in problems:
        by_slide.setdefault(problem.slide, []).append(problem)
    failed = str(sum(map(bool, by_slide.values())))
    suite = ElementTree.Element("testsuite", name="deck", tests=str(len(by_slide)), failures=failed)
    for slide, wrong in by_slide.items():
        case = ElementTree.SubElement(suite, "testcase", classname="slides", name=str(slide or "deck"))
        if wrong:
            failure = ElementTree.SubElement(case, "failure", message=wrong[0].message)
            failure.text = "\n\n".join(map(str, wrong))
    path.parent.mkdir(parents=True, exist_ok=True)
    ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)


def github_annotations(problems: list[Problem]) -> str:
    """Return the problems as GitHub workflow commands, which annotate the lines of a pull request."""
    lines = []
    for problem in problems:
        known = {"file": problem.file, "line": problem.line, "title": problem.slide}
        place = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in known.items() if value)
        lines.append(f"::error {place}::{_escaped(problem.message)}")
    return "\n".join(lines)


def _escaped(value: object, more: str = "") -> str:
    return str(value).translate({ord(sign): f"%{ord(sign):02X}" for sign in "%\r\n" + more})
