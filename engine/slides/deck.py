"""Put results on slides: render the parts, Jinja templates, into one Marp Markdown text.

How parts are read is in `engine.slides.parts`, what they can say in `engine.slides.words`. Every problem is collected
with its file, line and slide, so that one run shows them all.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import CodeType

import jinja2
import jinja2.meta
import nbformat

from engine.core.problems import Problem, Slide, did_you_mean
from engine.slides.links import notebook_links
from engine.slides.parts import Course, Part, part_name, read_course, read_parts
from engine.slides.words import Shown, Words
from engine.snippets.read import Snippet

_JINJA = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True, autoescape=False)
_JINJA.globals.clear()  # a part knows the words of `engine.slides.words`, and nothing else
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)")


@dataclass(frozen=True)
class Deck:
    """A rendered deck.

    Args:
        markdown: Marp Markdown, images linked relative to its folder.
        images: what it links, by path relative to that folder.
        parts: what it was rendered from, in order.
        shown: what its slides show with the words of `engine.slides.words`, in order.
    """

    markdown: str
    images: dict[str, bytes] = field(repr=False)
    parts: list[Part]
    shown: list[Shown]

    @property
    def slides(self) -> list[Slide]:
        """Every slide, in order."""
        return [slide for part in self.parts for slide in part.slides]


def render_deck(
    folder: Path,
    root: Path,
    snippets: dict[str, Snippet],
    results: dict[str, nbformat.NotebookNode],
) -> tuple[Deck, list[Problem]]:
    """Render the parts of a folder.

    Args:
        folder: the folder of slides.
        root: the project, to which file names in messages are relative.
        snippets: every snippet by name.
        results: the executed notebook of each snippet that ran well.

    Returns:
        The deck, and what is wrong in its parts. A deck with problems has gaps, and must not be published.
    """
    course = read_course(folder)
    parts, problems = read_parts(folder, course.parts)
    words = Words(snippets, results)
    texts, images = [_front_matter(course)], {}
    complete = True
    for part in parts:
        names = {**words.for_part(part, course.steps, problems), "course": course, "parts": parts}
        text = _render_part(part, names, problems)
        complete = complete and text is not None
        texts.append(_header(part) + _link_images(_bound(text or ""), folder, part, images, problems))
    if complete:  # else what the broken part shows would be reported too
        problems += words.never_shown()
    markdown = "\n---\n\n".join([texts[0] + texts[1], *texts[2:]]) if len(texts) > 1 else texts[0]
    slides = [slide for part in parts for slide in part.slides]
    markdown = words.links.resolved(markdown, slides, lambda names: notebook_links(names, course.repository))
    return Deck(markdown, images | words.images, parts, words.blocks), problems


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


def _header(part: Part) -> str:
    """Return the directive that names the part at the top of its slides."""
    return f"<!-- header: {json.dumps(part_name(part), ensure_ascii=False)} -->\n"


def _render_part(part: Part, names: dict, problems: list[Problem]) -> str | None:
    """Return the text of a part, or None when its template can't be rendered at all."""
    try:
        used, code = _compiled("\n".join(part.lines) + "\n")
        unknown = [(name, line) for name, line in used if name not in names]
        for name, line in unknown:
            problems.append(part.problem(line, f'no word "{name}"{did_you_mean(name, names)}', at=name))
        return None if unknown else jinja2.Template.from_code(_JINJA, code, names).render()
    except jinja2.TemplateSyntaxError as error:
        problems.append(part.problem(error.lineno, f"not valid Jinja: {error.message}"))
    except (jinja2.TemplateError, TypeError, ValueError) as error:
        problems.append(part.problem(_template_line(error), f"{str(error).removeprefix('_Part.')}"))
    return None


@lru_cache(maxsize=256)  # the preview renders all parts again when one of them changes
def _compiled(source: str) -> tuple[list[tuple[str, int]], CodeType]:
    """Return the names that a template takes from outside, with their lines, and its code."""
    tree = _JINJA.parse(source)
    outside = jinja2.meta.find_undeclared_variables(tree)
    used = [(node.name, node.lineno) for node in tree.find_all(jinja2.nodes.Name) if node.name in outside]
    return used, _JINJA.compile(tree)


def _bound(text: str) -> str:
    """Return a text in which no line ends between a number and its ``%``."""
    return re.sub(r"(?<=\d) (?=%)", "\N{NO-BREAK SPACE}", text)


def _template_line(error: BaseException) -> int:
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _link_images(text: str, folder: Path, part: Part, images: dict[str, bytes], problems: list[Problem]) -> str:
    """Take the images that a part links itself, relative to the folder of slides, into the deck."""

    def link(match: re.Match) -> str:
        target = match.group(1)
        if re.match(r"figures/|https?:|data:", target):
            return match.group()
        path = folder / target
        if path.is_file():
            images[f"images/{path.name}"] = path.read_bytes()
            return match.group().replace(target, f"images/{path.name}")
        line = next((n for n, source in enumerate(part.lines, 1) if target in source), 1)
        message = f"no image {folder.name}/{target}; draw it in a snippet and show it with figure(…)"
        problems.append(part.problem(line, message, at=target))
        return match.group()

    return _IMAGE.sub(link, text)
