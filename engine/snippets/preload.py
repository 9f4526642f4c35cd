"""Initialize once what all snippets use; only the parent of the snippets' processes imports this module."""

import gc
import io

import nbformat
from matplotlib.figure import Figure

import engine.snippets.pool  # noqa: F401 -- a child process imports it to find the function to run
from engine.snippets.execute import warm_up

warm_up()
# The first validation loads the notebook schema, the first figure finds the fonts; neither changes a result.
nbformat.validate(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", id="a")]))
figure = Figure()
figure.subplots().set_title("0")
figure.savefig(io.BytesIO(), format="svg")
# These objects live until the process ends, so freeze them: the collector would touch, and so copy, their memory.
gc.freeze()
gc.enable()
