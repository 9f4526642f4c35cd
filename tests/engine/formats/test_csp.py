import base64
import hashlib
import re

import pytest

from engine.core.problems import ContentError
from engine.formats.context import add_csp

PAGE = "<html><head><title>t</title></head><body><p>0</p></body></html>"


def test_scripts_of_the_page_are_known_by_their_hash():
    code = "document.querySelector('p').textContent = '1'"
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', add_csp(PAGE, [code])).group(1)
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize(
    "page",
    [
        '<head></head><script src="x.js"></script>',
        PAGE + "<svg><script>alert(1)</script></svg>",
        '<head></head><script type="module">theirs()</script>',
        "<html><p></p></html>",
    ],
)
def test_any_other_script_and_a_page_without_head_are_refused(page):
    with pytest.raises(ContentError, match=r"take it out|has no <head>"):
        add_csp(page, ["ours()"])


def test_the_browser_runs_the_page_s_script_and_no_other(context_of_browser, tmp_path):
    code = "document.querySelector('p').textContent = '1'"
    page = add_csp(PAGE, [code])
    evil = page.replace(
        "</body>", "<script>document.title = 'evil'</script><img src=x onerror=\"document.title='evil'\">"
    )
    (tmp_path / "page.html").write_text(evil, "utf-8")
    shown = context_of_browser.new_page()
    shown.goto((tmp_path / "page.html").as_uri())
    assert shown.locator("p").text_content() == "1"
    assert shown.title() == "t"
