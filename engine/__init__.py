"""The engine of the deck: snippets are read, run, kept, and put on slides.

One direction, no way back, in the order of ``build``: ``snippets`` (read, run, keep) -> ``slides`` (Markdown) ->
``formats`` (HTML, PDF, …). ``checks`` looks at what was built, ``preview`` at what is written now; ``core`` serves all.
"""
