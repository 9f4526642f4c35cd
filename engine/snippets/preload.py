"""Imported by the parent of the kernels, and by nothing else: what all of them need, done once.

TensorFlow and Keras create so many objects that the garbage collector takes a sixth of their import time, and frees
nothing: imported objects stay.
"""

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

if "DECK_FONTS" not in os.environ:
    # When the parent was killed, multiprocessing begins another in the environment of the user: it must run nothing.
    raise SystemExit

# TensorFlow's C++ code writes to it at import, past Python and in spite of TF_CPP_MIN_LOG_LEVEL.
log = Path(os.environ.pop("DECK_LOG"))
log.parent.mkdir(parents=True, exist_ok=True)
with log.open("wb") as file:
    os.dup2(file.fileno(), 2)
gc.disable()
for module in os.environ.pop("DECK_MODULES").split():
    with suppress(ImportError):  # the snippet tells
        import_module(module)
if tensorflow := sys.modules.get("tensorflow"):
    # Each epoch of `fit` waits for threads of tf.data's tuner to end: a quarter of the time, when the cores are busy.
    iterate, untuned = tensorflow.data.Dataset.__iter__, tensorflow.data.Options()
    untuned.autotune.enabled = False
    tensorflow.data.Dataset.__iter__ = lambda dataset: iterate(dataset.with_options(untuned))
for module in ("engine.snippets.kernel", "ipykernel.debugger", "matplotlib_inline.backend_inline"):
    import_module(module)  # half of a kernel's start
sys.modules["engine.snippets.kernel"].warm_up()
# The first figure finds the fonts.
figure = import_module("matplotlib.figure").Figure()
figure.subplots().set_title("0")
figure.savefig(io.BytesIO(), format="svg")
# These objects live as long as the process: the collector of a kernel would touch, and so copy, their memory.
gc.freeze()
gc.enable()
