"""What outputs are made of: media types, and the sequences that colour text on a terminal. Standard library alone."""

import re

SVG = "image/svg+xml"
# A table as pandas publishes it, with full precision: https://specs.frictionlessdata.io/tabular-data-resource
TABLE = "application/vnd.dataresource+json"
TEXT = "text/plain"
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
