"""What a cell prints is on the slide as a terminal and Jupyter show it."""

OUT = '{{ output("NAME", "a") }}'
RIGHTS = {
    "next_line": (r'print("um\x85dois")', OUT, "um\x85dois"),
    "line_separator": (r'print("um\u2028dois")', OUT, "um\u2028dois"),
    "form_feed": (r'print("um\fdois")', OUT, "um\fdois"),
    "vertical_tab": (r'print("um\vdois")', OUT, "um\vdois"),
    "null": (r'print("um\0dois")', OUT, "um\N{REPLACEMENT CHARACTER}dois"),
    "bell": (r'print("um\adois")', OUT, "um\adois"),
    "tabs": (r'print("um\tdois")', OUT, "um\tdois"),
    "blanks": (r'print("  um\n\n  dois")', OUT, "  um\n\n  dois"),
    "windows_lines": (r'print("um\r\ndois")', OUT, "um\ndois"),
    "accents_apart": (r'print("ac\u0327a\u0303o")', OUT, "ac\u0327a\u0303o"),
    "emoji": (r'print("\U0001f600 :smile:")', OUT, "\U0001f600 :smile:"),
    "entities": ("print('a < b &amp; c &lt; &#65;')", OUT, "a < b &amp; c &lt; &#65;"),
    "backslashes": (r"print(r'C:\novo\tabela \*x\*')", OUT, r"C:\novo\tabela \*x\*"),
    "jinja": ("print('{{ x }} {% y %} {# z #}')", OUT, "{{ x }} {% y %} {# z #}"),
    "comment": ("print('<!-- _class: title -->')", OUT, "<!-- _class: title -->"),
    "formula": ("print('$x^2$ e $$y$$')", OUT, "$x^2$ e $$y$$"),
    "border": ("print('um\\n\\n---\\n\\ndois')", OUT, "um\n\n---\n\ndois"),
    "descriptor": ("import os\n_ = os.write(1, b'direto\\n')", OUT, "direto"),
    "surrogate": (r'print("um\ud800dois")', OUT, "um\ufffd\ufffd\ufffddois"),
    "not_utf_8": ("import os\n_ = os.write(1, b'um\\xe3o\\n')", OUT, "um\N{REPLACEMENT CHARACTER}o"),
    "half_a_letter": ("import os\nfor b in 'ç'.encode(): _ = os.write(1, bytes([b]))", OUT, "ç"),
    "thread": (
        "from threading import Thread\nt = Thread(target=print, args=['fio'])\nt.start()\nt.join()", OUT, "fio"
    ),
    "colours": (r'print("\x1b[1;38;5;9mum\x1b[0m \x1b]8;;http://x\x1b\\dois\x1b]8;;\x1b\\")', OUT, "um dois"),
    "progress": (
        "import sys\nfor n in range(3): print(f'\\r{n}', end='', file=sys.stderr)\nprint('fim')", OUT, "fim"
    ),
}  # fmt: skip
FAULTS = {
    "silent": ("x = 1", OUT, 'the cell "a" of silent printed nothing; print in it'),
    "only_errors": ("import sys\nprint('um', file=sys.stderr)", OUT, "printed nothing; print in it"),
    "only_html": ("from IPython.display import HTML\nHTML('<b>um</b>')", OUT, "printed nothing; print in it"),
    "only_markdown": ("from IPython.display import Markdown\nMarkdown('*um*')", OUT, "printed nothing; print in it"),
    "address": ("print([object()])", OUT, r"shows a memory address \(at 0x.*\)"),
    "path": ("from pathlib import Path\nprint(Path('x').resolve())", OUT, "a path of this machine; show the name"),
    "duration": ("print('1/1 ━━ 3s 12ms/step')", OUT, "shows how long it took .*; pass verbose=0"),
}


def test_the_slide_shows_what_was_printed(shown, right):
    assert shown(right) == RIGHTS[right][-1]


def test_what_no_slide_can_show_is_told(faulty, fault):
    faulty.check(fault)
