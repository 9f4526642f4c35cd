from fontTools.ttLib import TTFont

from engine.core import fonts


def test_fonts_for_figures_are_made_once_with_all_portuguese_letters(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts.paths, "CACHE", tmp_path)
    folder = fonts.truetype_fonts()
    made = {path.name for path in folder.iterdir()}
    assert {"IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexMono-Regular.ttf"} <= made
    letters = TTFont(folder / "IBMPlexSans-Regular.ttf").getBestCmap()
    assert [letter for letter in "áàâãçéêíóôõúüÁÃÇÕ×²→ŷσΣ−" if ord(letter) not in letters] == []
    monkeypatch.setattr(fonts, "_convert", None)
    assert fonts.truetype_fonts() == folder
