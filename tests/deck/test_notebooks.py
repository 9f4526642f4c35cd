"""What a student does: put a notebook alone in an empty folder, run it from top to bottom, compare with the slides.

A notebook costs a Python and an import of TensorFlow, so ``build.py test`` runs a few that between them do all that a
notebook can do; with ``--every-notebook`` each of them runs (add ``--dist load`` to spread them over the cores).
"""

import base64
import copy
import os
import re
import zipfile

import nbformat
import pytest
from nbclient import NotebookClient

from engine.snippets.execute import SETTINGS
from engine.snippets.read import read_snippets

NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d+(?:[.,]\d+)?(?:e[-+]?\d+)?")
# Colours of a terminal, and the lines of a table drawn with letters.
DECORATION = re.compile("\x1b\\[[\\d;]*m|[\u2500-\u257f]")
# Where a warning was given: Jupyter says it, with the line, and a slide leaves it out.
LOCATION = re.compile(r"^\S+\.py:\d+: (?=\w*Warning: )|(?<=\n)  \S.*\n\Z", re.MULTILINE)
KINDS = {
    "prints": lambda text: "print(" in text,
    "draws": lambda text: "plt.subplots" in text,
    "ends in a table": lambda text: "DataFrame(" in text,
    "reads a data file": lambda text: '"data/' in text or '"../data/' in text,
    "fails as declared": lambda text: " raises=" in text,
    "trains": lambda text: ".fit(" in text and "import keras" in text,
}


def pytest_generate_tests(metafunc):
    if "name" in metafunc.fixturenames:
        every = metafunc.config.getoption("--every-notebook")
        metafunc.parametrize("name", sorted(names(metafunc.config.rootpath, every)))
    if "exercise" in metafunc.fixturenames:
        snippets, _ = read_snippets(metafunc.config.rootpath)
        found = [name for name in in_order(snippets) if '"lacuna"' in snippets[name].text]
        metafunc.parametrize("exercise", found[: None if metafunc.config.getoption("--every-notebook") else 1])


def in_order(snippets):
    """Return the names, the shortest first, and before them those that import no TensorFlow: they run in a quarter."""
    return sorted(snippets, key=lambda n: ("/" in n, "keras" in snippets[n].text, len(snippets[n].text), n))


def names(root, every):
    snippets, _ = read_snippets(root)
    if every:
        return set(snippets)
    shortest = in_order(snippets)
    done = {kind: [name for name in shortest if has(snippets[name].text)] for kind, has in KINDS.items()}
    chosen = set()
    for some in sorted(done.values(), key=len):  # what few notebooks do comes first: they do much else beside it
        if chosen.isdisjoint(some):
            chosen.add(some[0])
    return chosen


def run(notebook, folder, **options):
    """Run a notebook in a folder, without what this project sets in its own environment."""
    ours = {*SETTINGS, "MPLBACKEND", "PYTHONPATH"}
    env = {key: value for key, value in os.environ.items() if key not in ours}
    env |= {"IPYTHONDIR": str(folder / ".ipython"), "JUPYTER_RUNTIME_DIR": str(folder / ".jupyter")}
    # A student's matplotlib draws letters as shapes; as text, they can be compared.
    (folder / "matplotlibrc").write_text("svg.fonttype: none\n", "utf-8")
    env["MATPLOTLIBRC"] = str(folder / "matplotlibrc")
    fresh = copy.deepcopy(notebook)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    where = {"metadata": {"path": str(folder)}}
    client = NotebookClient(fresh, timeout=600, kernel_name="python3", resources=where, **options)
    client.execute(env=env)
    return fresh


def texts(cell):
    """Return what a cell printed, and the values that it showed, but not objects without a text of their own.

    Warnings come last: the order of the two streams is not what matters.
    """
    found = []
    for output in cell.outputs:
        if output.output_type == "stream":
            kind, text = output.name, output.text
        elif output.output_type not in ("execute_result", "display_data") or figure(output):
            continue
        else:
            # In Jupyter, model.summary() shows what it prints elsewhere.
            kind = "value" if output.output_type == "execute_result" else "stdout"
            table = output.data.get("text/html") if kind == "value" else None
            # The plain text of a table is as wide as the terminal.
            text = re.sub(r"<style.*?</style>|<[^>]*>", " ", table) if table else output.data["text/plain"]
        text = LOCATION.sub("", DECORATION.sub(" ", text))
        if found and found[-1][0] == kind == "stdout":
            found[-1] = (kind, found[-1][1] + text)
        else:
            found.append((kind, text))
    return sorted(found, key=lambda told: told[0] == "stderr")


