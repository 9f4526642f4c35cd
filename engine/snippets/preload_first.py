"""Disable the garbage collector; the parent of the snippets' processes imports this module first.

TensorFlow and Keras create so many objects that the collector takes a sixth of their import time, and frees nothing:
imported objects stay. `engine.snippets.preload`, imported last, enables the collector again.
"""

import gc

gc.disable()
