"""The engine of the deck: it reads snippets, runs them, stores the results, and puts them on slides.

Data flows in one direction, in the order of ``build``: ``snippets`` (read, run, store) -> ``slides`` (Markdown) ->
``formats`` (HTML, PDF, …). ``checks`` tests the built deck, ``preview`` shows it during editing; all use ``core``.
"""
