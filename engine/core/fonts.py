"""The theme's fonts for matplotlib: TrueType files converted from the WOFF files of the npm packages."""

from __future__ import annotations

from pathlib import Path

from engine.core import paths

PACKAGES = {
    "@ibm/plex-sans/fonts/complete/woff": ("IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexSans-Italic"),
    "@ibm/plex-mono/fonts/complete/woff": ("IBMPlexMono-Regular",),
}


def truetype_fonts() -> Path:
    """Create the missing TrueType fonts and return their folder."""
    folder = paths.CACHE / "fonts"
    for package, names in PACKAGES.items():
        for name in names:
            target = folder / f"{name}.ttf"
            if target.exists():
                continue
            from fontTools.ttLib import TTFont

            folder.mkdir(parents=True, exist_ok=True)
            font = TTFont(paths.NODE_MODULES / package / f"{name}.woff", recalcTimestamp=False)
            font.flavor = None
            font.save(target)
    return folder
