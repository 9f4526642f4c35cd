"""Create the projects to measure: a copy of this one or of some of its parts, and a generated one of any size."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from engine.core.paths import CACHE, ROOT
from engine.snippets.expected import ERRORS_FOLDER
from engine.snippets.read import read_snippets

_LINKED = (".venv", "node_modules")
_COPIED = ("build.py", "engine", "requirements.lock", "package-lock.json", "slides")
_NOT_COPIED = shutil.ignore_patterns("__pycache__", "[0-9]*.md.j2")  # not the parts
# The words that name slides which may not be there, and the argument of any other that shows a snippet of an error.
_LINKS = re.compile(r"\{\{\s*(?:see|cut)\([^}]*\)\s*\}\}\n?")
_PLAIN_MARKER, _OFF = re.compile(r"^# %% (\w+)$", re.M), ' tags=["fora-do-slide"]'
_ERRORS = f'"{ERRORS_FOLDER}/'


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    for name in _COPIED:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=_NOT_COPIED)
        else:
            shutil.copy(source, target)
    course = folder / "slides" / "deck.toml"
    course.write_text(course.read_text("utf-8").partition("[cuts]")[0], "utf-8")
    for name in _LINKED:
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    # Fonts, the unpacked browser and the caches of packages are created once per machine and are not part of a build.
    for path in CACHE.glob("*"):
        if path.name.split("-")[0] in ("chromium", "fonts", "keras", "matplotlib"):
            shutil.copytree(path, folder / ".cache" / path.name)
    return folder


def of_parts(folder: Path, numbers: list[int]) -> Path:
    """Copy the project with only these parts and the snippets that they show; copy all parts if `numbers` is empty.

    Parts with errors are left out, because a cell that fails on purpose stops the other tools.
    """
    _empty(folder)
    used: set[str] = set()
    for path in sorted((ROOT / "slides").glob("[0-9][0-9]_*.md.j2")):
        text = _LINKS.sub("", path.read_text("utf-8"))
        if _ERRORS not in text and (not numbers or int(path.name[:2]) in numbers):
            (folder / "slides" / path.name).write_text(text, "utf-8")
            used |= set(re.findall(r'"(\w+)"', text))
    left_out = shutil.ignore_patterns("__pycache__", ERRORS_FOLDER)
    shutil.copytree(ROOT / "snippets", folder / "snippets", ignore=left_out)
    for path in (folder / "snippets").glob("*.py"):
        if path.stem not in used:
            path.unlink()
            continue
        # The cells that the other parts show are on no slide here.
        mark = _PLAIN_MARKER.sub(lambda m: m.group() + ("" if m.group(1) in used else _OFF), path.read_text("utf-8"))
        path.write_text(mark, "utf-8")
    return folder


def runs_of(project: Path, folder: Path) -> dict[str, Path]:
    """Write each run of the snippets of a project into a folder, beside their data; return the files by name."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project / "snippets", folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    files = {}
    for snippet in read_snippets(project)[0].values():
        for run in snippet.runs:
            files[run.name] = folder / f"{re.sub(r'[^a-z0-9]+', '_', run.name, flags=re.I).strip('_')}.py"
            files[run.name].write_text(run.text, "utf-8")
    return files


def of_size(folder: Path, snippets: int) -> Path:
    """Create a project with this number of trivial snippets and twice as many slides."""
    _empty(folder)
    (folder / "snippets").mkdir()
    a_part = -(-snippets // 90)  # the name of a part starts with two digits
    for part, first in enumerate(range(0, snippets, a_part)):
        slides = []
        for number in range(first, min(first + a_part, snippets)):
            name = f"s{number:05d}"
            text = f'# %% conta\nx = {number}\nprint("valor:", x)\n'
            (folder / "snippets" / f"{name}.py").write_text(text, "utf-8")
            slides.append(f'## Código {number}\n\n{{{{ code("{name}", "conta") }}}}\n')
            slides.append(
                f'## Saída {number}\n\n{{{{ output("{name}", "conta") }}}}\n\n{{{{ value("{name}", "x") }}}}\n'
            )
        (folder / "slides" / f"{part:02d}_parte.md.j2").write_text("\n---\n\n".join(slides), "utf-8")
    return folder
