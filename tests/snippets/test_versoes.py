import importlib.metadata
import platform


def test_names_the_versions_that_run_here(values):
    assert values.versions["keras"] == importlib.metadata.version("keras")
    assert values.versions["Python"] == platform.python_version()


def test_keras_is_3_so_that_what_the_slides_say_holds(values):
    assert values.versions["keras"].startswith("3.")
