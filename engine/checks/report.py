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
    failed = sum(1 for wrong in by_slide.values() if wrong)
    suite = ElementTree.Element("testsuite", name="deck", tests=str(len(by_slide)), failures=str(failed))
    for slide, wrong in by_slide.items():
        name = "deck" if slide is None else str(slide)
        case = ElementTree.SubElement(suite, "testcase", classname="slides", name=name)
        if wrong:
            failure = ElementTree.SubElement(case, "failure", message=wrong[0].message)
            failure.text = "\n\n".join(map(str, wrong))
    path.parent.mkdir(parents=True, exist_ok=True)
    ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)


def github_annotations(problems: list[Problem]) -> str:
    """Return the problems as GitHub workflow commands, which annotate the lines of a pull request."""
    lines = []
    for problem in problems:
        place = f"file={_property(problem.file)}" + (f",line={problem.line}" if problem.line else "")
        title = f",title={_property(str(problem.slide))}" if problem.slide else ""
        lines.append(f"::error {place}{title}::{_data(problem.message)}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
