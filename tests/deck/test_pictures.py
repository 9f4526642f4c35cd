"""The pictures in README and LEIAME show the deck as it is.

``python3 build.py test tests/deck/test_pictures.py --write-pictures`` writes them anew.
"""

import numpy as np
import pypdfium2
import pytest
from PIL import Image

# File name: title of the slide.
PICTURES = {
    "capa": "Introdução a deep learning com Keras",
    "neuronio": "Um neurônio faz três contas",
    "erros": "Importar: o nome não está no módulo",
}
_SIZE = (800, 450)


def shot_of(dist, number):
    """Return the picture of a slide, as small as the README shows it."""
    with pypdfium2.PdfDocument(dist / "deck.pdf") as pdf:
        shot = pdf[number - 1].render(scale=4 / 3, draw_annots=False).to_pil()
    return shot.resize(_SIZE, Image.Resampling.LANCZOS)


def blocks(image):
    """Return the mean colour of each block of 10 by 10 pixels: what a palette and another processor leave alike."""
    return np.asarray(image.convert("RGB"), float).reshape(45, 10, 80, 10, 3).mean(axis=(1, 3))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_of_this_deck(name, root, slides, dist, request):
    number = next(slide.number for slide in slides if slide.title == PICTURES[name])
    shot, path = shot_of(dist, number), root / f"docs/pictures/{name}.png"
    if request.config.getoption("--write-pictures"):
        path.parent.mkdir(exist_ok=True)
        shot.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)
    differs = np.abs(blocks(shot) - blocks(Image.open(path))).max(axis=-1) > 12
    assert differs.mean() < 0.01, f"{path.name} shows another deck; write it again with --write-pictures"


def test_the_pictures_are_small_and_shown(root):
    assert sum(path.stat().st_size for path in (root / "docs/pictures").iterdir()) < 300_000
    for readme in ("README.md", "LEIAME.md"):
        assert all(f"(docs/pictures/{name}.png)" in (root / readme).read_text() for name in PICTURES), readme
