"""Format the problems of a check as machine-readable reports: JUnit XML and GitHub annotations."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from engine.core.problems import Problem, Slide


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
