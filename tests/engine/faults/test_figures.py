"""A figure is on the slide with its texts and its name; what can't be one is told with its cause."""

import re

import pytest

PLOT = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\n"
WORD = '{{ figure("NAME", "a", alt="Um desenho.") }}'


def texts(code, last="ax.set_axis_off()"):
    return f"{PLOT}{last}\n{code}"


def alt(text, quote='"'):
    return f"{{{{ figure('NAME', 'a', alt={quote}{text}{quote}) }}}}"


EMPTY = texts("pass")
# The name for screen readers, and the texts of the figure.
RIGHTS = {
    "entities": (texts("ax.set_title('a < b & c &lt; d')"), WORD, "Um desenho.\na < b & c &lt; d"),
    "tags": (texts("ax.set_title('<b>a</b> <!-- c -->')"), WORD, "Um desenho.\n<b>a</b> <!-- c -->"),
    "decimal": (texts("ax.set_title('erro de -0.5')"), WORD, "Um desenho.\nerro de \N{MINUS SIGN}0,5"),
    "thousands": (texts("ax.set_title('1.437 exemplos')"), WORD, "Um desenho.\n1.437 exemplos"),
    "tick": (texts("ax.set_title('1.000')"), WORD, "Um desenho.\n1,000"),
    "code": (texts("ax.set_title('fit(0.5)')"), WORD, "Um desenho.\nfit(0.5)"),
    "versions": (texts("ax.set_title('Keras 3.15.1 e v1.2.3')"), WORD, "Um desenho.\nKeras 3.15.1 e v1.2.3"),
    "ranges": (texts("ax.set_title('de 3-2 a x-1')"), WORD, "Um desenho.\nde 3-2 a x-1"),
    "percent": (texts("ax.set_title('5 % de 10%')"), WORD, "Um desenho.\n5\N{NO-BREAK SPACE}% de 10%"),
    "dates": (texts("ax.set_title('31.12.2026')"), WORD, "Um desenho.\n31.12.2026"),
    "no_texts": (EMPTY, WORD, "Um desenho."),
    "name_signs": (EMPTY, alt("a < b & c > d | e"), "a < b & c > d | e"),
    "name_quotes": (EMPTY, alt("diz \\'sim\\' e “não”", "'"), "diz 'sim' e “não”"),
    "name_double_quotes": (EMPTY, alt('diz "sim"', "'"), 'diz "sim"'),
    "name_markdown": (EMPTY, alt("*a* _b_ `c` [d](e) ![f] $g$ ~h~ #i"), "*a* _b_ `c` [d](e) ![f] $g$ ~h~ #i"),
    "name_backslash": (EMPTY, alt(r"C:\\\\novo \\\\*"), r"C:\\novo \\*"),
    "name_entity": (EMPTY, alt("a &amp; b &#65;"), "a &amp; b &#65;"),
    "name_lines": (EMPTY, alt("um\ndois"), "um dois"),
    "name_address": (EMPTY, alt("veja https://keras.io"), "veja https://keras.io"),
    "last_value": (texts("ax.set_title('um')\nax.text(0, 0, 'dois')"), WORD, "Um desenho.\ndois\num"),
    "two_axes": (
        "import matplotlib.pyplot as plt\nfig, axes = plt.subplots(1, 2)\n"
        "for ax in axes: ax.set_axis_off(); ax.set_title('t')",
        WORD,
        "Um desenho.\nt\nt",
    ),
    "huge_numbers": (
        texts("ax.plot([1e300, -1e300], [1e-300, float('inf')])\nax.set_title('grande')"), WORD, "Um desenho.\ngrande"
    ),
    "same_twice": (texts("ax.set_title('vez')"), f"{WORD}\n\n{WORD}", "Um desenho.\nUm desenho.\nvez\nvez"),
}  # fmt: skip
FAULTS = {
    "script": (
        "from IPython.display import SVG\n\nSVG('<svg><script>alert(1)</script></svg>')",
        WORD,
        'the figure of the cell "a" of script has a script; take it out',
    ),
    "two": (f"{PLOT}plt.show()\nplt.subplots()", WORD, 'the cell "a" of two drew 2 figures; it must draw one'),
    "closed": (f"{PLOT}plt.close(fig)", WORD, "drew 0 figures; it must draw one"),
    "no_name": (EMPTY, alt(" "), "alt is empty; say in a sentence what the figure shows"),
    "name_missing": (EMPTY, '{{ figure("NAME", "a") }}', r"wrong call; write figure\(snippet, cell, alt=…, run=None\)"),
    "wrong_formula": (texts(r"ax.set_title(r'$\frac{1}$')"), WORD, r'snippets/wrong_formula.py.*\\frac'),
    "another_backend": (
        f"import matplotlib\nmatplotlib.use('agg')\n{PLOT}plt.show()", WORD, r"drew 0 figures.*matplotlib\.use"
    ),
    "picture": (
        "from IPython.display import Image\nImage(data=b'\\x89PNG\\r\\n\\x1a\\n' + bytes(16), format='png')",
        WORD,
        "drew 0 figures; it must draw one",
    ),
    "many_points": (texts("ax.plot(range(30_000), marker='.')"), WORD, "draws 30,0.. elements .*rasterized=True"),
    "heavy_picture": (
        "import numpy as np\n" + texts("ax.imshow(np.random.default_rng(1).random((1400, 1400, 3)))"
                                       "\nfig.set_dpi(200)\nfig.set_size_inches(9, 9)"),
        WORD,
        r"\(\d+ MB\); .*or fewer pixels",
    ),
}  # fmt: skip


def test_the_slide_shows_the_figure_with_its_name(shown, right):
    assert shown(right) == RIGHTS[right][-1]


def test_what_is_no_figure_is_told(faulty, fault):
    faulty.check(fault)


@pytest.fixture(scope="module")
def page(new_deck):
    """The page of a deck that shows one figure on two slides, and cells whose names give the same file."""
    deck = new_deck()
    for name, cells in {"x": ("a", "a-b"), "x-a": ("b",)}.items():
        text = "".join(f"# %% {cell}\n{texts(f'ax.plot([1, 2]); ax.set_title({name + cell!r})')}\n\n" for cell in cells)
        deck.write(f"snippets/{name}.py", text)
    shown = [("x", "a"), ("x", "a"), ("x", "a-b"), ("x-a", "b")]
    slides = [f'# {n}\n\n{{{{ figure("{s}", "{c}", alt="Um desenho.") }}}}\n' for n, (s, c) in enumerate(shown)]
    deck.write("slides/01_x.md.j2", "\n---\n\n".join(slides))
    said = deck.build()
    assert said.code == 0, said.text
    return deck


def test_figures_share_no_identifier_and_no_file(page):
    html = (page.root / "dist" / "deck.html").read_text("utf-8")
    ids = re.findall(r'<clipPath id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) == 4
    assert [page.slides()[str(n)].split("\n")[-1] for n in range(4)] == ["xa", "xa", "xa-b", "x-ab"]
