"""Add a Content-Security-Policy that allows only what is inside the page, and of scripts only known ones."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from engine.core import paths
from engine.core.problems import ContentError, Problem

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S)
# What Marp puts into the page: its player, and what its elements need.
_MARP = ("marp-cli/lib/bespoke.js", "marp-core/lib/browser.js")


def marp_scripts() -> list[str]:
    """Return the scripts that Marp puts into a page."""
    return [(paths.NODE_MODULES / "@marp-team" / name).read_text("utf-8") for name in _MARP]


def add_csp(html: str, scripts: Iterable[str], listens: bool = False) -> str:
    """Return the page with a policy as the first element of its head.

    Args:
        html: a page whose scripts and styles are all inline.
        scripts: the code that may run, wherever the page has it.
        listens: whether its scripts may connect to their own server; true for the preview, never for a deck.

    Returns:
        The page. The policy allows the given scripts, each by its hash; styles; data URIs of pictures and fonts; and
        the page itself in a frame, for the presenter view. It blocks all requests and all other scripts.

    Raises:
        ContentError: when the page has a script that is not one of them, or no head.
    """
    known = {code.strip() for code in scripts}
    found = _SCRIPT.findall(html)
    if strange := [attributes or code.strip()[:60] for attributes, code in found if code.strip() not in known]:
        message = f"a script that is neither of Marp nor of this project ({strange[0]}); take it out"
        raise ContentError([Problem("deck.html", message)])
    if "<head>" not in html:
        raise ContentError([Problem("deck.html", "the page has no <head>; is the configuration of Marp right?")])
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for _, code in found]
    policy = "; ".join([
        "default-src 'none'",
        f"script-src {' '.join(hashes) or repr('none')}",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "frame-src 'self' file:",
        *(["connect-src 'self'"] if listens else []),
        "base-uri 'none'",
        "form-action 'none'",
    ])  # fmt: skip
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace("<head>", f"<head>{meta}", 1)
