"""Rules of the site's front page: whole on a phone and on a screen, accessible, nothing from outside, no dead link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.checks.finding import Finding
from engine.checks.page import AXE, WCAG
from engine.checks.rules.structure import leads_to_file
from engine.core.browser import Browser, opened

# Bytes of the page that people wait for, everything that it shows included.
LARGEST = 300_000
_SIZES = {"a screen": (1280, 800), "a phone": (360, 740)}
_LINKS = (
    "() => [...document.querySelectorAll('[href], [src]')].map(e => e.getAttribute('href') ?? e.getAttribute('src'))"
)
_WIDTH = "() => document.documentElement.scrollWidth - innerWidth"
_UNKNOWN = "target => !document.getElementById(target)"


def site_rules(path: Path, browser: Browser, node_modules: Path) -> Iterator[Finding]:
    """Find what is wrong with ``index.html``.

    Args:
        path: the page, in the folder that it offers.
        browser: what opens it.
        node_modules: where axe-core is.
    """
    weight = path.stat().st_size
    if weight > LARGEST:
        yield Finding("site", 0, f"the page has {weight:,} bytes, {LARGEST:,} is the most; make its pictures smaller")
    with opened(browser, bypass_csp=True) as context:
        for name, (width, height) in _SIZES.items():
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": height})
            requests, complaints = [], []
            page.on("request", lambda request, found=requests: found.append(request.url))
            page.on("pageerror", lambda error, found=complaints: found.append(str(error)))
            page.on(
                "console",
                lambda m, found=complaints: found.append(m.text) if m.type in ("error", "warning") else None,
            )
            address = path.resolve().as_uri()
            page.goto(address)
            for url in dict.fromkeys(requests):
                if url != address and not url.startswith("data:"):
                    yield Finding("site", 0, f"the page asks for {url[:100]}; put it into the page")
            for text in dict.fromkeys(complaints):
                yield Finding("site", 0, f"the browser complains: {text[:150]}")
            if (over := page.evaluate(_WIDTH)) > 0:
                yield Finding("site", 0, f"on {name} the page is {over} px too wide")
            page.add_script_tag(path=node_modules / "axe-core" / "axe.min.js")
            for found in page.evaluate(AXE, WCAG):
                message = f'{found["help"]} (axe rule {found["rule"]}) at "{found["text"][:40]}" on {name}'
                yield Finding("site", 0, message)
        for link in dict.fromkeys(page.evaluate(_LINKS)):
            if link.startswith(("data:", "https://")):
                continue
            dead = page.evaluate(_UNKNOWN, link[1:]) if link.startswith("#") else not leads_to_file(link, path.parent)
            if dead:
                yield Finding("site", 0, f"the link {link} leads nowhere")
