"""Add a Content-Security-Policy that allows only what is inside the page."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.S)


def add_csp(html: str, listens: bool = False) -> str:
    """Return the page with a policy as the first element of its head.

    Args:
        html: a page whose scripts and styles are all inline.
        listens: whether its scripts may connect to their own server; true for the preview, never for a deck.

    Returns:
        The page. The policy allows its own scripts, each by its hash; styles; data URIs of pictures and fonts; and the
        page itself in a frame, for the presenter view. It blocks all requests and all other scripts.

    Raises:
        ValueError: when a script is not inline.
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
