"""What the theme does with a deck before the browser sees it: sizes, columns, boxes, marks."""

import json
import re
import subprocess

import pytest

from engine.core.paths import ROOT, Paths, node_program
from engine.formats.marp import MarpProcess

HEAD = "---\nmarp: true\ntheme: aula\npaginate: true\n---\n\n"
COLUMNS = '<div class="left">\n\n{}\n\n</div>\n<div class="right">\n\n{}\n\n</div>'


def fence(lines, language="python"):
    return f"```{language}\n" + "\n".join(lines) + "\n```"


RUNS = "".join(f'<div class="run">\n\n{fence(["y" * 24] * 2, "saida")}\n\n</div>\n' for _ in range(3))
WHAT_IF = f'<div class="what-if">\n{RUNS}<p class="values"><b>Taxa</b> <span>1</span></p>\n</div>'
SLIDES = {
    "short": fence(["x = 1"] * 4),
    "long": fence(["x = 1"] * 13) + "\n\nUma linha.",
    "tall": fence(["x = 1"] * 17),
    "wide": fence(["x" * 72]),
    "beside": fence(["print(x)"] * 2) + "\n\n" + fence(["12"], "saida"),
    "below": fence(["x" * 60]) + "\n\n" + fence(["y" * 30], "saida"),
    "alone": fence(["12"], "saida"),
    "columns": COLUMNS.format(fence(["x" * 50]), "Um texto."),
    "pair": COLUMNS.format(fence(["x" * 50]), fence(["y" * 30])),
    "text": "Uma linha.",
    "marks": fence(["a = 1", "", "", "b = 2", "c = 3"], "python wrong=5"),
    "method": fence(["model.compile(x)", "print(len(x))"]),
    "numbers": "São 8 + 3 = 11 em 5 épocas, de 2 a 4, e sobra espaço para mais palavras no fim de tudo.",
    "bold": "Aqui há **uma frase em negrito**.",
    "choice": COLUMNS.format(fence(["x" * 50] * 13), f"{WHAT_IF}\n\nUm texto.\n\nOutro texto.\n\nMais um."),
    "errors": "<!-- _class: errors -->\n\n| Errado | Certo |\n| :--- | :--- |\n"
    '| `Adam(lr=0.1)`<br><span lang="en">ValueError: **lr**</span> | `Adam(learning_rate=0.1)` |\n'
    '| `f(x)`<br><span lang="en">UserWarning: x</span> | `f(y)` |\n'
    "| `score(train)`<br>→ `1.00` | `score(test)`<br>→ `0.52` |",
}


@pytest.fixture(scope="module")
def made(root, tmp_path_factory):
    """Return the HTML of each slide by its name."""
    folder = tmp_path_factory.mktemp("theme")
    text = "\n\n---\n\n".join(f"## {name}\n\n{body}" for name, body in SLIDES.items())
    (folder / "deck.md").write_text(HEAD + text, "utf-8")
    with MarpProcess(folder, Paths.of(root).marp_config) as marp:
        html = marp.convert(len(SLIDES))
    return dict(zip(SLIDES, re.findall(r"<section.*?</section>", html, re.S), strict=True))


def size(html, name="code"):
    return int(re.search(rf"--{name}:(\d+)px", html).group(1))


def test_code_is_as_large_as_its_lines_and_letters_let_it(made):
    assert [size(made[name]) for name in ("short", "long", "tall", "wide")] == [28, 21, 19, 24]


def test_a_slide_of_few_words_says_them_large(made):
    assert size(made["text"], "text") > size(made["columns"], "text")


def test_a_column_is_as_wide_as_its_code(made):
    left, right = re.search(r"--columns:(\d+)px (.*?)[;\"]", made["columns"]).groups()
    assert 50 * 0.6 * size(made["columns"]) < int(left) < 1120 - 380
    assert right == "minmax(0,1fr)"
    left, right = map(int, re.search(r"--columns:(\d+)px (\d+)px", made["pair"]).groups())
    assert left > right
    assert 1118 <= left + right <= 1120
    assert "pair" in re.search(r'class="([^"]*)"', made["pair"]).group(1).split()


def test_what_follows_a_choice_in_a_column_takes_room_of_that_column_only(made):
    assert size(made["choice"]) == 21


def test_code_and_its_output_are_one_box_side_by_side_where_they_fit(made):
    assert '<div class="cell beside">' in made["beside"]
    assert '<div class="cell">' in made["below"]
    assert made["below"].index('class="cell"') < made["below"].index("language-python")
    assert "cell" not in made["alone"] + made["short"]


def test_two_blank_lines_are_one_and_the_marked_line_stays_marked(made):
    code = re.search(r"<pre.*?</pre>", made["marks"], re.S).group()
    assert re.sub(r"<[^>]*>", "", code).strip().split("\n") == ["a = 1", "", "b = 2", "c = 3"]
    marked = re.search(r'<span class="mark wrong">(.*)</span>', code).group(1)
    assert re.sub(r"<[^>]*>", "", marked) == "c = 3"


