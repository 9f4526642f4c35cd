"""The theme's fonts for matplotlib: TrueType files converted from the WOFF files of the npm packages."""

from pathlib import Path

from engine.core import paths
from engine.core.files import digest, make_once

PACKAGES = {
    "@ibm/plex-sans/fonts/complete/woff": ("IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexSans-Italic"),
    "@ibm/plex-mono/fonts/complete/woff": ("IBMPlexMono-Regular",),
}


def truetype_fonts() -> Path:
    """Return the folder of the TrueType fonts, which the first call for a lock of the npm packages makes."""
    return make_once(paths.CACHE / f"fonts-{digest(paths.NODE_LOCK.read_bytes(), str(PACKAGES))[:16]}", _convert)


def _convert(folder: Path) -> None:
    from fontTools.ttLib import TTFont

    for package, names in PACKAGES.items():
        for name in names:
            font = TTFont(paths.NODE_MODULES / package / f"{name}.woff", recalcTimestamp=False)
            font.flavor = None
            font.save(folder / f"{name}.ttf")
