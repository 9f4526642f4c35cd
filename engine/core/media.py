"""Media types of outputs, and the pattern of ANSI escape sequences. Standard library only."""

import re

SVG = "image/svg+xml"
# A DataFrame, see `engine.snippets.tables`.
TABLE = "application/vnd.deck.table+json"
TEXT = "text/plain"
ANSI = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
