"""Imported by the parent of the snippets' processes, and by nothing else: what all of them need, done once."""

import os

from engine.execute import warm_up

warm_up(os.environ["DECK_STYLE"], os.environ["DECK_FONTS"])