def test_a_method_is_no_builtin(made):
    assert "model.compile(" in made["method"]
    assert re.findall(r'hljs-built_in">(\w+)', made["method"]) == ["print", "len"]


def test_no_line_ends_in_a_sum_or_before_a_unit_or_leaves_a_word_alone(made):
    text = re.search(r"<p>(.*?)</p>", made["numbers"], re.S).group(1).replace("\N{NO-BREAK SPACE}", "_")
    start, end = text.split('<span class="end">')
    assert start == "São 8_+_3_=_11 em 5_épocas, de 2_a_4, e sobra espaço para mais palavras no "
    assert end == "fim de tudo.</span>"
    assert '<strong>uma frase <span class="end">em negrito</span></strong>.' in made["bold"]


def test_the_words_that_differ_are_marked_and_the_family_is_told(made):
    assert re.findall(r"<mark>(.*?)</mark>", made["errors"]) == ["lr", "learning_rate", "x", "y", "train", "test"]
    assert re.findall(r'class="chip (\w+)"', made["errors"]) == ["grita", "avisa", "silencioso"]
    results = re.findall(r'<span class="result">(?:<span.*?</span> )?<code>(.*?)</code>', made["errors"])
    assert results == ["1.00", "0.52"]


def test_each_slide_knows_how_far_it_is(made):
    shown = [float(re.search(r"--progress:([\d.]+)", html).group(1)) for html in made.values()]
    assert shown == sorted(shown)
    assert shown[-1] == 1


def test_a_figure_takes_the_colours_of_the_theme_unless_it_has_pale_areas_of_its_own(root, tmp_path):
    for name, more in {"lines": "", "pale": '<path style="fill: #e8f2f9"/>', "picture": "<image/>"}.items():
        (tmp_path / f"{name}.svg").write_text(f'<svg width="9" height="9"><path style="fill: #1b1f27"/>{more}</svg>')
    pictures = "\n\n".join(f"![Um desenho]({name}.svg)" for name in ("lines", "pale", "picture"))
    (tmp_path / "deck.md").write_text(HEAD + pictures, "utf-8")
    with MarpProcess(tmp_path, Paths.of(root).marp_config) as marp:
        html = marp.convert(1)
    drawn = re.findall(r'<svg class="(.*?)".*?style="fill: (.*?)"', html)
    light = ("figure light", "#1b1f27")
    assert drawn == [("figure", "var(--f1b1f27,#1b1f27)"), light, light]


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("file", ["aula.css", "dark.js"])
def test_text_is_read_on_each_ground_in_both_themes(root, file):
    text = (root / "slides" / "theme" / file).read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})(?=;)", text[: text.find("is(.part") + 1 or None]))
    code = ["ink", "keyword", "string", "number", "deep", "quiet"]
    grounds = {"paper": [*code, "accent", "wrong", "right"], "soft": code, "tint": ["ink"]}
    grounds |= {ground: ["ink"] for ground in ("wrong-token", "right-token")}
    grounds |= {f"{kind}-shade": [*code[:4], kind] for kind in ("wrong", "raised", "right")}
    grounds |= {ground: ["on-accent"] for ground in ("accent", "wrong", "raised", "silent")}
    pairs = {
        (ground, each): contrast(colours[ground], colours[each]) for ground, texts in grounds.items() for each in texts
    }
    assert {pair: round(value, 2) for pair, value in pairs.items() if value < 4.5} == {}
    figures = re.findall(r"--f(?!ffffff|e3e6eb)[0-9a-f]{6}: (#[0-9a-f]{6})", text)
    assert [each for each in figures if contrast(each, colours["paper"]) < 4.5] == []


KEPT = """
import { kept } from ENGINE
let made = 0
const length = kept((text) => (made += 1, text.length))
const texts = [1, 1, 2].map((n) => length('x'.repeat(n)))
const before = process.memoryUsage().heapUsed
for (let n = 0; n < 400; n += 1) length(n + 'y'.repeat(100_000))
gc()
console.log(JSON.stringify({ texts, made, megabytes: (process.memoryUsage().heapUsed - before) / 1e6 }))
"""


def test_what_the_preview_keeps_of_texts_is_made_once_and_fills_no_memory():
    engine = (ROOT / "slides" / "theme" / "engine.mjs").as_uri()
    code = KEPT.replace("ENGINE", json.dumps(engine))
    command = [node_program(), "--expose-gc", "--input-type=module", "--eval", code]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    told = json.loads(done.stdout)
    assert (told["texts"], told["made"]) == ([1, 1, 2], 402)
    assert told["megabytes"] < 25  # the texts have 40
