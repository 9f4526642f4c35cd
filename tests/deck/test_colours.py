"""One colour, one meaning: what the table in figures.mplstyle says, held against the figures of the built deck."""

import re
from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.colors import to_hex

PAPER = "#ffffff"
INK = "#1b1f27"
# How each kind of colour-blind eye mixes linear red, green and blue: Machado, Oliveira and Fernandes (2009).
EYES = {
    "most": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
# An area that is seen by its fill: it has no border.
_SHAPE = re.compile(
    r'<path d="([^"]*)"[^>]* style="(?![^"]*stroke: #)[^"]*fill: (#\w{6})(?:; (?:fill-)?opacity: ([\d.]+))?'
)


@pytest.fixture(scope="module")
def style(root):
    return root / "slides/theme/figures.mplstyle"


@pytest.fixture(scope="module")
def cycle(style):
    """The colours C0 to C5."""
    return [to_hex(each) for each in mpl.rc_params_from_file(style)["axes.prop_cycle"].by_key()["color"]]


@pytest.fixture(scope="module")
def roles(style, cycle):
    """The colour of each name in the table."""
    rows = [line.lstrip("# ").split("|")[1:] for line in style.read_text().splitlines() if line.count("|") == 6]
    return {
        name.strip(): colour
        for row in rows[1:]
        for cell, colour in zip(row, cycle, strict=True)
        for name in cell.split(",")
        if name.strip()
    }


@pytest.fixture(scope="module")
def figures(dist):
    return {path.stem: path.read_text() for path in sorted((dist / "figures").glob("*.svg"))}


def meaning(text, roles):
    """The first name of the table in a text, the longest of those that begin there; None without one."""
    found = [(m.start(), -len(name), name) for name in roles for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return min(found)[2] if found else None


def linear(colour):
    """Red, green and blue of a colour as amounts of light."""
    values = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(light):
    """The CIELAB coordinates of an amount of light."""
    white = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.clip(white @ np.clip(light, 0, 1) / white.sum(axis=1), 0.008856, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_a_label_has_the_colour_of_what_it_names(figures, roles):
    wrong = []
    for name, svg in figures.items():
        for style, text in re.findall(r'<text style="([^"]*)"[^>]*>([^<]+)</text>', svg):
            colour = next(iter(re.findall(r"fill: (#\w{6})", style)), INK)
            role = meaning(text, roles)
            # Ink and white say nothing; titles and axes are written in them.
            if role and colour in set(roles.values()) - {INK} and colour != roles[role]:
                wrong.append(f"{name}: {text!r} is {colour}, {role} is {roles[role]}")
    assert not wrong, "\n".join(wrong)


def test_the_theme_has_the_colours_of_the_figures(root, cycle):
    css = (root / "slides/theme/aula.css").read_text()
    assert [re.search(rf"--c{i}: (#\w+);", css)[1] for i in range(6)] == cycle


@pytest.mark.parametrize("eye", EYES)
def test_each_eye_tells_the_colours_apart(eye, cycle):
    seen = {colour: lab(EYES[eye] @ linear(colour)) for colour in cycle}
    pair = min(combinations(cycle, 2), key=lambda pair: np.linalg.norm(seen[pair[0]] - seen[pair[1]]))
    assert np.linalg.norm(seen[pair[0]] - seen[pair[1]]) > 12, pair  # the nearest: 14.6, purple and grey to deutans


def test_a_projector_shows_each_area(figures):
    pale = []
    for name, svg in figures.items():
        for path, colour, opacity in _SHAPE.findall(svg):
            if colour == PAPER or not path:
                continue
            light = linear(colour)
            if opacity:  # mixed as screens do, not as light
                mixed = [float(opacity) * int(colour[i : i + 2], 16) + (1 - float(opacity)) * 255 for i in (1, 3, 5)]
                light = linear("#" + "".join(f"{round(each):02x}" for each in mixed))
            contrast = 1.05 / (np.dot([0.2126, 0.7152, 0.0722], light) + 0.05)
            if contrast < 1.2:
                pale.append(f"{name}: {colour} {opacity} {contrast:.2f}")
    assert not pale, "\n".join(pale)
