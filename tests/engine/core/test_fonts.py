from fontTools.ttLib import TTFont

from engine.core.fonts import truetype_fonts


def test_fonts_for_figures_are_made_once_with_all_portuguese_letters(root, tmp_path):
    folder = truetype_fonts(root / "node_modules", tmp_path / "fonts")
    made = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {"IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexMono-Regular.ttf"} <= set(made)
    letters = TTFont(folder / "IBMPlexSans-Regular.ttf").getBestCmap()
    assert [letter for letter in "áàâãçéêíóôõúüÁÃÇÕ×²→ŷσΣ−" if ord(letter) not in letters] == []
    truetype_fonts(root / "node_modules", folder)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == made
