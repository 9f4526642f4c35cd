"""Check the built deck as readers see it: in the browser, in the PDF, and in its language.

A rule is a function that takes an `engine.checks.context.CheckContext` and yields findings. Each is reported with the
name of its rule, at the line of the part that causes it; one that is of no slide, at the file that the rule judges.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from engine.checks.context import CheckContext, measure
from engine.checks.cuts import cut_contexts
from engine.checks.rules.files import pdf, site
from engine.checks.rules.fit import fit, legibility, letters, space
from engine.checks.rules.language import language
from engine.checks.rules.numbers import claims, numbers
from engine.checks.rules.structure import accessibility, by_hand, minutes, offline, structure
from engine.core.browser import open_browser
from engine.core.paths import Paths
from engine.core.problems import Problem, Slide
from engine.slides.deck import Deck

# The rules in order, each with the file that it judges.
_OF_CUTS = (structure, accessibility, fit, space, legibility)
_OF_SLIDES = (offline, *_OF_CUTS, letters, language, by_hand, numbers, claims, minutes)
RULES: dict[Any, str] = {**dict.fromkeys(_OF_SLIDES, "deck.html"), pdf: "deck.pdf", site: "index.html"}


def check_deck(deck: Deck, paths: Paths) -> list[Problem]:
    """Return every problem of a built deck, and of its cuts, of which only the pages are made."""
    with ThreadPoolExecutor() as threads:
        of_cuts = threads.submit(lambda: [*cut_contexts(deck, paths)] if deck.cuts else [])
        with open_browser(bypass_csp=True) as browser:
            page = measure(browser, paths.out / "deck.html")
        problems = _found(CheckContext(deck, paths, page), RULES)
    known = {(problem.line, problem.message) for problem in problems}
    for name, cut in of_cuts.result():
        new = (each for each in _found(cut, _OF_CUTS) if (each.line, each.message) not in known)
        problems += (replace(each, message=f"in the cut {name}: {each.message}") for each in new)
    return problems


def _found(context: CheckContext, rules: Iterable[Any]) -> list[Problem]:
    with ThreadPoolExecutor() as threads:  # some wait for programs of their own
        of_rules = threads.map(lambda rule: [(rule, finding) for finding in rule(context)], rules)
        found = dict.fromkeys(chain(*of_rules))
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
