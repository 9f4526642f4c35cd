"""Slides: the course and its parts, the words that a part can use, the rendered deck as Marp Markdown."""
