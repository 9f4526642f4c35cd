"""The engine of the deck: ``docs/architecture.md`` tells the way of a slide through its folders."""
