"""Rules of the site's front page: it fits a phone and a screen, is accessible and self-contained, has no dead link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.checks.context import CheckContext, Finding
from engine.checks.page import axe_violations
from engine.checks.rules.structure import leads_to_file
from engine.core.browser import Browser, open_browser, open_page

# Maximum size of the page in bytes, with everything that it shows: visitors wait for all of it.
LARGEST = 300_000
_SIZES = {"a screen": (1280, 800), "a phone": (360, 740)}
_LINKS = (
    "() => [...document.querySelectorAll('[href], [src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src'))"
)
_WIDTH = "() => document.documentElement.scrollWidth - innerWidth"
_UNKNOWN = "target => !document.getElementById(target)"


def site(context: CheckContext) -> Iterator[Finding]:
    """Find faults of ``index.html``."""
    for message in site_faults(context.paths.out / "index.html", context.browser):
        yield Finding(0, message)


def site_faults(path: Path, browser: Browser) -> Iterator[str]:
    """Find faults of a front page, whose links must point to files in its folder."""
    weight = path.stat().st_size
    if weight > LARGEST:
        yield f"the page has {weight:,} bytes, {LARGEST:,} is the most; make its pictures smaller"
    with open_browser(browser, bypass_csp=True) as context:
        for name, (width, height) in _SIZES.items():
            opened = open_page(context, path.resolve().as_uri(), width, height)
            page = opened.page
            yield from (f"the page asks for {url[:100]}; put it into the page" for url in opened.outside)
            yield from (f"the browser complains: {text[:150]}" for text in opened.complaints)
            if (over := page.evaluate(_WIDTH)) > 0:
                yield f"on {name} the page is {over} px too wide"
            for found in axe_violations(page):
                yield f'{found["help"]} (axe rule {found["rule"]}) at "{found["text"][:40]}" on {name}'
        for link in dict.fromkeys(page.evaluate(_LINKS)):
            if link.startswith(("data:", "https://")):
                continue
            dead = page.evaluate(_UNKNOWN, link[1:]) if link.startswith("#") else not leads_to_file(link, path.parent)
            if dead:
                yield f"the link {link} leads nowhere"
