"""Settings of the whole deck: ``slides/deck.toml``."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.core.problems import ContentError, Problem, did_you_mean, read_toml

FILE = "slides/deck.toml"
_REQUIRED = ("title", "author", "description", "steps")
_KINDS = {str: "a text in quotes", list: 'a list of texts, ["…", "…"]', dict: "a table of minutes, such as short = 90"}
_REPOSITORY = re.compile(r"(https://github\.com/[\w-]+/[\w.-]+)?")


@dataclass(frozen=True)
class Course:
    """The settings of the whole deck."""

    title: str = ""  # title of the deck
    author: str = ""  # author of the deck
    description: str = ""  # one sentence
    steps: list[str] = field(default_factory=list)  # the steps of a project, shown by the step bar
    appendix_steps: list[str] = field(default_factory=list)  # the bar of parts that use these names instead
    # names of the parts in order, without ``.md.j2``; when empty, every numbered part, sorted by number
    parts: list[str] = field(default_factory=list)
    repository: str = ""  # URL of the project, ``https://github.com/owner/name``; empty when there is none
    license: str = ""  # licence of the deck, in one sentence
    # shorter decks by name, with their minutes; a name with an asterisk is one for the number of each part
    cuts: dict[str, int] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The URL of the published site, with a trailing slash; empty when there is no repository."""
        if not self.repository:
            return ""
        owner, name = self.repository.rsplit("/", 2)[1:]
        return f"https://{owner.lower()}.github.io/{name}/"


def read_course(root: Path) -> tuple[Course, list[Problem]]:
    """Read the ``deck.toml`` of a deck; return its settings and its problems."""
    if not (root / FILE).exists():
        return Course(), [Problem(FILE, f"this file is missing; it holds {', '.join(_REQUIRED)}")]
    try:
        settings = read_toml(root / FILE, root)
    except ContentError as error:
        return Course(), error.problems
    kinds: dict[str, Any] = {key: type(value) for key, value in vars(Course()).items()}
    fit: dict[str, Any] = {key: value for key, value in settings.items() if isinstance(value, kinds.get(key, ()))}
    fit = {key: value for key, value in fit.items() if all(isinstance(each, str) for each in value)}
    if not all(type(most) is int and re.fullmatch(r"\w[\w*-]*", name) for name, most in fit.get("cuts", {}).items()):
        del fit["cuts"]
    course = Course(**fit)
    wrong = [f'no key "{key}"; write {key} = …' for key in _REQUIRED if key not in settings]
    unknown = (key for key in settings if key not in kinds)
    wrong += [f'no meaning for the key "{key}"{did_you_mean(key, kinds, "keys")}' for key in unknown]
    wrong += [f"{key} must be {_KINDS[kinds[key]]}" for key in kinds if key in settings and key not in fit]
    if not _REPOSITORY.fullmatch(course.repository):
        wrong.append(f'"{course.repository}" is no repository; write https://github.com/owner/name')
    return course, [Problem(FILE, message) for message in wrong]
