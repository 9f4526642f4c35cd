"""Render the parts (Jinja templates) into one Marp Markdown text.

`engine.slides.parts` reads the parts, and `engine.slides.words` defines the words that they can use. Every problem is
collected with its file, line and slide, so that one run shows all of them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from traceback import walk_tb
from types import CodeType
from typing import Any
from urllib.parse import quote, unquote

import jinja2
import jinja2.meta
import nbformat

from engine.core.problems import Problem, Slide, did_you_mean
from engine.slides.course import Course, read_course
from engine.slides.figure import SCRIPT
from engine.slides.links import Placement, with_links
from engine.slides.lookup import RenderContext
from engine.slides.parts import Part, read_parts, slide_titles
from engine.slides.words import Words, step_bar, vocabulary
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
_STEP = re.compile(r"""\bstep\(["']([^"']*)""")
_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp")  # see engine.mjs of the theme


@dataclass(frozen=True)
class Deck:
    """A rendered deck and its sources."""

    course: Course  # the settings of the whole deck
    snippets: dict[str, Snippet] = field(repr=False)  # every snippet by name
    results: dict[str, nbformat.NotebookNode] = field(repr=False)  # executed notebook of each snippet that succeeded
    parts: list[Part] = field(default_factory=list)  # in order
    markdown: str = ""  # Marp Markdown; image links are relative to its folder
    images: dict[str, bytes] = field(default_factory=dict, repr=False)  # linked images, by path relative to that folder
    placements: list[Placement] = field(default_factory=list)  # what words placed on the slides, in order

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
        """Return what words placed on the slides of a part, in order."""
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
    context = RenderContext(snippets, results, problems)
    texts = [_render_part(part, context, course, parts, root / "slides") for part in parts]
    if context.complete and None not in texts:  # otherwise, what is not rendered would be reported as unused
        problems += context.unused()
    slides = [slide for part in parts for slide in part.slides]
    text = _front_matter(course) + "\n---\n\n".join(filter(None, texts))
    markdown = with_links(text, context.placements, slides, course.repository)
    return Deck(course, snippets, results, parts, markdown, context.images, context.placements), problems


def _front_matter(course: Course) -> str:
    settings = {"marp": True, "theme": "aula", "lang": "pt-BR", "paginate": True}
    settings |= {key: getattr(course, key) for key in ("title", "author", "description")}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _render_part(part: Part, context: RenderContext, course: Course, parts: list[Part], folder: Path) -> str | None:
    """Return the text of a part; None when its template can't be rendered at all."""
    used = _STEP.findall("\n".join(part.lines))
    steps = course.appendix_steps if {*used} & {*course.appendix_steps} else course.steps
    names = {"course": course, "parts": parts, **vocabulary(Words(context, part, steps))}
    try:
        used, code = _compile("\n".join(part.lines) + "\n")
        unknown = [(name, line) for name, line in used if name not in names]
        for name, line in unknown:
            context.problems.append(part.problem(line, f'no word "{name}"{did_you_mean(name, names)}', at=name))
        if unknown:
            return None
        text = jinja2.Template.from_code(_JINJA, code, names).render()
    except jinja2.TemplateSyntaxError as error:
        context.problems.append(part.problem(error.lineno, f"not valid Jinja: {error.message}"))
        return None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
        context.problems.append(part.problem([1, *lines][-1], str(error)))
        return None
    written, made = len(part.slides), len(slide_titles(text))
    if made != written:
        message = f"{written} slides are written here and {made} rendered; no --- inside of {{% … %}} or a value"
        context.problems.append(part.problem(1, message))
    linked = _link_images(text, folder.resolve(), part, context)
    header = part.header + (step_bar(steps) if used else "")  # slides without a step show the bar too: it never moves
    return f"<!-- header: {json.dumps(header, ensure_ascii=False)} -->\n{linked}"


@lru_cache(maxsize=256)  # the preview renders all parts again when one of them changes
def _compile(source: str) -> tuple[list[tuple[str, int]], CodeType]:
    """Return the undeclared names of a template with their lines, and its compiled code."""
    tree = _JINJA.parse(source)
    outside = jinja2.meta.find_undeclared_variables(tree)
    used = [(node.name, node.lineno) for node in tree.find_all(jinja2.nodes.Name) if node.name in outside]
    return used, _JINJA.compile(tree)


def _link_images(text: str, slides: Path, part: Part, context: RenderContext) -> str:
    """Put the images that a part links, relative to ``slides``, into the deck; return the text with their new paths."""

    def link(match: re.Match[str]) -> str:
        target = (match.group("target") or "").strip("<>")
        if match.group("code") or re.match(r"figures/|https?:|data:", target):
            return match.group()
        path = (slides / unquote(target)).resolve()
        message = ""
        if not path.is_file():
            message = f"no image slides/{target}; draw it in a snippet and show it with figure(…)"
        elif path.suffix.lower() not in _PICTURES or not path.stat().st_size:
            message = f"slides/{target} is no picture that a slide can show; make it SVG, PNG, JPEG or WebP"
        elif not path.is_relative_to(slides):
            message = f"slides/{target} is outside of slides/; put the image there"
        elif path.suffix.lower() == ".svg" and SCRIPT.search(path.read_text("utf-8", "replace")):
            message = f"slides/{target} has a script; take it out"
        if message:
            line = next((n for n, source in enumerate(part.lines, 1) if f"]({target}" in source), 1)
            context.problems.append(part.problem(line, message, at=target))
            return match.group()
        name = f"images/{path.relative_to(slides).as_posix()}"
        context.images[name] = path.read_bytes()
        return f"{match.group('alt')}({quote(name)}"

    return _IMAGE.sub(link, text)
