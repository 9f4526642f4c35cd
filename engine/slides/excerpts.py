"""Cut what a slide shows of an error out of what there is, by rule: the lines that differ, the words that matter."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# Characters after the match that a shortened message keeps, if there are so many.
_AFTER = 40


def differing(wrong: str, right: str) -> tuple[list[int], list[int]]:
    """Return the lines, from 1, of two texts that differ: those only in the first, and those only in the second."""
    a, b = ([line.strip() for line in text.splitlines()] for text in (wrong, right))
    gone, come = [], []
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += [n + 1 for n in range(a_from, a_to) if a[n]]
            come += [n + 1 for n in range(b_from, b_to) if b[n]]
    return gone, come


def lacking(wrong: str, right: str) -> list[int]:
    """Return the lines, from 1, of a text after which the other one has more: there something is missing."""
    a, b = ([line.strip() for line in text.splitlines()] for text in (wrong, right))
    places = set()
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal" and not any(a[a_from:a_to]) and any(b[b_from:b_to]):
            before = [n + 1 for n in range(a_from) if a[n]]
            places.add(before[-1] if before else 1)
    return sorted(places)


def shortened(text: str, pattern: re.Pattern, most: int, keep: int = 0) -> tuple[str, tuple[int, int]]:
    """Shorten a message to what matters, by rule.

    Runs of white space become one space. Of what is longer than `most`, the beginning (`keep` characters at least) and
    the words around the match of the pattern stay; ``[…]`` stands for what was left out.

    Args:
        text: the message.
        pattern: what matters in it.
        most: characters that may stay, more or less.
        keep: characters at the beginning that stay in any case: the name of the exception.

    Returns:
        The text, and where in it the match is.
    """
    found = pattern.search(text)
    before, match, after = (text[: found.start()], found.group(), text[found.end() :]) if found else ("", "", text)
    before, match, after = (re.sub(r"\s+", " ", piece) for piece in (before, match, after))
    before = before.lstrip()
    after = after.rstrip()
    spare = max(most - len(match) - keep, 40)
    if len(before) - keep + len(after) > spare:
        room = spare - min(len(after), _AFTER)
        if len(before) - keep > room:
            tail = before[len(before) - room // 2 :] if room > 1 else ""
            head = before[: keep + room - len(tail)]
            head = head[: max(head.rfind(" ") + 1, keep)]
            before = f"{head}[…] {tail[tail.find(' ') + 1 :]}"
        room = max(spare - (len(before) - keep), 20)
        if len(after) > room:
            head = after[:room]
            after = f"{head[: head.rfind(' ')] if ' ' in head else head} […]"
    return before + match + after, (len(before), len(before) + len(match))
