"""Rules of how the deck is made: titles, notes, links, alt texts; nothing from outside; what axe-core finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from engine.checks.finding import Finding
from engine.checks.page import Page

_WEB = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?$")
_ALT_LETTERS = 30


def structure(page: Page, part_of_slide: dict[int, str], out: Path) -> Iterator[Finding]:
    """Find slides without title, notes or alt texts, titles that a part has twice, and links that lead nowhere.

    Args:
        page: the deck in the browser.
        part_of_slide: file of the part that each slide belongs to.
        out: the folder of the deck, with the files that a link may lead to.
    """
    titles = Counter()
    known = {slide["number"] for slide in page.slides}
    for slide in page.slides:
        number = slide["number"]
        if not slide["titles"]:
            yield Finding("structure", number, "no title; begin the slide with ## and a few words")
        else:
            title = slide["titles"][0]
            key = (part_of_slide.get(number), title)
            titles[key] += 1
            if titles[key] > 1:
                message = f'the title "{title}" is taken by an earlier slide of this part; give it another'
                yield Finding("structure", number, message, at=title)
        if not slide["notes"]:
            yield Finding("structure", number, "no speaker notes; say in <!-- --> what to tell and what to ask")
        for figure_number, figure in enumerate(slide["figures"]):
            alt = figure["alt"].strip()
            if len(alt) < _ALT_LETTERS or re.search(r"\.(svg|png|jpe?g|webp)$", alt):
                message = f'the alt text "{alt}" does not say what the figure shows; write a sentence'
                yield Finding("accessibility", number, message, block=("figure", figure_number))
        seen = set()
        for link in slide["links"]:
            target = int(link[1:]) if re.fullmatch(r"#\d+", link) else None
            if target is None and not (_WEB.match(link) or leads_to_file(link, out)):
                message = f"the link {link} leads nowhere; write https://…, #slide, or a file of the build"
                yield Finding("structure", number, message, at=link)
            elif target is not None and target not in known:
                yield Finding("structure", number, f"the link {link} leads to no slide", at=link)
            elif link in seen:
                yield Finding("structure", number, f"the link {link} stands here twice; keep one", at=link)
            seen.add(link)


def leads_to_file(link: str, out: Path) -> bool:
    """Tell whether a link leads to a file that the build made, so that it works wherever the folder is copied to."""
    target = (out / unquote(link.split("#")[0])).resolve()
    return not re.match(r"[a-z]+:|/|#|$", link, re.I) and target.is_relative_to(out.resolve()) and target.is_file()


def offline(page: Page) -> Iterator[Finding]:
    """Find whatever the deck asks from outside, errors on its console, and a missing or weak policy."""
    for url in dict.fromkeys(page.requests):
        yield Finding("offline", 0, f"the deck asks the network for {url[:100]}; put it into the page", at=url[:60])
    for text in dict.fromkeys(page.complaints):
        yield Finding("offline", 0, f"the browser complains: {text[:150]}")
    if "default-src 'none'" not in page.policy or "unsafe-eval" in page.policy:
        yield Finding("offline", 0, "the HTML has no Content-Security-Policy that forbids all but what is inside")


def accessibility(page: Page) -> Iterator[Finding]:
    """Pass on what axe-core found."""
    for found in page.violations:
        message = f'{found["help"]} (axe rule {found["rule"]}) at "{found["text"][:40]}"'
        yield Finding("accessibility", found["slide"], message, at=found["text"][:30])
