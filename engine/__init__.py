"""The engine of the deck: snippets are read, run, kept, and put on slides.

One direction, no way back: ``snippet`` (read) -> ``execute`` and ``pool`` (run) -> ``store`` (keep)
-> ``words`` and ``deck`` (Markdown) -> ``marp`` (HTML, PDF). ``environment`` sets the machine up first.
"""
