"""Open the built deck in the browser, once, and bring home all that the rules judge."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.core.browser import Browser, load_fonts, opened

_MEASURE = Path(__file__).with_name("measure.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


@dataclass(frozen=True)
class Page:
    """The deck as the browser shows it.

    Args:
        slides: what ``measure.js`` returns for each slide.
        requests: every address that the page asked for, but its own.
        complaints: errors of the page and messages on its console.
        violations: what axe-core found: rule, help, slide number, and the element's text.
        policy: the Content-Security-Policy; empty when there is none.
    """

    slides: list[dict]
    requests: list[str]
    complaints: list[str]
    violations: list[dict]
    policy: str


AXE = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: true,
  })
  return found.violations.flatMap(v => v.nodes.map(n => ({
    rule: v.id, help: v.help,
    slide: Number(n.element?.closest('section[data-marpit-pagination]')?.dataset.marpitPagination ?? 0),
    text: (n.element?.textContent ?? n.html).trim().replace(/\\s+/g, ' ').slice(0, 60),
  })))
}"""


def inspect(html: Path, browser: Browser, node_modules: Path) -> Page:
    """Open a deck from its file, without network, and measure every slide.

    Args:
        html: the deck.
        browser: what opens it.
        node_modules: where axe-core is.
    """
    # The policy is read, then passed by: it would not let axe-core in.
    with opened(browser, bypass_csp=True) as context:
        page = context.new_page()
        requests, complaints = [], []
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
        address = html.resolve().as_uri()
        page.goto(address)
        load_fonts(page)
        policy = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? ''")
        slides = page.evaluate(_MEASURE.read_text("utf-8"))
        page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
        violations = page.evaluate(AXE, WCAG)
    asked = [url for url in requests if url.split("#")[0] != address and not url.startswith("data:")]
    # Marp asks to keep the screen awake, and a browser without a screen says no.
    complaints = [text for text in complaints if "Wake Lock" not in text]
    return Page(slides, asked, complaints, violations, policy)
