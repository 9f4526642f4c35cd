"""Take screenshots of slides in the browser."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.core.browser import Browser, open_browser, open_page


def take_screenshots(html: Path, browser: Browser, numbers: Iterable[int]) -> list[bytes]:
    """Return a screenshot of each given slide, a PNG of 1280 x 720."""
    address = html.resolve().as_uri()
    with open_browser(browser) as context:
        page = open_page(context, address).page
        # Hide the buttons that the player shows for some seconds: they are not part of a slide.
        page.evaluate("document.querySelectorAll('.bespoke-marp-osc').forEach(e => { e.style.display = 'none' })")
        shots = []
        for number in numbers:
            page.goto(f"{address}#{number}")
            page.wait_for_selector(f".bespoke-marp-active section[data-marpit-pagination='{number}']")
            page.evaluate("document.fonts.ready")
            shots.append(page.screenshot())
    return shots
