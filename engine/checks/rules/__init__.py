"""The rules for a built deck, one module per subject."""
