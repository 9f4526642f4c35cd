"""Running snippets, each in its own process, and what is captured of them, as the build sees it."""

import json
import os
import sys

import nbformat
import pytest

from engine.core.fonts import truetype_fonts
from engine.snippets.execute import outcomes
from engine.snippets.outputs import TABLE
from engine.snippets.pool import Kernel, PoolRunner, RunContext
from engine.snippets.read import read_snippets

SNIPPETS = {
    "impresso": 'print("oi", 1 / 3)\n6 * 7',
    "figura": "import matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\nax.set_title('T')",
    "tabela": "import pandas as pd\n\npd.DataFrame({'x': [1 / 3]})",
    "valores": "import numpy as np\n\na, b, c = 1, np.float32(0.5), {'k': np.int64(3)}\nd = [1]\n_e = 2\nf = {1: [1]}",
    "calado": "class Coisa:\n    pass\n\n\nCoisa()",
    "dados": "from pathlib import Path\n\nprint(Path('data/x.txt').read_text())",
    "erros/dados": "from pathlib import Path\n\nprint(Path('../data/x.txt').read_text())",
    "progresso": "print('4/4 - 12ms/step')",
    "temporario": "import tempfile\n\nwith tempfile.TemporaryDirectory() as t:\n    open(t + '/x', 'w').close()",
    "aleatorio": "print(sorted({'a', 'b', 'c'}, key=hash), hash('x'))\nimport random, numpy\nprint(numpy.zeros(2))",
    "isolado_um": "import builtins\n\nbuiltins.marca = 1",
    "isolado_dois": "import builtins\n\nprint(hasattr(builtins, 'marca'))",
    "coletor": "import gc\n\nprint(gc.isenabled(), gc.get_freeze_count() > 1000)",
    "aviso": "import warnings\n\nwarnings.warn('cuidado')",
    # What goes wrong.
    "levanta": "def f():\n    raise ValueError('não deu\\nsegunda linha')\n\n\nf()",
    "sintaxe": "x = 1\nawait x",
    "trava": "import time\n\ntime.sleep(60)",
    # Not at once: a process that ends before the pool has heard that it began counts as one that never ends.
    "morre": "import os, time\n\ntime.sleep(0.5)\nos._exit(7)",
    "morto": "import os, signal, time\n\ntime.sleep(0.5)\nos.kill(os.getpid(), signal.SIGKILL)",
    "endereco": "print(object())",
    "caminho": "import os\n\nprint(os.getcwd())",
}
LAST = "\n\n# %% depois\nz = 1\n"


@pytest.fixture(scope="module")
def ran(tmp_path_factory, root):
    """Run all of them once, and return the project's folder, the outcome of each, and the order in which they began."""
    folder = tmp_path_factory.mktemp("ran")
    (folder / "snippets" / "data").mkdir(parents=True)
    (folder / "snippets" / "erros").mkdir()
    (folder / "snippets" / "data" / "x.txt").write_text("do arquivo", "utf-8")
    for name, code in SNIPPETS.items():
        (folder / "snippets" / f"{name}.py").write_text(f"# %% a\n{code}{LAST}", "utf-8")
    snippets, _ = read_snippets(folder)
    settings = dict(os.environ)
    context = RunContext(root / "slides" / "theme" / "figures.mplstyle", truetype_fonts(), folder / "cache")
    outcome, running = {}, []
    with PoolRunner(context, jobs=2, timeout=8, modules=["numpy", "json"]) as runner:
        for snippet, execution, seconds in outcomes(
            runner, sorted(snippets.values(), key=lambda snippet: snippet.name == "impresso")
        ):
            running += [list(filter(None, runner.running.split(", ")))]
            outcome[snippet.name] = execution, seconds
    os.environ.clear()
    os.environ.update(settings)
    return folder, outcome, running


@pytest.mark.parametrize(("count", "ahead", "kernels"), [(1, False, 1), (4, False, 4), (1, True, 3)])
def test_a_kernel_starts_for_each_snippet_and_more_only_for_those_to_come(
    ran, root, monkeypatch, count, ahead, kernels
):
    begun, start = [], Kernel.start
    monkeypatch.setattr(Kernel, "start", lambda *words: begun.append(words) or start(*words))
    context = RunContext(root / "slides" / "theme" / "figures.mplstyle", truetype_fonts(), ran[0] / "cache")
    snippet = read_snippets(ran[0])[0]["calado"]
    with PoolRunner(context, jobs=2, timeout=60, modules=["numpy", "json"], ahead=ahead) as runner:
        assert [execution.failures for _, execution, _ in outcomes(runner, [snippet] * count)] == [[]] * count
    assert len(begun) == kernels


def outputs(ran, name, cell="a"):
    execution, _ = ran[1][name]
    assert execution.failures == []
    notebook = nbformat.reads(execution.notebook, as_version=4)
    return next(c for c in notebook.cells if c.metadata.get("name") == cell).outputs


