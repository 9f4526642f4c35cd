"""Disable the garbage collector; the parent of the snippets' processes imports this module first.

TensorFlow and Keras create so many objects that the collector takes a sixth of their import time, and frees nothing:
imported objects stay. `engine.snippets.preload`, imported last, enables the collector again.
"""

import gc
import os

if "DECK_FONTS" not in os.environ:
    # When the parent was killed, multiprocessing begins another in the environment of the user: it must run nothing.
    raise SystemExit

gc.disable()
