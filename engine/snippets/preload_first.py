"""Imported first by the parent of the snippets' processes: what is imported stays, so looking for garbage is in vain.

TensorFlow and Keras make so many objects that the collector takes a sixth of their import.
`engine.snippets.preload`, imported last, starts it again.
"""

import gc

gc.disable()
