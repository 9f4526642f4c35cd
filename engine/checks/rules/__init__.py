"""The rules that a built deck must keep, a module for what they look at."""
