"""Run snippets on a Dask cluster: `runner` sends them, `worker` receives them, `host` runs them beside the worker.

The machines share only the network. The engine, the style, the fonts and the whole folder of snippets with its data are
sent to each worker once; the snippets run beside the worker in a separate process, as on one machine.
"""
