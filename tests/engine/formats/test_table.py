"""The table of formats is what the command line, the README and a build go by."""

import re
from importlib import import_module

import pytest

from engine.formats import FORMATS, NAMES, with_companions


def test_what_a_format_links_to_comes_with_it():
    assert with_companions(["site"]) == {"site", "html", "notebooks"}
    assert with_companions(["png"]) == {"png"}
    for each in FORMATS:
        assert set(each.comes_with) <= set(NAMES)


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
def test_each_has_a_function_that_makes_it_and_a_line_in_the_readme(root, each):
    assert callable(getattr(import_module(f"engine.formats.{each.module}"), each.name))
    readme = (root / "README.md").read_text("utf-8")
    table = readme.partition("| in `dist/` | what it is |")[2].partition("\n\n")[0]
    for pattern in each.files:
        assert f"`{pattern.partition('*')[0]}`" in table
    assert f"`{','.join(NAMES)}`" in readme  # the option --formats


def test_what_the_site_offers_is_among_the_files_of_a_format(root):
    template = (root / "engine/formats/site/site.html.j2").read_text("utf-8")
    offered = re.findall(r'^  \("([\w.]+)", "\w.+", "\w.+"\),$', template, re.M)
    assert len(offered) == 8
    assert all(any(each.wrote([file]) for each in FORMATS) for file in offered)
