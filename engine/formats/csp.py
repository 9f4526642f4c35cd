"""A Content-Security-Policy that lets the page use what is inside it, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S)


def add_csp(html: str, listens: bool = False) -> str:
    """Return the page with a policy as the first thing in its head.

    Args:
        html: a page whose scripts and styles are all inside it, made by Marp.
        listens: whether its scripts may ask the server that it came from: the preview's may, a deck's never.

    Returns:
        The page. Its own scripts run, each known by its hash; styles, and data URIs of pictures and fonts, are used;
        the presenter view may show the page itself in a frame; nothing is fetched, and no other script runs.

    Raises:
        ValueError: when a script is not inside the page.
    """
    hashes = []
    for attributes, code in _SCRIPT.findall(html):
        if "src=" in attributes:
            raise ValueError("a script that is not inside the page")
        if "type=" not in attributes or "javascript" in attributes or "module" in attributes:
            digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            hashes.append(f"'sha256-{digest}'")
    policy = "; ".join([
        "default-src 'none'",
        f"script-src {' '.join(dict.fromkeys(hashes)) or repr('none')}",
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
