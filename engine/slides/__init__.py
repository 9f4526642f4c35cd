"""Slides: the course and its parts, the words that a part can say, the rendered deck as Marp Markdown."""
