import base64
import hashlib
import re

import pytest

from engine.formats.csp import add_csp

PAGE = "<html><head><title>t</title></head><body><p>0</p><script>{}</script></body></html>"


def test_scripts_of_the_page_are_known_by_their_hash():
    code = "document.querySelector('p').textContent = '1'"
    digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', add_csp(PAGE.format(code))).group(1)
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe-eval" not in policy


def test_a_script_from_elsewhere_is_refused():
    with pytest.raises(ValueError, match="a script that is not inside the page"):
        add_csp('<head></head><script src="x.js"></script>')


def test_the_browser_runs_the_page_s_script_and_no_other(context_of_browser, tmp_path):
    page = add_csp(PAGE.format("document.querySelector('p').textContent = '1'"))
    evil = page.replace(
        "</body>", "<script>document.title = 'evil'</script><img src=x onerror=\"document.title='evil'\">"
    )
    (tmp_path / "page.html").write_text(evil, "utf-8")
    shown = context_of_browser.new_page()
    shown.goto((tmp_path / "page.html").as_uri())
    assert shown.locator("p").text_content() == "1"
    assert shown.title() == "t"
