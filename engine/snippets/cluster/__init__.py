"""Run snippets on a Dask cluster: `runner` sends them, `host` runs them beside a worker."""
