import io
import re

import matplotlib.pyplot as plt
import pytest

from engine.slides.figure import PIXELS_PER_INCH, slide_figure


@pytest.fixture(scope="module")
def svg() -> str:
    with plt.rc_context({"svg.fonttype": "none", "svg.hashsalt": "x", "axes.unicode_minus": True}):
        fig, ax = plt.subplots(figsize=(5, 2))
        ax.plot([0, 1], [0, 1.123456789], label="1.5")
        ax.set_title("de -0.5 a 3-2-1, v1.2.3")
        buffer = io.StringIO()
        fig.savefig(buffer, format="svg")
        plt.close(fig)
    return buffer.getvalue()


def test_is_one_element_in_slide_pixels(svg):
    figure = slide_figure(svg, "x")
    assert figure.startswith("<svg") and figure.endswith("</svg>")
    assert f'width="{5 * PIXELS_PER_INCH}" height="{2 * PIXELS_PER_INCH}"' in figure


def test_numbers_in_its_text_are_portuguese(svg):
    assert "de \N{MINUS SIGN}0,5 a 3-2-1, v1.2.3" in slide_figure(svg, "x")


def test_coordinates_keep_their_points_and_two_digits(svg):
    path = re.search(r' d="([^"]+)"', slide_figure(svg, "x")).group(1)
    assert "," not in path
    assert not re.search(r"\.\d{3}", path)


def test_two_figures_share_no_identifier_and_every_reference_has_its_target(svg):
    first, second = slide_figure(svg, "a"), slide_figure(svg, "b")
    ids = [set(re.findall(r' id="([^"]+)"', figure)) for figure in (first, second)]
    assert ids[0] and not ids[0] & ids[1]
    assert {r for pair in re.findall(r'url\(#([^)]+)|href="#([^"]+)', first) for r in pair if r} <= ids[0]


def test_no_style_sheet_leaks_into_the_page(svg):
    assert "<style" in svg
    assert "<style" not in slide_figure(svg, "x")
    assert "<?xml" not in slide_figure(svg, "x")
