"""Render the parts (Jinja templates) into one Marp Markdown text.

`engine.slides.parts` reads the parts, and `engine.slides.words` defines the words that they can use. Every problem is
collected with its file, line and slide, so that one run shows all of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from types import CodeType
from typing import Any
from urllib.parse import quote, unquote

import jinja2
import jinja2.meta
import nbformat

from engine.core.problems import Problem, Slide, did_you_mean
from engine.slides.course import Course, read_course
from engine.slides.links import Links
from engine.slides.lookup import Placement, RenderContext
from engine.slides.parts import Part, read_parts, slide_titles
from engine.slides.words import Words, vocabulary
from engine.snippets.expected import count_outcomes
from engine.snippets.read import Snippet


def _shown(value: Any) -> Any:
    if callable(value) and not isinstance(value, jinja2.Undefined):
        raise jinja2.TemplateRuntimeError(f"this shows no text; call it, as in {value.__name__}(…)")
    return value


def _included(name: str) -> str:
    raise jinja2.TemplateRuntimeError(f"a part takes nothing from {name}, nor from any other file; write it here")


_JINJA = jinja2.Environment(
    undefined=jinja2.StrictUndefined,
    keep_trailing_newline=True,
    autoescape=False,
    finalize=_shown,
    loader=jinja2.FunctionLoader(_included),
)
_JINJA.globals.clear()  # a part can use only its words and variables, not Jinja's globals
# Code, which is left as it is: a fence, or a span within a line.
_CODE = (
    r"(?P<code>^ {0,3}(?P<fence>`{3,}|~{3,}).*?^ {0,3}(?P=fence)[`~]* *$"
    r"|(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))"
)
_IMAGE = re.compile(_CODE + r"|(?P<alt>!\[(?:\\.|[^\]\\])*\])\(\s*(?P<target><[^>]+>|[^)\s>]+)", re.M | re.S)
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")  # see engine.mjs of the theme
_PERCENT = re.compile(_CODE + r"|(?<=\d) (?=%)", re.M | re.S)


@dataclass(frozen=True)
class Deck:
    """A rendered deck and its sources."""

    course: Course  # the settings of the whole deck
    snippets: dict[str, Snippet] = field(repr=False)  # every snippet by name
    results: dict[str, nbformat.NotebookNode] = field(repr=False)  # executed notebook of each snippet that succeeded
    parts: list[Part] = field(default_factory=list)  # in order
    markdown: str = ""  # Marp Markdown; image links are relative to its folder
    images: dict[str, bytes] = field(default_factory=dict, repr=False)  # linked images, by path relative to that folder
    placements: list[Placement] = field(default_factory=list)  # the blocks that words placed on the slides, in order

    @cached_property
    def slides(self) -> list[Slide]:
        """Every slide, in order, with its title as written in the template."""
        return [slide for part in self.parts for slide in part.slides]

    @cached_property
    def titles(self) -> list[str | None]:
        """The title of every slide, in order, as rendered."""
        return slide_titles(self.markdown)

    @property
    def summary(self) -> str:
        """A short summary of the contents."""
        errors = count_outcomes(self.results.values())
        return f"{len(self.slides)} slides, {len(self.snippets)} snippets{errors and f', {errors}'}"

    def part_of(self, slide: int) -> Part | None:
        """Return the part that contains a slide number; None when there is no such slide."""
        return next((p for p in self.parts if p.first_slide <= slide < p.first_slide + len(p.slides)), None)

    def placement(self, slide: int, mark: str, number: int) -> Placement | None:
        """Return a block of a slide by its mark and its index among blocks of that mark; None without such a block."""
        blocks = (block for block in self.placements if (block.slide, block.mark) == (slide, mark))
        return next(islice(blocks, number, None), None)

    def placements_in(self, part: Part) -> list[Placement]:
        """Return the blocks that words placed on the slides of a part, in order."""
        return [placement for placement in self.placements if self.part_of(placement.slide) is part]


def render_deck(
    root: Path, snippets: dict[str, Snippet], results: dict[str, nbformat.NotebookNode]
) -> tuple[Deck, list[Problem]]:
    """Render the parts of a deck.

    Returns:
        The deck and the problems in its parts. A deck with problems is incomplete and must not be published.
    """
    course, problems = read_course(root)
    if problems:  # rendering would report consequences of these problems too
        return Deck(course, snippets, results), problems
    parts, problems = read_parts(root, course.parts)
    context = RenderContext(snippets, results, Links(course.repository))
    texts: list[str] = []
    images: dict[str, bytes] = {}
    for part in parts:
        text, wrong = _render_part(part, context, {"course": course, "parts": parts}, course.steps)
        context.complete = context.complete and text is not None
        made = len(slide_titles(text)) if text is not None else len(part.slides)
        if made != len(part.slides):
            message = (
                f"{len(part.slides)} slides are written here and {made} rendered; no --- inside of {{% … %}} or a value"
            )
            wrong.append(part.problem(1, message))
        text, linked, missing = _link_images(_no_break_before_percent(text or ""), root, part)
        images |= linked
        problems += wrong + missing
        texts.append(f"<!-- header: {json.dumps(part.header, ensure_ascii=False)} -->\n{text}")
    if context.complete:  # otherwise, what the broken part shows would be reported as unused
        problems += context.unused()
    slides = [slide for part in parts for slide in part.slides]
    markdown = context.links.substitute(_front_matter(course) + "\n---\n\n".join(texts), slides)
    deck = Deck(course, snippets, results, parts, markdown, images | context.images, context.placements)
    return deck, problems


def _front_matter(course: Course) -> str:
    settings = {
        "marp": True,
        "theme": "aula",
        "lang": "pt-BR",
        "paginate": True,
        "title": course.title,
        "author": course.author,
        "description": course.description,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _render_part(
    part: Part, context: RenderContext, variables: Mapping[str, Any], steps: list[str]
) -> tuple[str | None, list[Problem]]:
    """Return the text of a part, None when its template can't be rendered at all, and the problems in the part."""
    words = Words(context, part, steps)
    names = {**variables, **vocabulary(words)}
    try:
        used, code = _compile("\n".join(part.lines) + "\n")
        unknown = [(name, line) for name, line in used if name not in names]
        for name, line in unknown:
            words.problems.append(part.problem(line, f'no word "{name}"{did_you_mean(name, names)}', at=name))
        text = None if unknown else jinja2.Template.from_code(_JINJA, code, names).render()
        return text, words.problems
    except jinja2.TemplateSyntaxError as error:
        problem = part.problem(error.lineno, f"not valid Jinja: {error.message}")
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        problem = part.problem(_template_line(error), str(error))
    return None, [*words.problems, problem]


