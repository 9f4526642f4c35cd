"""Compare the build with other tools that run the same snippets: ``python3 build.py bench``."""
