"""The tests of the snippets have the snippet that they are named after: see `engine.testing`."""

from engine.testing import snippet  # noqa: F401 -- a fixture
