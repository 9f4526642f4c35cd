"""Measure the build beside what else runs the same snippets: ``python3 build.py bench``."""
