"""Imported by the parent of the kernels, and by nothing else: what all of them need, done once."""

import gc
import io

from matplotlib.figure import Figure

import engine.snippets.kernel

engine.snippets.kernel.warm_up()
# The first figure finds the fonts.
figure = Figure()
figure.subplots().set_title("0")
figure.savefig(io.BytesIO(), format="svg")
# These objects live as long as the process: the collector of a kernel would touch, and so copy, their memory.
gc.freeze()
gc.enable()
