"""What a cell shows is what Jupyter shows: the kernel of a build beside one that was started in the ordinary way."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import nbformat
import psutil
import pytest
from nbclient import NotebookClient

from engine.core.files import temporary_folder
from engine.core.fonts import truetype_fonts
from engine.core.paths import ROOT
from engine.snippets import execute, pool
from engine.snippets.execute import outcomes
from engine.snippets.outputs import normalized
from engine.snippets.pool import PoolRunner, RunContext
from engine.snippets.read import read_snippets

CELLS = {
    "valor": "print('oi')\n6 * 7",
    "ponto_e_virgula": "print('antes')\n6 * 7;",
    "retorno": "print('10 %\\r100 %\\rpronto')\nprint('abd\\bc')",
    "limpa": "from IPython.display import clear_output\nfor n in range(3):\n    clear_output()\n    print(n)",
    "mostra": "print('um')\ndisplay({'a': 1})\nprint('dois')\n'três'",
    "atualiza": "first = display('velho', display_id='x')\nprint('meio')\nfirst.update('novo')",
    "registro": "import logging, sys\n"
    "logging.basicConfig(stream=sys.stdout, format='%(message)s')\nlog = logging.getLogger('x')",
    "registra": "log.warning('perda caiu')",
    "filho": "import os, subprocess, sys\nprint('pai')\nsubprocess.run([sys.executable, '-c', 'print(1)'])\n"
    "os.system('echo 2')\nprint('fim', sys.stdout.encoding)",
    "varios": "import multiprocessing as mp\ndef dobro(x):\n    return 2 * x\nwith mp.Pool(2) as pool:\n"
    "    print(pool.map(dobro, range(3)))",
    "guarda": "import pickle\nclass Ponto:\n    x = 3\npickle.loads(pickle.dumps(Ponto())).x",
    "espera": "import asyncio\nasync def sete():\n    await asyncio.sleep(0)\n    return 7\nawait sete()",
    "rico": "from IPython.display import HTML, Image, Markdown\ndisplay(HTML('<b>a</b>'), Markdown('*b*'))\n"
    "Image(data=b'\\x89PNG\\r\\n\\x1a\\n' + bytes(16), format='png')",
    "comentario": "# %time\n# !ls\nx = 1  # !ls\nx",
}  # fmt: skip


def shown(cell):
    """Return the kind and the content of what a cell shows."""
    return [(o.get("name", o.output_type), o.get("text") or dict(o.data)) for o in normalized(cell.outputs)]


@pytest.fixture(scope="module")
def context(tmp_path_factory, root):
    cache = tmp_path_factory.mktemp("cache de ação (1)")
    return RunContext(root / "slides" / "theme" / "figures.mplstyle", truetype_fonts(), cache)


@pytest.fixture(scope="module")
def run(tmp_path_factory, context):
    """Return a function that runs one snippet, given as text, and returns what came of it."""
    with PoolRunner(context, jobs=1, timeout=30, modules=[]) as runner:

        def run_one(text, data=()):
            folder = tmp_path_factory.mktemp("projeto & cia")
            for name, content in {"x.py": text, **dict(data)}.items():
                path = folder / "snippets" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, "utf-8")
            snippets, problems = read_snippets(folder)
            assert problems == []
            ((_, execution, _),) = outcomes(runner, snippets.values())
            return execution

        yield run_one


def test_what_cells_show_is_what_an_ordinary_kernel_shows(run):
    ordinary = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in CELLS.values()])
    NotebookClient(ordinary, kernel_name="python3").execute()
    execution = run("".join(f"# %% {name}\n{code}\n\n" for name, code in CELLS.items()))
    assert execution.failures == []
    notebook = nbformat.reads(execution.notebook, as_version=4)
    theirs, ours = (
        {name: shown(cell) for name, cell in zip(CELLS, cells, strict=True)}
        for cells in (ordinary.cells, notebook.cells)
    )
    theirs.pop("filho")  # there a child's lines come when they come
    assert ours.pop("filho") == [("stdout", "pai\n1\n2\nfim UTF-8\n")]
    assert ours == theirs
    assert ours["comentario"] == [("execute_result", {"text/plain": "1"})]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import asyncio\n\nasyncio.run(asyncio.sleep(0))", "asyncio.run() cannot be called from a running event loop"),
        ("import pandas as pd\n\npd.DataFrame({'x': [1]}).style", "shows HTML, which a slide can't"),
        (
            "import matplotlib.pyplot as plt\n\nplt.plot(range(21_000), marker='.')",
            "elements (2 MB); draw points with rasterized=True",
        ),
        (
            "import matplotlib.pyplot as plt, os\n\nplt.title(os.getcwd())",
            "shows a path of this machine; show the name",
        ),
        ("from pathlib import Path\n\nprint(Path('y.csv').resolve())", "shows a path of this machine; show the name"),
        ("import tempfile\n\ntempfile.mkdtemp()", "shows a path of this machine; show the name of the file only"),
        ("from pathlib import Path\n\nopen(Path.cwd() / 'z.csv')", "No such file or directory: '…/z.csv'"),
        ("from pathlib import Path\n\nraise ValueError(Path('y.csv').resolve())", "raises ValueError: …/y.csv"),
        ("open('y.csv', 'a')", "y.csv is data of the deck; write to another file"),
    ],
)
def test_what_a_deck_cannot_keep_is_told_with_its_remedy(run, code, message):
    (failure,) = run(f"# %% a\n{code}\n", {"y.csv": "1"}).failures
    assert message in failure.message


def test_a_formula_is_drawn_as_paths_and_other_text_stays_text(run):
    code = (
        "import matplotlib.pyplot as plt\n\n"
        "ax = plt.figure().subplots()\nax.set_title(r'$\\sum_i x_i$')\nax.set_xlabel('época')"
    )
    notebook = nbformat.reads(run(f"# %% a\n{code}\n").notebook, as_version=4)
    svg = next(data for output in notebook.cells[0].outputs if (data := output.data.get("image/svg+xml")))
    assert ">época</text>" in svg
    assert "tspan" not in svg
    assert 'xlink:href="#DejaVuSans' in svg


def test_data_outside_of_snippets_is_refused_and_what_python_has_is_read(run, tmp_path):
    (tmp_path / "fora.csv").write_text("1", "utf-8")
    (failure,) = run(f"# %% a\nopen({str(tmp_path / 'fora.csv')!r})\n").failures
    assert "fora.csv is outside of snippets/; put it there, and name it from there" in failure.message
    (failure,) = run(f"# %% a\nopen({str(ROOT / 'README.md')!r})\n").failures
    assert "README.md is outside of snippets/" in failure.message
    assert run(f"# %% a\nimport zoneinfo\n\nopen({os.__file__!r})\nzoneinfo.ZoneInfo('UTC')\n").failures == []


def test_a_file_that_is_missing_is_data_too(run):
    code = "try:\n    open('e.' + 'csv')\nexcept OSError:\n    print('nada')\nopen('f.csv', 'w')"
    notebook = nbformat.reads(run(f"# %% a\n{code}\n").notebook, as_version=4)
    assert notebook.metadata["data"] == ["e.csv"]


def test_data_is_copied_for_whatever_writes_to_it(run):
    code = "import os\n\nos.system('echo 2 >> y.csv')\nprint(open('y.csv').read())"
    execution = run(f"# %% a\n{code}\n", {"y.csv": "1\n"})
    assert execution.failures == []
    assert nbformat.reads(execution.notebook, as_version=4).cells[0].outputs[0].text == "1\n2\n\n"


def test_large_data_that_changes_while_it_is_read_gives_no_result(run, monkeypatch):
    monkeypatch.setattr(execute, "_COPIED", 0)
    code = "import os, pathlib\n\nos.utime(pathlib.Path('y.csv').resolve(), (1, 1))\nprint(open('y.csv').read())"
    (failure,) = run(f"# %% a\n{code}\n", {"y.csv": "1"}).failures
    assert failure.message == "y.csv changed while the snippet ran; build again"


def test_what_is_in_the_folder_of_the_run_is_listed_by_its_name(run):
    execution = run("# %% a\nimport os\n\nprint(sorted(os.listdir('.')))\n", {"y.csv": "1"})
    assert nbformat.reads(execution.notebook, as_version=4).metadata["data"] == ["./", "y.csv"]


def test_what_a_listing_of_a_folder_would_find_is_data(run):
    code = "from pathlib import Path\n\nprint(len(list(Path('fotos').glob('*.txt'))))"
    execution = run(f"# %% a\n{code}\n", {"fotos/a.txt": "1", "fotos/b.txt": "2", "fotos/.oculto.txt": "3"})
    assert execution.failures == []
    notebook = nbformat.reads(execution.notebook, as_version=4)
    assert notebook.cells[0].outputs[0].text == "2\n"
    assert notebook.metadata["data"] == ["fotos/", "fotos/a.txt", "fotos/b.txt"]


def start_build(folder, context, snippets):
    """Run snippets, given as texts by name, in a process of their own that prints what came of the last."""
    code = (
        "from engine.snippets.pool import *; from engine.snippets.read import read_snippets\n"
        "from engine.snippets.execute import outcomes\n"
        "from pathlib import Path; import sys\n"
        f"context = RunContext(*(Path(p) for p in {[str(p) for p in vars(context).values()]}))\n"
        "snippets = list(read_snippets(Path(sys.argv[1]))[0].values())\n"
        "with PoolRunner(context, jobs=1, timeout=60, modules=[]) as runner:\n"
        "    runs = {s.name: e for s, e, _ in outcomes(runner, snippets)}\n"
        "    print(*(runs[name].failures for name in sorted(runs)[1:]), sep='\\n')\n"
    )
    (folder / "snippets").mkdir()
    for name, text in snippets.items():
        (folder / "snippets" / f"{name}.py").write_text(text, "utf-8")
    command = [sys.executable, "-c", code, folder]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_of_a_build_that_is_killed_nothing_stays(tmp_path, context, monkeypatch):
    temporary = tmp_path / "temporários"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    child = "subprocess.Popen(['sleep', '61.25'], start_new_session=True)"
    begun = f"tempfile.mkdtemp()\nopen('{tmp_path}/begun', 'w').close()\ntime.sleep(60)\n"
    text = f"# %% a\nimport subprocess, tempfile, time\n\n{child}\n{begun}"
    with start_build(tmp_path, context, {"a": text}) as build:
        wait_until(lambda: (tmp_path / "begun").exists())
        below = psutil.Process(build.pid).children(recursive=True)
        assert any("61.25" in process.cmdline() for process in below)
        # The other folder has too long a name for them.
        sockets = list(Path("/tmp").glob(f"deck-{build.pid}-sockets-*"))
        os.kill(build.pid, signal.SIGKILL)
    wait_until(lambda: not [process for process in below if process.is_running() and process.status() != "zombie"])
    assert len(sockets) == 1
    assert any(temporary.iterdir())
    with temporary_folder("next", temporary) as ours, temporary_folder("next", Path("/tmp")):
        assert list(temporary.iterdir()) == [Path(ours)]
        assert not sockets[0].exists()


@pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")
def test_when_the_parent_of_the_kernels_is_killed_it_is_started_again(tmp_path, context):
    text = "# %% a\nimport os, signal\n\nos.kill(os.getppid(), signal.SIGKILL)\n"
    others = dict.fromkeys("bcdefgh", "# %% a\nprint(1)\n")  # more than there are kernels that are ready by then
    with start_build(tmp_path, context, {"a": text} | others) as build:
        assert build.communicate(timeout=100)[0] == "[]\n" * len(others)


def test_nobody_waits_for_a_kernel_that_ended_while_it_started():
    spawn = multiprocessing.get_context("spawn")
    ending = SimpleNamespace(Process=lambda target, args: spawn.Process(target=int))

    def start():
        asyncio.run(asyncio.wait_for(pool.Kernel.start(ending, {}), timeout=20))

    with ThreadPoolExecutor(1) as threads, pytest.raises(RuntimeError, match="does not answer"):
        threads.submit(start).result()  # a thread of its own: in this one, the loop of a browser may run


def wait_until(happened, seconds=30):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_of_the_environment_of_the_user_nothing_reaches_a_snippet(context, monkeypatch):
    for name in ("KERAS_BACKEND", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONWARNINGS", "MPLBACKEND", "LANG", "TZ", "MEU"):
        monkeypatch.setenv(name, "do usuário")
    assert "do usuário" not in context.environ.values()
    assert context.environ["KERAS_BACKEND"] == "tensorflow"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the faults are counted otherwise")
def test_a_call_at_any_depth_needs_no_memory_of_the_system(run):
    code = (
        "from resource import RUSAGE_SELF, getrusage\n\n"
        "def leaf():\n    pass\n\n"
        "def call(depth):\n    if depth:\n        return call(depth - 1)\n    for _ in range(500):\n        leaf()\n\n"
        "call(800)\nbefore = getrusage(RUSAGE_SELF).ru_minflt\n"
        "for depth in range(800):\n    call(depth)\n"
        "faults = getrusage(RUSAGE_SELF).ru_minflt - before"
    )
    notebook = nbformat.reads(run(f"# %% a\n{code}\n").notebook, as_version=4)
    assert notebook.metadata["values"]["faults"] < 500  # as many as there are calls, at each of some borders


def test_an_error_names_its_line_below_blank_lines_too(run):
    (failure,) = run("# %% a\n\n\nx = 1\n1 / 0\n").failures
    assert failure.line == 5


def test_the_line_of_text_that_is_no_python_is_known(run):
    text = '# %% a raises="SyntaxError" message="repeated"\nx = 1\ndict(a=1, a=2)\n\n# %% certo\ndict(a=1)\n'
    execution = run(text)
    assert execution.failures == []
    assert nbformat.reads(execution.notebook, as_version=4).cells[0].metadata["error_line"] == 2


@pytest.mark.parametrize("value", ["10 ** 5000", "float('nan')", "1j", "None", "b'\\xff'"])
def test_a_value_of_any_kind_may_be_held(run, value):
    assert run(f"# %% a\nx = {value}\ny = 1\n").failures == []


def test_where_fork_is_not_safe_kernels_are_spawned_and_give_the_same(tmp_path, context, run, monkeypatch):
    texts = {
        "a": "# %% a\nimport numpy, os, sys\n\nprint('ação', numpy.ones(2), os.environ['TZ'], sys.argv)\n",
        "b": "# %% a\nimport matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\nax.set_title('ação: $x^2$')\n",
        "c": "# %% a\nraise ValueError('não')\n",
        "d": "# %% a\nimport os\n\nos._exit(3)\n",
    }
    monkeypatch.setattr(pool, "START_METHOD", "spawn")
    (tmp_path / "snippets").mkdir()
    for name, text in texts.items():
        (tmp_path / "snippets" / f"{name}.py").write_text(text, "utf-8")
    with PoolRunner(context, jobs=2, timeout=120, modules=["numpy"]) as runner:
        ran = {snippet.name: each for snippet, each, _ in outcomes(runner, read_snippets(tmp_path)[0].values())}
    assert [each.message for name in "cd" for each in ran[name].failures] == [
        'cell "a" raises ValueError: não',
        "its process was killed or ended itself (exit code 3); out of memory, or os._exit?",
    ]
    for name in "ab":
        forked, spawned = (nbformat.reads(each.notebook, as_version=4) for each in (run(texts[name]), ran[name]))
        assert str(spawned.cells[0].outputs).replace("a.py", "x.py") == str(forked.cells[0].outputs)
