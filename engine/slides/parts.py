"""Read the parts and their slides, without rendering them.

A part is a file ``slides/NN_name.md.j2``. A line that contains only ``---`` starts the next slide.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from engine.core.problems import ContentError, Problem, Slide, did_you_mean, read_source
from engine.slides import course
from engine.slides.minutes import seconds

SUFFIX = ".md.j2"
_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})\s*(\S*)")
_PYTHON_FENCE = re.compile(r"^[{.]*(python3?|py|ipython)\b", re.I)
# A border between slides, as Marp sees it; and a line that it would make a heading of, above one.
_BREAK = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_PROSE = re.compile(r" {0,3}(?![#<>|`~{-]|\s|.*-->\s*$|.*[%}]}\s*$)\S")
# What a title shows of itself: emphasis, code and tags taken away, but not the underscore of a name.
_MARKUP = re.compile(r"[*`]|<[^>]*>|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_BY_HAND = 'Python typed by hand; put it into a snippet and show it with {{ code("snippet", "cell") }}'
_COMMENT = re.compile(r"<!--(.*?)-->", re.S)
_COMMENT_BLOCK = re.compile(r"^ {0,3}<!--.*?-->", re.S | re.M)
# A value that is no YAML: its bracket or quote has no end.
_LEFT_OPEN = re.compile(r"""^\s*\w+: *(\[[^\]]*|\{[^}]*|"[^"]*|'[^']*)$""", re.M)
_KEY = re.compile(r"(\w+):(?:\s|$)")
# https://marpit.marp.app/directives, and what Marp adds: beside one of these, Marp reads a whole comment as directives.
_DIRECTIVE = re.compile(
    r"_?(theme|style|headingDivider|lang|title|description|author|image|keywords|url|marp|size|math|transition"
    r"|paginate|header|footer|class|color|background(Color|Image|Position|Repeat|Size))$"
)
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_LABEL = re.compile(r'<span class="number">\w+ (\w+)</span>')


@dataclass(frozen=True)
class Part:
    """One topic of the course: a template, and the data that is known before rendering."""

    file: str  # path relative to the deck, for messages
    lines: list[str]  # lines of the template
    first_slide: int  # number of its first slide in the deck, from 1
    slides: list[Slide]  # number and title of each slide, in order
    slide_of_line: list[int]  # index into `slides` for each line
    number: str  # the number or letter that its slides show (``Parte 2``, ``Apêndice A``), else that of its file
    title: str  # title of the first slide that has one, else the name of the file

    @property
    def name(self) -> str:
        """The name of the file, without ``.md.j2``."""
        return Path(self.file).name.removesuffix(SUFFIX)

    @property
    def texts(self) -> list[str]:
        """The text of each slide."""
        texts = [""] * len(self.slides)
        for line, slide in zip(self.lines, self.slide_of_line, strict=True):
            texts[slide] += f"{line}\n"
        return texts

    @property
    def seconds(self) -> list[int]:
        """How long each slide takes."""
        return [*map(seconds, self.texts)]

    @property
    def minutes(self) -> int:
        """How long its slides take."""
        return round(sum(self.seconds) / 60)

    @property
    def header(self) -> str:
        """The number and title as Markdown, for the header of the slides."""
        return f"**{self.number}** {self.title}"

    def slide_at(self, line: int) -> Slide:
        """Return the slide that contains a line of the template, from 1."""
        return self.slides[self.slide_of_line[min(max(line, 1), len(self.lines)) - 1]]

    def line_of(self, slide: int, text: str) -> int:
        """Return the first line of a slide, by its number, that contains a text; else the line of the title."""
        numbers = [n for n in range(1, len(self.lines) + 1) if self.slide_at(n).number == slide]
        holding = [n for n in numbers if text and text in self.lines[n - 1]]
        titles = [n for n in numbers if _HEADING.match(self.lines[n - 1])]
        return (holding or titles or numbers)[0]

    def problem(self, line: int, message: str, at: str = "", snippet: str = "") -> Problem:
        """Return a problem at a line, with the caret under the first occurrence of `at`."""
        source = self.lines[line - 1]
        column = source.find(at) if at and at in source else None
        return Problem(self.file, message, line, self.slide_at(line), source, column, snippet)


def read_parts(root: Path, order: Sequence[str] = ()) -> tuple[list[Part], list[Problem]]:
    """Return the parts of a deck, those named in `order` or all numbered ones, and their problems."""
    files, problems = _part_files(root / "slides", order)
    parts: list[Part] = []
    slide = 1
    for index, path in files:
        try:
            lines = read_source(path, root).removesuffix("\n").split("\n")
        except ContentError as error:
            problems += error.problems
            continue
        part, wrong = _read_part(path.relative_to(root).as_posix(), lines, slide, index)
        parts.append(part)
        problems += wrong
        slide += len(part.slides)
    if not parts:
        problems.append(Problem("slides", "no part here; a part is a file such as 01_conceitos.md.j2"))
    return parts, problems


def _part_files(folder: Path, order: Sequence[str]) -> tuple[list[tuple[int, Path]], list[Problem]]:
    existing = {path.name.removesuffix(SUFFIX): path for path in sorted(folder.glob(f"*{SUFFIX}"))}
    numbered = [name for name in existing if re.match(r"\d\d_", name)]
    files, problems = [], []
    for index, name in enumerate(order or numbered):
        if name in existing:
            files.append((index if order else int(name[:2]), existing.pop(name)))
        elif name in order[:index]:
            problems.append(Problem(course.FILE, f'parts names "{name}" twice; delete one'))
        else:
            message = f'parts names "{name}", and slides/{name}{SUFFIX} is not there{did_you_mean(name, existing)}'
            problems.append(Problem(course.FILE, message))
    for file in (f"{name}{SUFFIX}" for name in existing):
        unnamed = f"parts in {course.FILE} leaves this part out; name it there, or delete it"
        remedy = f"name it as in 01_{file}, or name all in {course.FILE}"
        unnumbered = f"this part has no number, so it is left out; {remedy}"
        problems.append(Problem(f"slides/{file}", unnamed if order else unnumbered))
    return files, problems


def slide_titles(markdown: str) -> list[str | None]:
    """Return the title of each slide of a rendered deck or part, without Markdown markup."""
    return [slide.title for slide in _rendered(markdown).slides]


def slide_texts(markdown: str) -> list[str]:
    """Return the Markdown of each slide of a rendered deck or part."""
    return _rendered(markdown).texts


@lru_cache(maxsize=64)  # formats ask for each slide of a deck, the preview for those of each part
def _rendered(markdown: str) -> Part:
    lines = markdown.split("\n")
    if lines[:1] == ["---"] and "---" in lines[1:]:
        lines = lines[lines.index("---", 1) + 1 :]  # skip the front matter
    return _read_part("", lines, 1, 0)[0]


def _read_part(file: str, lines: list[str], first_slide: int, index: int) -> tuple[Part, list[Problem]]:
    titles: list[str | None] = [None]
    slide_of_line: list[int] = []
    wrong: list[tuple[int, str]] = []
    fence, opened = "", 0
    text = "\n".join(lines)
    outside = _COMMENT_BLOCK.sub(lambda comment: "\n" * comment.group().count("\n"), text).split("\n")
    for number, line in enumerate(outside, 1):
        found = _FENCE.match(line)
        if found and not fence:
            fence, opened = found.group(1), number
            if _PYTHON_FENCE.match(found.group(2)):
                wrong.append((number, _BY_HAND))
        elif found and found.group(1).startswith(fence) and not found.group(2):
            fence = ""
        elif not fence and _BREAK.match(line):
            if line.strip() != "---":
                wrong.append((number, "Marp begins a slide here, and the engine does not count it; write --- instead"))
            elif number > 1 and _PROSE.match(lines[number - 2]):
                wrong.append((number, "Marp takes the line above for a heading; leave a blank line before ---"))
            titles.append(None)
        elif not fence and re.match(r"\s*<style\b[^>]*\bscoped\b", line):
            wrong.append((number, "Marp names it at random in each build; give a _class, and style it in the theme"))
        elif not fence and titles[-1] is None and (heading := _HEADING.match(line)):
            titles[-1] = _MARKUP.sub("", heading.group(1))
        slide_of_line.append(len(titles) - 1)
    for comment in _COMMENT.finditer(text):
        keys = [_KEY.match(line) for line in comment.group(1).strip().splitlines() if line.strip()]
        names = [key.group(1) for key in keys if key]
        taken = [name for name in names if _DIRECTIVE.match(name)]
        message = ""
        if taken and len(keys) == len(names) > len(taken):
            message = f'Marp takes "{taken[0]}:" for a directive: the notes are lost; write it otherwise'
        elif taken and _LEFT_OPEN.search(comment.group(1)):
            message = "Marp can't read this directive; close what its value opens"
        elif "headingDivider" in taken:
            message = "Marp begins a slide at each heading, and the engine does not count them; write --- instead"
        if message:
            wrong.append((1 + text.count("\n", 0, text.index(f"{taken[0]}:", comment.start())), message))
    if (comment_open := next((n for n, line in enumerate(outside, 1) if line.startswith("<!--")), 0)) and not fence:
        wrong.append((comment_open, "this comment is never closed; write --> at its end"))
    if fence:
        wrong.append((opened, "this fence is never closed; close it with the same signs on a line of their own"))
    slides = [Slide(first_slide + i, title) for i, title in enumerate(titles)]
    title, shown = next(filter(None, titles), Path(file).stem), _LABEL.search(text)
    part = Part(file, lines, first_slide, slides, slide_of_line, shown[1] if shown else str(index), title)
    return part, [part.problem(number, message, at=lines[number - 1].strip()[:3]) for number, message in wrong]
