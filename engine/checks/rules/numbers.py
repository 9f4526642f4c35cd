"""The rule of numbers: no number that looks like a result is typed by hand."""

import re
from collections.abc import Iterator
from html import unescape

from engine.checks.context import CheckContext, Finding
from engine.core.problems import read_toml

_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
# A text, after what precedes an argument of a word, or a number that is no option.
_LITERAL = re.compile(r"""((?:\w\(|,)\s*)?(["'])((?:\\.|(?!\2).)*)\2|(?<![\w.=])(\d[\d.]*)""", re.S)
# A tag, of which the alt text is left, code, the target of a link, the number of an item.
_MARKUP = re.compile(r"<[a-z/](?:[^>]*?\balt=[\"']([^\"'>]*))?[^>]*>|`[^`]*`|\]\([^)]*\)|^\s*\d+\.\s|\{#\S*", re.M)
# A number that looks like a result: a decimal, a percentage, or three or more digits that are not a year.
_RESULT = re.compile(r"\d+[.,]\d+(?:[\s\u00a0]*%)?|\d+[\s\u00a0]*%|\b(?!(?:19|20)\d\d\b)\d{3,}\b")

# What is said of several runs, and the words that show what came of them.
_CLAIM = re.compile(
    r"\bem (?:todas as|qualquer) sementes?\b|\bcom outra divisão(?: dos dados)?(?=,? [ao]s? )"
    r"|\boutras? sementes?(?=,? (?:[ao]s?|muda\w*) )"
    r"|\bna maioria d[ao]s (?:vezes|sementes|treinos)\b|\ba cada semente\b",
    re.I,
)
_OF_RUNS = re.compile(r"\{\{\s*(?:value|value_range|runs|runs_table|table)\(")
_REMEDY = 'write {{ value("snippet", "name") }}, or excuse it with its reason in slides/numeros.toml'


def _typed(word: re.Match[str]) -> str:
    """Return what is typed by hand in a Jinja expression, with its line breaks: numbers, texts that are no names."""
    source = word.group() if word.group()[1] != "#" else ""
    found = [(before, text or number) for before, _, text, number in _LITERAL.findall(source)]
    typed = [text for before, text in found if not (before and re.fullmatch(r"[\w/. -]*", text))]
    return " ".join(typed).replace("\n", " ") + "\n" * word.group().count("\n")


def claims(context: CheckContext) -> Iterator[Finding]:
    """Find sentences about several runs beside which no word shows them: a paragraph without a value of the runs."""
    for part in context.deck.parts:
        text = "\n".join(part.lines)
        for paragraph in re.finditer(r"(?:\S[^\n]*\n?)+", text):
            found = _CLAIM.search(paragraph.group())
            if found and not _OF_RUNS.search(paragraph.group()):
                line = text.count("\n", 0, paragraph.start() + found.start()) + 1
                message = f'"{found.group()}" speaks of several runs; show their range: {{{{ value_range(…) }}}}'
                yield Finding(part.slide_at(line).number, message, at=found.group(), line=line)


def numbers(context: CheckContext) -> Iterator[Finding]:
    """Find numbers in prose and notes that look like results and do not come from ``value()``.

    The file ``numeros.toml`` in the slides folder lists, for each part, numbers that are not results, with the reason.
    """
    excused = read_toml(context.paths.slides / "numeros.toml", context.paths.root)
    for part in context.deck.parts:
        reasons = excused.get(part.name, {})
        if not isinstance(reasons, dict):
            yield Finding(0, f'{part.name} must be a table: "number" = "reason"', file="slides/numeros.toml")
            continue
        allowed = dict.fromkeys(reasons, False)  # each with whether it excuses something
        text = _JINJA.sub(_typed, "\n".join(part.lines))
        for number, line in enumerate(text.splitlines(), 1):
            for found in _RESULT.findall(unescape(_MARKUP.sub(r" \1 ", line))):
                shown = found.replace("\N{NO-BREAK SPACE}", " ")
                if shown in allowed:
                    allowed[shown] = True
                else:
                    message = f'"{shown}" looks like a result typed by hand; {_REMEDY}'
                    yield Finding(part.slide_at(number).number, message, at=shown, line=number)
        for shown in (number for number, used in allowed.items() if not used):
            yield Finding(0, f'"{shown}" excuses nothing in {part.file}; delete it', file="slides/numeros.toml")
