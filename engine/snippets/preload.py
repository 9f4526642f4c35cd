"""Imported by the parent of the kernels, and by nothing else: what all of them need, done once."""

import gc
import os
import sys
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

if "DECK_FONTS" not in os.environ:
    # When the parent was killed, multiprocessing begins another in the environment of the user: it must run nothing.
    raise SystemExit

# TensorFlow's C++ code writes to it at import, past Python and in spite of TF_CPP_MIN_LOG_LEVEL.
log = Path(os.environ.pop("DECK_LOG"))
log.parent.mkdir(parents=True, exist_ok=True)
with log.open("wb") as file:
    os.dup2(file.fileno(), 2)
gc.disable()  # it takes a sixth of the time of these imports, and frees nothing: they stay
for module in os.environ.pop("DECK_MODULES").split():
    with suppress(ImportError):  # the snippet tells
        import_module(module)
if tensorflow := sys.modules.get("tensorflow"):
    # Each epoch of `fit` waits for threads of tf.data's tuner to end: a quarter of the time, when the cores are busy.
    iterate, options = tensorflow.data.Dataset.__iter__, tensorflow.data.Options()
    options.autotune.enabled = False
    untuned = lru_cache(2)(lambda data: data if data.options().autotune.enabled else data.with_options(options))
    tensorflow.data.Dataset.__iter__ = lambda data: iterate(untuned(data) if tensorflow.executing_eagerly() else data)
    # And it optimizes anew the small graphs that make its batches: a third of the time. The runtime takes that setting
    # when it begins; later ones are those of the graphs of models.
    context, optimizer = import_module("tensorflow.python.eager.context").Context, tensorflow.config.optimizer

    def _begin(self: Any, begin: Any = context.ensure_initialized) -> None:
        if not self._initialized:
            optimizer.set_experimental_options({"disable_meta_optimizer": True})
            begin(self)
            optimizer.set_experimental_options({"disable_meta_optimizer": False})

    context.ensure_initialized = _begin
for module in ("IPython.core.magics.execution", "ipykernel.debugger", "matplotlib_inline.backend_inline"):
    import_module(module)  # what each kernel would import
import_module("engine.snippets.kernel").warm_up()
# The first figure finds the fonts.
figure = import_module("matplotlib.figure").Figure()
figure.subplots().set_title("0")
figure.savefig(os.devnull, format="svg")
# These objects live as long as the process: the collector of a kernel would touch, and so copy, their memory.
gc.freeze()
gc.enable()
