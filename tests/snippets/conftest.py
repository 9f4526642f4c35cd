"""The tests of the snippets have the snippet that they are named after: see `engine.pytest_plugin`."""

from engine.pytest_plugin import snippet  # noqa: F401 -- a fixture
