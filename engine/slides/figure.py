"""Adapt a figure of a result to a slide: the size of the theme, Portuguese numbers, no conflicts between figures.

Figures become part of the page (see the Marp engine file), so their text uses the theme's font, is searchable in the
PDF, and is measured by the checks. Identifiers must be unique on a page and styles must not leak: hence the cleaning.
"""

import re
from functools import lru_cache

PIXELS_PER_INCH = 112
_POINTS_PER_INCH = 72

# The prolog, styles, comments, and a turn by nothing.
_NEEDLESS = re.compile(r'^.*?(?=<svg\b)|\s*<style\b.*?</style>|\s*<!--.*?-->| transform="rotate\(-0 [^)]*\)"', re.S)
_SIZE = re.compile(r'(<svg\b[^>]*?) width="([\d.]+)pt" height="([\d.]+)pt"')
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'(?:url\(#|xlink:href="#)([^")]+)')
_TEXT = re.compile(r"(?<=>)[^<]+(?=</(?:text|tspan)>)")
_DECIMAL_POINT = re.compile(r"(?<!\w\()(?<![\w.])(\d+)\.(?=\d+(?!\d|\.\d))")  # not of code, a version or a date
_THOUSANDS = re.compile(r"(?<!\d)[1-9]\d{0,2}\.\d{3}(?!\d)")  # within a text
# What would run in the page, were it not for its policy.
SCRIPT = re.compile(r"<script\b|<[^>]*\son\w+\s*=|javascript:", re.I)
_COORDINATE = re.compile(r"-?\d+\.\d{3,}")


def figure_name(snippet: str, cell: str) -> str:
    """Return the name of the figure of a cell, in letters that no URL quotes."""
    return re.sub(r"[^\w.-]", "-", f"{snippet}-{cell}")


@lru_cache(maxsize=1024)  # the preview renders the same figures repeatedly
def slide_figure(svg: str, name: str) -> str:
    """Return a figure as it is embedded in a slide, from the SVG that matplotlib wrote, with sizes in points.

    `name`, unique in the deck, is a prefix of its identifiers. The ``<svg>`` has its size in slide pixels, no prolog or
    style sheet, no needless identifiers, coordinates in hundredths of a point, decimal commas; with a script, none.
    """
    if SCRIPT.search(svg):
        return ""
    svg = _SIZE.sub(_pixels, _NEEDLESS.sub("", svg), count=1)
    referred = set(_REFERENCE.findall(svg))
    svg = _ID.sub(lambda m: f' id="{name}-{m.group(1)}"' if m.group(1) in referred else "", svg)
    svg = _REFERENCE.sub(lambda m: m.group().replace(f"#{m.group(1)}", f"#{name}-{m.group(1)}"), svg)
    svg = _TEXT.sub(lambda m: _portuguese(m.group()), svg)
    svg = re.sub(r"<[^>]*>", lambda tag: _COORDINATE.sub(_rounded, tag.group()), svg)
    return _flat(re.sub(r">\s+<", "><", svg).replace(" \n", " ").strip())


def _flat(svg: str) -> str:
    """Take out the groups without attributes, a fourth of the elements that a page of slides has to read."""
    kept: list[bool] = []
    flat = ""
    for index, text in enumerate(re.split(r"(<g>|<g\s[^>]*[^/]>|</g>)", svg.replace("<g/>", ""))):
        if index % 2 and text != "</g>":
            kept.append(text != "<g>")
        flat += text * (text != "<g>" and (text != "</g>" or kept.pop()))
    return flat


def _portuguese(text: str) -> str:
    if not _THOUSANDS.search(text) or re.fullmatch(r"\W?[\d.]+", text.strip()):
        text = _DECIMAL_POINT.sub(r"\1,", text)
    text = re.sub(r"(?<![\w-])-(?=\d)", "\N{MINUS SIGN}", text)
    return re.sub(r"(?<=\d) (?=%)", "\N{NO-BREAK SPACE}", text)


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match.group()):.2f}".rstrip("0").rstrip(".")


def _pixels(match: re.Match[str]) -> str:
    width, height = (float(match.group(i)) * PIXELS_PER_INCH / _POINTS_PER_INCH for i in (2, 3))
    return f'{match.group(1)} width="{width:.0f}" height="{height:.0f}"'
