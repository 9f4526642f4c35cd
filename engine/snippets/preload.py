"""Imported by the parent of the snippets' processes, and by nothing else: what all of them need, done once."""

import gc
import io

import nbformat
from matplotlib.figure import Figure

import engine.snippets.pool  # noqa: F401 -- what a process imports to find the function that it runs
from engine.snippets.execute import warm_up

warm_up()
# The first validation reads the schema of notebooks, the first figure finds the fonts; neither changes a result.
nbformat.validate(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", id="a")]))
figure = Figure()
figure.subplots().set_title("0")
figure.savefig(io.BytesIO(), format="svg")
# What is there now will stay: the collector of each process need not look at it, which would copy its memory.
gc.freeze()
gc.enable()
