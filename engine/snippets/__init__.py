"""A snippet: read from its file, run in a process of its own, kept as an executed notebook in the store."""