@lru_cache(maxsize=256)  # the preview renders all parts again when one of them changes
def _compile(source: str) -> tuple[list[tuple[str, int]], CodeType]:
    """Return the undeclared names of a template with their lines, and its compiled code."""
    tree = _JINJA.parse(source)
    outside = jinja2.meta.find_undeclared_variables(tree)
    used = [(node.name, node.lineno) for node in tree.find_all(jinja2.nodes.Name) if node.name in outside]
    return used, _JINJA.compile(tree)


def _no_break_before_percent(text: str) -> str:
    """Return a text in which no line ends between a number and its ``%``; code is left as it is."""
    return _PERCENT.sub(lambda found: found.group("code") or "\N{NO-BREAK SPACE}", text)


def _template_line(error: BaseException) -> int:
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _link_images(text: str, root: Path, part: Part) -> tuple[str, dict[str, bytes], list[Problem]]:
    """Put the images that a part links, relative to ``slides``, into the deck.

    Returns:
        The text with the paths of the images in the deck, the images by these paths, and the missing ones.
    """
    slides = (root / "slides").resolve()
    images: dict[str, bytes] = {}
    problems = []

    def link(match: re.Match[str]) -> str:
        if match.group("code"):
            return match.group()
        target = match.group("target").strip("<>")
        if re.match(r"figures/|https?:|data:", target):
            return match.group()
        path = (slides / unquote(target)).resolve()
        picture = path.suffix.lower() in _PICTURES and path.is_file() and path.stat().st_size
        if picture and path.is_relative_to(slides):
            name = f"images/{path.relative_to(slides).as_posix()}"
            images[name] = path.read_bytes()
            return f"{match.group('alt')}({quote(name)}"
        line = next((n for n, source in enumerate(part.lines, 1) if target in source), 1)
        message = f"no image slides/{target}; draw it in a snippet and show it with figure(…)"
        if path.is_file() and not picture:
            message = f"slides/{target} is no picture that a slide can show; make it SVG, PNG, JPEG or WebP"
        elif picture:
            message = f"slides/{target} is outside of slides/; put the image there"
        problems.append(part.problem(line, message, at=target))
        return match.group()

    return _IMAGE.sub(link, text), images, problems
