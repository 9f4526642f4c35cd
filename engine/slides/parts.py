"""Read what the author wrote: ``deck.toml``, and the parts with their slides, before anything is rendered.

A part is one file ``slides/NN_name.md.j2``; ``---`` on a line of its own begins the next slide.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path

from engine.core.problems import ContentError, Problem, Slide, did_you_mean

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})\s*(\S*)")
_PYTHON_FENCE = re.compile(r"^[{.]*(python3?|py|ipython)\b", re.I)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_LABEL = re.compile(r'<span class="number">\w+ (\w+)</span>')
_ENDING = ".md.j2"
_REPOSITORY = re.compile(r"(https://github\.com/[\w-]+/[\w.-]+)?")


@dataclass(frozen=True)
class Part:
    """One topic of the course: a template, and what is known of it before rendering.

    Args:
        file: path relative to the project, for messages.
        lines: the template's lines.
        first_slide: number of its first slide in the deck, from 1.
        slides: number and title of each slide, by order.
        slide_of_line: index into `slides` for each line.
        number: what it is called by: the number that its file's name begins with, or its place in ``deck.toml``.
    """

    file: str
    lines: list[str]
    first_slide: int
    slides: list[Slide]
    slide_of_line: list[int]
    place: int

    @property
    def number(self) -> str:
        """The number or letter on its first slide (``Parte 2``, ``Apêndice A``), else its place among the parts."""
        shown = next(filter(None, map(_LABEL.search, self.lines)), None)
        return shown.group(1) if shown else str(self.place)

    @property
    def title(self) -> str:
        """The title of the first slide that has one."""
        return next((slide.title for slide in self.slides if slide.title), Path(self.file).stem)

    def at(self, line: int) -> Slide:
        """Return the slide that a line of the template, from 1, belongs to."""
        return self.slides[self.slide_of_line[min(max(line, 1), len(self.lines)) - 1]]

    def line_of(self, slide: int, text: str) -> int:
        """Return the line of a slide, by its number, that holds a text; that of its title, when none does."""
        numbers = [n for n in range(1, len(self.lines) + 1) if self.at(n).number == slide]
        holding = [n for n in numbers if text and text in self.lines[n - 1]]
        titles = [n for n in numbers if _HEADING.match(self.lines[n - 1])]
        return (holding or titles or numbers)[0]

    def problem(self, line: int, message: str, at: str = "") -> Problem:
        """Return a problem on a line, with the caret under the first occurrence of `at`."""
        source = self.lines[line - 1]
        column = source.find(at) if at else -1
        return Problem(self.file, message, line, self.at(line), source, column if column >= 0 else None)


@dataclass(frozen=True)
class Course:
    """What is said once about the whole deck, in ``slides/deck.toml``.

    Args:
        title: of the deck.
        author: who made it.
        description: a sentence.
        steps: the steps of a project, which the step indicator shows.
        parts: names of the parts in order, without ``.md.j2``; when empty, every part that has a number, by number.
        repository: where the project is, ``https://github.com/owner/name``; empty when it is nowhere.
        license: under which licence the deck may be used, in a sentence.
    """

    title: str
    author: str
    description: str
    steps: list[str]
    parts: list[str] = field(default_factory=list)
    repository: str = ""
    license: str = ""

    @property
    def site(self) -> str:
        """The address of the published site, with a slash at its end; empty when there is no repository."""
        if not self.repository:
            return ""
        owner, name = self.repository.rsplit("/", 2)[1:]
        return f"https://{owner.lower()}.github.io/{name}/"


def part_name(part: Part) -> str:
    """Return the number and title of a part as they stand at the top of a slide."""
    return f"**{part.number}** {part.title}"


def read_course(folder: Path) -> Course:
    """Read ``deck.toml`` of the folder of slides.

    Raises:
        ContentError: when it is missing, not TOML, or lacks a key.
    """
    path = folder / "deck.toml"
    file = f"{folder.name}/deck.toml"
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ContentError(
            [Problem(file, "this file is missing; it holds title, author, description, steps")]
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem(file, f"not valid TOML: {error}")]) from None
    known = fields(Course)
    keys = [key.name for key in known]
    needed = [key.name for key in known if key.default is MISSING and key.default_factory is MISSING]
    problems = [Problem(file, f'no key "{key}"; write {key} = …') for key in needed if key not in settings]
    problems += [
        Problem(file, f'no meaning for the key "{key}"{did_you_mean(key, keys, "keys")}')
        for key in settings
        if key not in keys
    ]
    if not _REPOSITORY.fullmatch(settings.get("repository", "")):
        message = f'"{settings["repository"]}" is no repository; write https://github.com/owner/name'
        problems.append(Problem(file, message))
    if problems:
        raise ContentError(problems)
    return Course(**settings)


def read_parts(folder: Path, order: Sequence[str] = ()) -> tuple[list[Part], list[Problem]]:
    """Read the parts of a folder of slides, without rendering them.

    Args:
        folder: the folder of slides.
        order: names of the parts, see `Course`; when empty, every part that has a number, by number.
    """
    parts, problems, slide = [], [], 1
    for number, path in _part_files(folder, order, problems):
        lines = path.read_text("utf-8").splitlines() or [""]
        part, wrong = _read_part(f"{folder.name}/{path.name}", lines, slide, number)
        parts.append(part)
        problems += wrong
        slide += len(part.slides)
    if not parts:
        problems.append(Problem(folder.name, "no part here; a part is a file such as 01_conceitos.md.j2"))
    return parts, problems


def _part_files(folder: Path, order: Sequence[str], problems: list[Problem]) -> Iterator[tuple[int, Path]]:
    if not order:
        for path in sorted(folder.glob(f"[0-9][0-9]_*{_ENDING}")):
            yield int(path.name.split("_")[0]), path
        return
    there = {path.name.removesuffix(_ENDING): path for path in sorted(folder.glob(f"*{_ENDING}"))}
    file = f"{folder.name}/deck.toml"
    for number, name in enumerate(order):
        if name in there:
            yield number, there.pop(name)
        else:
            near = did_you_mean(name, there)
            problems.append(
                Problem(file, f'parts names "{name}", and {folder.name}/{name}{_ENDING} is not there{near}')
            )
    for name in there:
        message = f"parts in {file} leaves this part out; name it there, or delete it"
        problems.append(Problem(f"{folder.name}/{name}{_ENDING}", message))


def slide_titles(markdown: str) -> list[str | None]:
    """Return the title of each slide of a rendered deck or part, as it stands there, without Markdown."""
    return [slide.title for slide in _read_part("", _without_front_matter(markdown), 1, 0)[0].slides]


def _without_front_matter(markdown: str) -> list[str]:
    lines = markdown.splitlines()
    return lines[lines.index("---", 1) + 1 :] if lines[:1] == ["---"] and "---" in lines[1:] else lines


def _read_part(file: str, lines: list[str], first_slide: int, number: int) -> tuple[Part, list[Problem]]:
    titles: list[str | None] = [None]
    slide_of_line, by_hand, fence = [], [], None
    for place, line in enumerate(lines, 1):
        found = _FENCE.match(line)
        if found and fence is None:
            fence = found.group(1)
            if _PYTHON_FENCE.match(found.group(2)):
                by_hand.append(place)
        elif found and found.group(1).startswith(fence) and not found.group(2):
            fence = None
        elif fence is None and line.strip() == "---":
            titles.append(None)
        elif fence is None and titles[-1] is None and (heading := _HEADING.match(line)):
            titles[-1] = re.sub(r"[*`_]|<[^>]*>", "", heading.group(1))
        slide_of_line.append(len(titles) - 1)
    slides = [Slide(first_slide + i, title) for i, title in enumerate(titles)]
    part = Part(file, lines, first_slide, slides, slide_of_line, number)
    message = 'Python typed by hand; put it into a snippet and show it with {{ code("snippet", "cell") }}'
    return part, [part.problem(place, message, at="```") for place in by_hand]
