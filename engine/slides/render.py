"""Render the parts (Jinja templates) into one Marp Markdown text.

`engine.slides.parts` reads the parts, and `engine.slides.words` defines the words that they can use. Every problem is
collected with its file, line and slide, so that one run shows all of them.
"""

import json
import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb
from types import CodeType
from typing import Any
from urllib.parse import quote, unquote

import jinja2
import jinja2.meta
import nbformat

from engine.core.problems import Problem, did_you_mean
from engine.slides.course import FILE, Course, read_course
from engine.slides.deck import Deck
from engine.slides.figure import SCRIPT
from engine.slides.links import with_links
from engine.slides.parts import Part, read_parts, slide_titles
from engine.slides.words import Words, step_bar, vocabulary
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


def render_deck(root: Path, snippets: dict[str, Snippet], results: dict[str, nbformat.NotebookNode]) -> Deck:
    """Render the parts of a deck; one with problems is incomplete and must not be published."""
    course, problems = read_course(root)
    deck = Deck(course, snippets, results, problems=problems)
    if problems:  # rendering would report consequences of these problems too
        return deck
    deck.parts, deck.problems = read_parts(root, course.parts)
    for name, minutes in course.cuts.items():
        numbered = [part for part in deck.parts if part.number.strip("0").isdigit() and "*" in name]
        own = {name.replace("*", part.number): (minutes, {each.number for each in part.slides}) for part in numbered}
        deck.cuts |= own or {name: (minutes, set())}
    if render_parts(deck, root / "slides"):  # otherwise, what is not rendered would be reported as unused
        deck.problems += deck.unused()
        text = (root / FILE).read_text("utf-8-sig")
        for name in (name for name, (_, slides) in deck.cuts.items() if not slides):
            line = text.count("\n", 0, text.find(name, text.find("cuts"))) + 1
            message = f'no slide is in the cut "{name}"; write {{{{ cut("{name}") }}}} in one'
            deck.problems.append(Problem(FILE, message, line))
    return deck


def render_parts(deck: Deck, folder: Path) -> bool:
    """Render the parts of a deck into its text; return whether nothing was left out."""
    texts = [_render_part(part, deck, folder) for part in deck.parts]
    text = _front_matter(deck.course) + "\n---\n\n".join(filter(None, texts))
    blocks, slides = (deck.whole.placements, deck.whole.slides) if deck.whole else ([], [])
    placements = [*deck.placements, *(replace(block, slide=-block.slide) for block in blocks if block.mark)]
    slides = [*deck.slides, *(replace(slide, number=-slide.number) for slide in slides)]
    deck.markdown = with_links(text, placements, slides, deck.course.repository)
    return deck.complete and None not in texts


def _front_matter(course: Course) -> str:
    settings = {"marp": True, "theme": "aula", "lang": "pt-BR", "paginate": True}
    settings |= {key: getattr(course, key) for key in ("title", "author", "description")}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def _render_part(part: Part, deck: Deck, folder: Path) -> str | None:
    """Return the text of a part; None when its template can't be rendered at all."""
    marked = {*_STEP.findall("\n".join(part.lines))}
    steps = deck.course.appendix_steps if marked & {*deck.course.appendix_steps} else deck.course.steps
    names = {"course": deck.course, "parts": deck.parts, **vocabulary(Words(deck, part, steps, folder))}
    try:
        used, code = _compile("\n".join(part.lines) + "\n")
        unknown = [(name, line) for name, line in used if name not in names]
        for name, line in unknown:
            deck.problems.append(part.problem(line, f'no word "{name}"{did_you_mean(name, names)}', at=name))
        if unknown:
            return None
        text = jinja2.Template.from_code(_JINJA, code, names).render()
    except jinja2.TemplateSyntaxError as error:
        deck.problems.append(part.problem(error.lineno, f"not valid Jinja: {error.message}"))
        return None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == "<template>"]
        deck.problems.append(part.problem([1, *lines][-1], str(error)))
        return None
    written, made = len(part.slides), len(slide_titles(text))
    if made != written:
        message = f"{written} slides are written here and {made} rendered; no --- inside of {{% … %}} or a value"
        deck.problems.append(part.problem(1, message))
    linked = _link_images(text, folder.resolve(), part, deck)
    header = part.header + (step_bar(steps) if marked else "")  # slides without a step show it too: it never moves
    return f"<!-- header: {json.dumps(header, ensure_ascii=False)} -->\n{linked}"


@lru_cache(maxsize=64)  # the preview renders all parts again when one of them changes
def _compile(source: str) -> tuple[list[tuple[str, int]], CodeType]:
    """Return the undeclared names of a template with their lines, and its compiled code."""
    tree = _JINJA.parse(source)
    outside = jinja2.meta.find_undeclared_variables(tree)
    used = [(node.name, node.lineno) for node in tree.find_all(jinja2.nodes.Name) if node.name in outside]
    return used, _JINJA.compile(tree)


def _link_images(text: str, slides: Path, part: Part, deck: Deck) -> str:
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
            deck.problems.append(part.problem(line, message, at=target))
            return match.group()
        name = f"images/{path.relative_to(slides).as_posix()}"
        deck.images[name] = path.read_bytes()
        return f"{match.group('alt')}({quote(name)}"

    return _IMAGE.sub(link, text)
