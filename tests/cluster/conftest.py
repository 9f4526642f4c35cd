"""Tests of what needs the group "cluster": collected when it is installed (``build.py test --group cluster``)."""

from importlib.util import find_spec

from tests.engine.conftest import project  # noqa: F401

collect_ignore_glob = [] if find_spec("distributed") else ["test_*.py"]
