"""How long a slide takes, from its source: what is said and shown on it, asked, and left to do."""

import re
from itertools import accumulate

# Words that one says in a minute; seconds to read a figure, code, an output or a table, and to think of a question.
WORDS, READ, ASK = 130, 30, 30
LONGEST, PAUSE = 50, 10  # minutes without a pause, and of one

_NOTES = re.compile(r"<!--(?!\s*_)(.*?)-->", re.S)
# In notes, what to do, whose time is that of `countdown`; and a value, which counts as a word.
_UNSAID, _VALUE = re.compile(r"\[[^\]]*\]"), re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_SHOWN = re.compile(r"\{\{\s*(?:code|output|error|errors|figure|table|runs_table)\(")
_ASKED, _TASK = re.compile(r"Pergunte:|Para pensar"), re.compile(r"\{\{\s*countdown\((\d+)\)")


def seconds(slide: str) -> int:
    """Return how many seconds a slide takes, from its text in the template."""
    said = _UNSAID.sub("", _VALUE.sub("x", " ".join(_NOTES.findall(slide)))).split()
    read, asked = READ * len(_SHOWN.findall(slide)), ASK * len(_ASKED.findall(slide))
    return round(len(said) * 60 / WORDS) + read + asked + 60 * sum(map(int, _TASK.findall(slide)))


def pauses(slides: list[int]) -> list[int]:
    """Return before which slides a pause is due, by their indices, from the seconds of all."""
    due, end = [], 60 * LONGEST
    for index, total in enumerate(accumulate(slides)):
        if total > end and index:
            due.append(index)
            end = total - slides[index] + 60 * LONGEST
    return due


def length(slides: list[int]) -> int:
    """Return the minutes of some slides, with their pauses, from the seconds of all."""
    return round(sum(slides) / 60) + PAUSE * len(pauses(slides))
