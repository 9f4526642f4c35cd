"""Open the built deck in the browser once, and collect what the rules check."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from engine.core.browser import OpenPage, open_browser, open_page
from engine.core.paths import NODE_MODULES

_HERE = Path(__file__).parent

# What `measure.js` returns for a slide, at its end: plain data, whose fields are told there.
Measured: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class PageMeasure:
    """The deck as measured in the browser."""

    slides: list[Measured]  # the measurements of each slide
    outside: list[str] = field(default_factory=list)  # every URL that the page requested, except its own
    complaints: list[str] = field(default_factory=list)  # errors of the page and messages on its console, each once
    violations: list[tuple[int, str, str]] = field(default_factory=list)  # see `axe_violations`
    policy: str = ""  # the Content-Security-Policy; empty when missing


def measure_page(html: Path) -> PageMeasure:
    """Open a deck from its file, without network access, and measure every slide."""
    # The policy is read but bypassed, because it would block axe-core.
    with open_browser(bypass_csp=True) as context:
        opened = open_page(context, html.resolve().as_uri())
        page = opened.page
        policy = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''")
        slides = page.evaluate((_HERE / "measure.js").read_text("utf-8"))
        return PageMeasure(slides, opened.outside, opened.complaints, axe_violations(opened), policy)


def axe_violations(opened: OpenPage) -> list[tuple[int, str, str]]:
    """Return what axe-core finds on a page: the number of the slide, the message, and the text of the element."""
    opened.page.add_script_tag(path=NODE_MODULES / "axe-core" / "axe.min.js")
    found = opened.page.evaluate((_HERE / "axe.js").read_text("utf-8"))
    return [(v["slide"], f'{v["help"]} (axe rule {v["rule"]}) at "{v["text"][:40]}"', v["text"][:30]) for v in found]
