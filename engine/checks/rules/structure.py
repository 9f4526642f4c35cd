"""Rules of structure: titles, notes, links and alt texts; network requests; violations that axe-core finds."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from engine.checks.context import CheckContext, Finding
from engine.core.problems import did_you_mean
from engine.slides.course import FILE
from engine.slides.minutes import length

_WEB = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?$")
_MIN_ALT = 30  # characters
_LEAST = 0.4  # of the minutes that a cut promises: questions of the class can't be all that is missing


def structure(context: CheckContext) -> Iterator[Finding]:
    """Find slides without title or notes, repeated titles in a part, and dead or repeated links."""
    titles: set[tuple[str, str]] = set()
    known = range(1, len(context.deck.slides) + 1)
    for slide in context.page.slides:
        number = slide["number"]
        if not slide["titles"]:
            yield Finding(number, "no title; begin the slide with ## and a few words")
        else:
            title, part = slide["titles"][0], context.deck.part_of(number)
            key = (part.file if part else "", title)
            if key in titles:
                message = f'the title "{title}" is taken by an earlier slide of this part; give it another'
                yield Finding(number, message, at=title)
            titles.add(key)
        if not slide["notes"]:
            yield Finding(number, "no speaker notes; say in <!-- --> what to tell and what to ask")
        seen: set[str] = set()
        for link in slide["links"]:
            target = int(link[1:]) if re.fullmatch(r"#\d+", link) else None
            if target is None and not (_WEB.match(link) or leads_to_file(link, context.paths.out)):
                message = f"the link {link} leads nowhere; write https://…, #slide, or a file of the build"
                yield Finding(number, message, at=link)
            elif target is not None and target not in known:
                yield Finding(number, f"the link {link} leads to no slide", at=link)
            elif link in seen:
                yield Finding(number, f"the link {link} stands here twice; keep one", at=link)
            seen.add(link)


def by_hand(context: CheckContext) -> Iterator[Finding]:
    """Find blocks of code and output that no word placed, in whatever dress, and classes that the theme has not."""
    css = "".join(path.read_text("utf-8") for path in sorted(context.paths.theme.glob("*.css")))
    classes = sorted(set(re.findall(r"\.([a-z][\w-]*)", css)))
    for slide in context.page.slides:
        number, part = slide["number"], context.deck.part_of(slide["number"])
        source = "\n".join(part.lines) if part else ""
        placed = Counter(placement.mark for placement in context.deck.placements if placement.slide == number)
        blocks = [(mark, next(filter(None, map(str.strip, lines)), "")) for mark, lines in slide["code"]]
        for mark, text in sorted(blocks, key=lambda block: block[1] in source):  # those of words first
            placed[mark] -= 1
            if placed[mark] < 0:
                message = f'"{text[:40]}" is code or output typed by hand; write {{{{ code("snippet", "cell") }}}}'
                yield Finding(number, message, at=text)
        for name in slide["classes"]:
            if name not in classes:
                message = f'no class "{name}" in the theme{did_you_mean(name, classes, "classes")}'
                yield Finding(number, message, at=name)


def leads_to_file(link: str, out: Path) -> bool:
    """Return whether a link points to a file of the build, so that it works wherever the folder is copied to."""
    target = (out / unquote(link.split("#")[0])).resolve()
    return not re.match(r"[a-z]+:|/|#|$", link, re.I) and target.is_relative_to(out.resolve()) and target.is_file()


def offline(context: CheckContext) -> Iterator[Finding]:
    """Find network requests of the deck, errors on its console, and a missing or weak Content-Security-Policy."""
    page = context.page
    for url in page.outside:
        yield Finding(0, f"the deck asks the network for {url[:100]}; put it into the page")
    for text in page.complaints:
        yield Finding(0, f"the browser complains: {text[:150]}")
    if "default-src 'none'" not in page.policy or "unsafe-eval" in page.policy:
        yield Finding(0, "the HTML has no Content-Security-Policy that forbids all but what is inside")


def accessibility(context: CheckContext) -> Iterator[Finding]:
    """Find figures without a useful alt text, and the violations that axe-core finds."""
    for slide in context.page.slides:
        for order, figure in enumerate(slide["figures"]):
            alt = figure["alt"].strip()
            if len(alt) < _MIN_ALT or re.search(r"\.(svg|png|jpe?g|webp)$", alt):
                message = f'the alt text "{alt}" does not say what the figure shows; write a sentence'
                yield Finding(slide["number"], message, block=("figure", order))
    for number, message, text, _ in context.page.violations:
        yield Finding(number, message, at=text)


def minutes(context: CheckContext) -> Iterator[Finding]:
    """Find cuts whose slides, questions, tasks and pauses take more than they promise, or much less."""
    seconds = [each for part in context.deck.parts for each in part.seconds]
    for name, (most, slides) in context.deck.cuts.items():
        taken = length([seconds[number - 1] for number in sorted(slides)])
        if not _LEAST * most <= taken <= most:
            message = f"the cut {name} takes {taken} minutes of {most}; take slides out, or add some"
            yield Finding(0, message, file=FILE)
