"""Media types of outputs, and the pattern of ANSI escape sequences. Standard library only."""

import re

SVG = "image/svg+xml"
# A table as pandas publishes it, with full precision: https://specs.frictionlessdata.io/tabular-data-resource
TABLE = "application/vnd.dataresource+json"
TEXT = "text/plain"
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
