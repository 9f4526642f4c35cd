"""A deck: its sources, and its slides as Marp Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import nbformat

from engine.core.problems import Problem, Slide
from engine.slides.course import Course
from engine.slides.links import Placement
from engine.slides.parts import Part, slide_titles
from engine.snippets.expected import count_outcomes
from engine.snippets.read import Snippet


@dataclass
class Deck:
    """The sources of a deck, and what its parts made of them: words add to it, and note what they show."""

    course: Course  # the settings of the whole deck
    snippets: dict[str, Snippet] = field(repr=False)  # every snippet by name
    results: dict[str, nbformat.NotebookNode] = field(repr=False)  # executed notebook of each snippet that succeeded
    parts: list[Part] = field(default_factory=list)  # in order
    markdown: str = ""  # Marp Markdown; image links are relative to its folder
    images: dict[str, bytes] = field(default_factory=dict, repr=False)  # linked images, by path relative to that folder
    placements: list[Placement] = field(default_factory=list)  # what words placed on the slides, in order
    scripts: dict[str, str] = field(default_factory=dict, repr=False)  # of words, to run in the page, by name
    problems: list[Problem] = field(default_factory=list)  # what is wrong in the parts
    # the snippets and cells that a slide shows: the name of the snippet, with that of the cell or None
    shown: set[tuple[str, str | None]] = field(default_factory=set)
    complete: bool = True  # whether every word of every part could be rendered
    # shorter decks by name: the minutes that each may take, and the numbers of its slides, when every part is rendered
    cuts: dict[str, tuple[int, set[int]]] = field(default_factory=dict)
    whole: "Deck | None" = field(default=None, repr=False)  # the deck that this one is a cut of

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
        return [each for each in self.placements if 0 <= each.slide - part.first_slide < len(part.slides)]

    def unused(self) -> Iterator[Problem]:
        """Yield a problem for each snippet and cell that no slide shows."""
        for snippet in self.snippets.values():
            if (snippet.name, None) not in self.shown:
                yield snippet.problem("no slide shows this snippet; use it in a part or delete it")
                continue
            for cell in snippet.cells.values():
                if (snippet.name, cell.name) not in self.shown and not cell.may_stay_off_slides:
                    message = f'no slide shows the cell "{cell.name}"; show it, or tag it: tags=["fora-do-slide"]'
                    yield Problem(snippet.file, message, cell.line, snippet=snippet.name)
