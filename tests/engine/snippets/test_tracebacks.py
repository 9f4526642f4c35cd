import pytest

from engine.snippets.tracebacks import strip_machine_details


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "from 'k' (/home/x/.venv/lib/python3.11/site-packages/keras/models/__init__.py)",
            "from 'k' (…/keras/models/__init__.py)",
        ),
        (r"C:\Users\x\site-packages\keras\a.py", r"…/keras\a.py"),
        ("<function f at 0x7f00aabbccdd>", "<function f at 0x…>"),
        ("\x1b[1mInput\x1b[0m", "Input"),
        ("data/x.csv", "data/x.csv"),
    ],
)
def test_a_message_says_nothing_of_the_machine(text, shown):
    assert strip_machine_details(text) == shown


@pytest.mark.parametrize("folder", ["nova pasta (1) ção & cia", "it's"])
def test_a_folder_of_packages_is_left_out_whatever_its_name(tmp_path, monkeypatch, folder):
    packages = tmp_path / folder / "lib" / "site-packages"
    monkeypatch.syspath_prepend(packages)
    assert strip_machine_details(f'File "{packages}/keras/a.py"') == 'File "…/keras/a.py"'
