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