def failure(ran, name):
    execution, _ = ran[1][name]
    (failure,) = execution.failures
    return failure.line, failure.message


def test_printed_text_and_the_last_value_are_kept_apart(ran):
    stream, value = outputs(ran, "impresso")
    assert (stream.name, stream.text) == ("stdout", "oi 0.3333333333333333\n")
    assert (value.output_type, value.data["text/plain"]) == ("execute_result", "42")


def test_a_figure_is_svg_with_its_text_and_what_set_title_returns_is_left_out(ran):
    (figure,) = outputs(ran, "figura")
    assert "<svg" in figure.data["image/svg+xml"]
    assert ">T</text>" in figure.data["image/svg+xml"]
    assert "image/png" not in figure.data
    assert "Date" not in figure.data["image/svg+xml"]


def test_a_dataframe_is_kept_with_ten_digits(ran):
    (frame,) = outputs(ran, "tabela")
    assert frame.data[TABLE] == {"heads": ["x"], "kinds": ["number"], "rows": [[1 / 3]], "count": 1}


def test_plain_values_are_kept_by_name_and_nothing_else(ran):
    execution, _ = ran[1]["valores"]
    assert json.loads(execution.notebook)["metadata"]["values"] == {"a": 1, "b": 0.5, "c": {"k": 3}, "z": 1}


def test_an_object_that_shows_only_its_address_shows_nothing(ran):
    assert outputs(ran, "calado") == []


def test_data_files_that_were_read_are_known(ran):
    data = {
        name: json.loads(ran[1][name][0].notebook)["metadata"]["data"] for name in ("dados", "impresso", "temporario")
    }
    assert data == {"dados": ["data/x.txt"], "impresso": [], "temporario": []}


def test_one_snippet_does_not_see_what_another_did(ran):
    assert outputs(ran, "isolado_dois")[0].text == "False\n"


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_what_the_parent_imported_is_no_garbage_and_what_a_snippet_makes_may_be(ran):
    assert outputs(ran, "coletor")[0].text == "True True\n"


def test_a_warning_is_kept_as_such(ran):
    (stream,) = outputs(ran, "aviso")
    assert stream.name == "stderr" and "UserWarning: cuidado" in stream.text


def test_a_warning_says_nothing_of_the_file_that_it_came_from(ran):
    (stream,) = outputs(ran, "aviso")
    assert stream.text == "UserWarning: cuidado\n"


def test_a_snippet_in_a_folder_runs_there_and_its_data_count_from_the_folder_of_all(ran):
    execution, _ = ran[1]["erros/dados"]
    assert "do arquivo" in outputs(ran, "erros/dados")[0].text
    assert json.loads(execution.notebook)["metadata"]["data"] == ["data/x.txt"]


def test_an_error_keeps_its_traceback_from_the_snippet_on(ran):
    execution, _ = ran[1]["levanta"]
    cell = nbformat.reads(execution.notebook, as_version=4).cells[0]
    assert cell.metadata.error_line == 2
    assert cell.outputs[0].traceback == [
        "Traceback (most recent call last):",
        '  File "levanta.py", line 6, in <module>\n    f()',
        "  File \"levanta.py\", line 3, in f\n    raise ValueError('não deu\\nsegunda linha')",
        "ValueError: não deu\nsegunda linha",
    ]


def test_how_long_a_step_took_is_no_result(ran):
    assert failure(ran, "progresso") == (1, 'cell "a" shows how long it took (12ms/step); pass verbose=0')


def test_an_error_names_the_line_in_which_it_arose(ran):
    assert failure(ran, "levanta") == (3, 'cell "a" raises ValueError: não deu')


def test_what_follows_an_error_does_not_run(ran):
    execution, _ = ran[1]["levanta"]
    assert "z" not in json.loads(execution.notebook)["metadata"]["values"]


def test_a_snippet_that_hangs_is_killed(ran):
    assert failure(ran, "trava") == (
        None,
        "did not end within 8 s and was killed; make it shorter, or pass --timeout SECONDS",
    )


@pytest.mark.parametrize(("name", "code"), [("morre", 7), ("morto", -9)])
def test_a_process_that_dies_costs_its_own_snippet_only(ran, name, code):
    message = f"its process was killed or ended itself (exit code {code}); out of memory, or os._exit?"
    assert failure(ran, name) == (None, message)
    assert len(ran[1]) == len(SNIPPETS)


def test_what_differs_in_each_run_is_refused(ran):
    line, message = failure(ran, "endereco")
    assert line == 1
    assert message.startswith('cell "a" shows a memory address (at 0x')
    assert failure(ran, "caminho") == (1, 'cell "a" shows a path of this machine; show the name of the file only')


def test_who_asks_is_told_what_runs(ran):
    assert all(len(names) <= 2 for names in ran[2])
    assert any("trava" in names for names in ran[2])


def test_the_seconds_of_each_are_told(ran):
    assert 0 < ran[1]["impresso"][1] < 8