def values(text):
    return [float(number.replace(",", ".").replace("\N{MINUS SIGN}", "-")) for number in NUMBER.findall(text)]


def figure(output):
    """Return the SVG of an output, as stored in a notebook or as Jupyter made it; empty when it has none."""
    data = output.get("data", {})
    inside = re.search(r"data:image/svg\+xml;base64,([^\"]+)", data.get("text/html", ""))
    return base64.b64decode(inside.group(1)).decode() if inside else data.get("image/svg+xml", "")


def labels(cell):
    """Return the words of each figure of a cell; the numbers of its axes depend on the width of the letters."""
    svgs = [svg for svg in map(figure, cell.outputs) if svg]
    return [sorted(set(re.findall(r">([^<>]*[a-zà-ú]{2}[^<>]*)</(?:text|tspan)>", svg))) for svg in svgs]


def test_every_kind_of_notebook_is_among_those_that_run(root):
    snippets, _ = read_snippets(root)
    chosen = names(root, every=False)
    for kind, has in KINDS.items():
        assert any(has(snippets[name].text) for name in chosen), kind
    assert len(chosen) < len(names(root, every=True)) == len(snippets)


def test_a_student_runs_it_alone_and_sees_what_the_slides_show(name, root, dist, tmp_path):
    path = tmp_path / f"{name}.ipynb"
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(dist / "notebooks.zip") as archive:
        solution = f"notebooks/{name}_solucao.ipynb"
        path.write_bytes(archive.read(solution if solution in archive.namelist() else f"notebooks/{name}.ipynb"))
    told = nbformat.read(path, as_version=4)
    seen = run(told, path.parent)
    compared = 0
    for before, after in zip(told.cells, seen.cells, strict=True):
        if before.cell_type != "code":
            continue
        where = f"{name}, cell {before.metadata.get('name')}"
        assert labels(after) == labels(before), where
        # The engine leaves out a last value that tells nothing; Jupyter does not.
        known = [kind for kind, _ in texts(before)]
        again = [(kind, text) for kind, text in texts(after) if kind != "value" or "value" in known]
        assert [kind for kind, _ in again] == known, f"{where}: {again}"
        for (_, was), (_, now) in zip(texts(before), again, strict=True):
            compared += 1
            if ".summary(" in before.source:  # Jupyter draws this table with other widths and more lines
                assert set(values(was)) <= set(values(now)), where
                continue
            assert NUMBER.sub("#", now).split() == NUMBER.sub("#", was).split(), where
            assert values(now) == pytest.approx(values(was), rel=0.02, abs=0.02), where
        raised = [[o.ename for o in cell.outputs if o.output_type == "error"] for cell in (before, after)]
        assert raised[0] == raised[1], where
        compared += len(labels(before)) + len(raised[0])
    shown = [output for cell in told.cells if cell.cell_type == "code" for output in cell.outputs]
    assert compared > 0 or not shown
    brought = {p.name: p.read_bytes() for p in tmp_path.glob("data/*")}
    assert bool(brought) == KINDS["reads a data file"]((root / "snippets" / f"{name}.py").read_text("utf-8"))
    assert brought == {n: (root / "snippets" / "data" / n).read_bytes() for n in brought}


def test_an_exercise_fails_with_its_blanks_and_passes_with_the_solution(exercise, dist, tmp_path):
    with zipfile.ZipFile(dist / "notebooks.zip") as archive:
        names = (f"notebooks/{exercise}{kind}.ipynb" for kind in ("", "_solucao"))
        blanks, solution = (nbformat.reads(archive.read(name).decode(), as_version=4) for name in names)
    code = {cell.metadata.name: cell.source for cell in solution.cells if "name" in cell.metadata}
    left = [cell for cell in blanks.cells if "lacuna" in cell.metadata.get("tags", ())]
    for cell in left:
        hint, _, dots = cell.source.rpartition("\n")
        assert (hint[:2], dots) == ("# ", "...")
        assert code[cell.metadata.name].startswith(hint)
    for cell in blanks.cells:
        assert not cell.get("outputs")  # which would tell the answer
    text = nbformat.writes(blanks)
    assert "def test_" not in text
    *_, last = run(blanks, tmp_path, allow_errors=True).cells
    (failed,) = (output for output in last.outputs if output.output_type == "error")
    assert failed.ename == "AssertionError"
    assert "ainda não" in last.outputs[0].text
    for cell in left:
        cell.source = code[cell.metadata.name]
    *_, last = run(blanks, tmp_path).cells
    told = last.outputs[0].text.splitlines()
    assert told == [f"{number}. certo" for number in range(1, len(told) + 1)]
    assert told
