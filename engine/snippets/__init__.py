"""Read snippets from their files, run each in its own process, and store the results as executed notebooks."""
