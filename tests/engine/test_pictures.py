import io

from PIL import Image


def test_png_gives_a_picture_of_each_slide_and_one_of_all(built, tmp_path):
    done = built.build("--formats", "png", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    pictures = sorted(path.name for path in (tmp_path / "png").iterdir())
    assert pictures == ["001.png", "002.png"]
    slide = Image.open(tmp_path / "png" / "002.png")
    assert slide.size == (1280, 720)
    assert len(slide.convert("RGB").getcolors(1 << 20)) > 50  # something is on it
    sheet = Image.open(io.BytesIO((tmp_path / "contact.png").read_bytes()))
    assert sheet.size[0] > 1900
