"""Run snippets on a Dask cluster: `runner` sends them, `worker` is what arrives there, `host` runs them beside it.

Nothing is shared but the network: the engine, the style, the fonts and the whole folder of snippets, data among it, are
sent once to each worker, and run in a process of their own beside it, as on one machine.
"""
