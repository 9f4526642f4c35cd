from fontTools.ttLib import TTFont

from engine.core import fonts


def test_fonts_for_figures_are_made_once_with_all_portuguese_letters(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts.paths, "CACHE", tmp_path)
    folder = fonts.truetype_fonts()
    made = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {"IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexMono-Regular.ttf"} <= set(made)
    letters = TTFont(folder / "IBMPlexSans-Regular.ttf").getBestCmap()
    assert [letter for letter in "áàâãçéêíóôõúüÁÃÇÕ×²→ŷσΣ−" if ord(letter) not in letters] == []
    fonts.truetype_fonts()
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == made
