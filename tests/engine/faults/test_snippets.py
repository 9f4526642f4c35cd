"""A snippet that does harm is told at its line, and what it did reaches nothing else."""

RUN = '{{ output("NAME", "a") }}'
FILES = {"snippets/tabela.csv": "1,2\n", "snippets/pasta/um.txt": "um"}
FAULTS = {
    "exits": ("import sys\nsys.exit(0)", "", "SystemExit|ended itself"),
    "exits_with_text": ("import sys\nsys.exit('fim')", "", "SystemExit: fim"),
    "ends_itself": ("import os, time\ntime.sleep(0.3)\nos._exit(0)", "", r"ended itself \(exit code 0\)"),
    "ends_at_once": ("import os\nos._exit(0)", "", r"ended itself \(exit code 0\)"),
    "interrupts": ("raise KeyboardInterrupt", "", 'cell "a" raises KeyboardInterrupt'),
    "aborts": ("import os\nos.abort()", "", r"was killed .*exit code -6"),
    "breaks_memory": ("import ctypes\nctypes.string_at(0)", "", r"was killed .*exit code -11"),
    "recursion": ("def f():\n    f()\n\n\nf()", "", r"recursion.py:3.*RecursionError: maximum recursion depth"),
    "memory": ("x = bytearray(1 << 60)", "", "memory.py:2.*MemoryError"),
    "hangs": ("import time\nwhile True:\n    time.sleep(1)", "", "did not end within \\d+ s and was killed"),
    "asks": ("nome = input('Nome? ')", "", "asks.py:2.*StdinNotImplementedError"),
    "no_module": ("import nao_existe", "", "no_module.py:2.*ModuleNotFoundError: No module named 'nao_existe'"),
    "other_snippet": ("from bom import x", "", "other_snippet.py:2.*ModuleNotFoundError: No module named 'bom'"),
    "no_message": ("raise ValueError", "", 'no_message.py:2.*cell "a" raises ValueError$'),
    "empty_lines": ("raise ValueError('\\n\\num\\ndois')", "", r'cell "a" raises ValueError: um$'),
    "long_message": ("raise ValueError('x' * 1_000_000)", "", "ValueError: xxx"),
    "strange_message": ("raise ValueError('\\ud800')", "", "strange_message.py:2.*ValueError"),
    "broken_message": (
        "class E(Exception):\n    def __str__(self):\n        1 / 0\n\n\nraise E", "", r"broken_message\.py:\d+"
    ),
    "group": ("raise ExceptionGroup('vários', [ValueError(1)])", "", "group.py:2.*ExceptionGroup: vários"),
    "group_before": (
        "try:\n    raise ExceptionGroup('g', [ValueError(1)])\nexcept ExceptionGroup:\n    1 / 0", "",
        "group_before.py:5.*ZeroDivisionError",
    ),
    "chained": ("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('dois') from e", "",
                "chained.py:5.*ValueError: dois"),
    "assertion": ("assert 1 == 2", "", "assertion.py:2.*AssertionError"),
    "broken_repr": ("class R:\n    def __repr__(self):\n        1 / 0\n\n\nR()", RUN,
                    "broken_repr.py.*ZeroDivisionError"),
    "warnings_raise": ("import warnings\nwarnings.simplefilter('error')\nwarnings.warn('a')", "",
                       "warnings_raise.py:4.*UserWarning: a"),
    "syntax_at_run": ("return 1", "", "syntax_at_run.py:2.*'return' outside function"),
    "data_written": ("open('tabela.csv', 'w')", "", "tabela.csv is data of the deck; write to another file"),
    "above": ("open('../fora.csv')", "", r"above.py:2.*fora\.csv.*snippets/"),
    "above_with_path": ("from pathlib import Path\nPath('../../fora.csv').read_text()", "", r"fora\.csv.*snippets/"),
    "absent": ("open('nao_ha.csv')", "", "absent.py:2.*FileNotFoundError.*nao_ha.csv"),
    "json_broken": ("import json\njson.dumps = json.loads = None", "", r"json_broken\.py"),
    "print_broken": ("import builtins\nbuiltins.print = None\nprint(1)", "", "print_broken.py:4.*TypeError"),
    "stdout_gone": ("import sys\nsys.stdout = None\nprint('a')\nprint('b', file=sys.stdout)", RUN, "printed nothing"),
    "raises_when_deleted": ("class D:\n    def __del__(self):\n        1 / 0\n\n\nD()\nx = 1", RUN,
                            "shows a memory address"),
    "killed": ("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)", "", "was killed|KeyboardInterrupt"),
}  # fmt: skip
RIGHTS = {
    # Of what a snippet does to its copy of the data, nothing reaches the deck: each finds it as it is there.
    "data_removed": ("from pathlib import Path\nPath('tabela.csv').resolve().unlink()\nprint('aqui')", RUN, "aqui"),
    "data_renamed": ("import os\nos.rename('tabela.csv', 'x.csv')\nprint(open('x.csv').read())", RUN, "1,2"),
    "data_written": ("import os\nos.system('echo 2 > tabela.csv')\nprint(open('tabela.csv').read())", RUN, "2"),
    "data_as_it_was": ("print(open('tabela.csv').read())", RUN, "1,2"),
    "moves_away": ("import os\nos.chdir('/')\nprint('aqui')", RUN, "aqui"),
    "empties_environ": ("import os\nos.environ.clear()\nprint('aqui')", RUN, "aqui"),
    "few_frames": ("import sys\nsys.setrecursionlimit(200)\nprint('aqui')", RUN, "aqui"),
    "thread_goes_on": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=[600]).start()\nprint('aqui')", RUN, "aqui"
    ),
    "child_goes_on": ("import subprocess\nsubprocess.Popen(['sleep', '600'])\nprint('aqui')", RUN, "aqui"),
    "child_in_session": (
        "import subprocess\nsubprocess.Popen(['sleep', '600'], start_new_session=True)\nprint('aqui')", RUN, "aqui"
    ),
    "orphan": ("import os\nos.system('(sleep 600 &) ; echo aqui')\nNone", RUN, "aqui"),
    "pool_stays": (
        "from concurrent.futures import ProcessPoolExecutor\nprint(ProcessPoolExecutor(1).submit(abs, -7).result())",
        RUN,
        "7",
    ),
    "leaves_folder": ("import tempfile\n_ = tempfile.mkdtemp(prefix='deck-fault-')\nprint('aqui')", RUN, "aqui"),
    "writes": ("open('novo.txt', 'w').write('a')\nprint(open('novo.txt').read())", RUN, "a"),
    "empties_its_folder": (
        "import os, shutil\nfor n in os.listdir():\n    shutil.rmtree(n) if n == 'pasta' else os.remove(n)\n"
        "print(os.listdir())",
        RUN,
        "[]",
    ),
    "magic_names": ("__name__ = 'outro'\n__file__ = None\nIn = Out = _ = None\nprint('aqui')", RUN, "aqui"),
    "exit_hook": ("import atexit\natexit.register(print, 'depois')\nprint('aqui')", RUN, "aqui"),
    "alarm": ("import signal\nsignal.alarm(600)\nprint('aqui')", RUN, "aqui"),
    "umask": ("import os\nos.umask(0o777)\nprint('aqui')", RUN, "aqui"),
    "main_guard": ("if __name__ == '__main__':\n    print('aqui')", RUN, "aqui"),
    "arguments": ("import sys\nprint(sys.argv)", RUN, "['arguments.py']"),
    "seeds_left": ("import random\nrandom.seed(1)\nprint('aqui')", RUN, "aqui"),
    "huge_value": ("x = list(range(3_000_000))\nprint(len(x))", RUN, "3000000"),
    "cyclic_value": ("x = []\nx.append(x)\nd = {}\nd['d'] = d\nprint('aqui')", RUN, "aqui"),
    "value_of_property": (
        "class C(dict):\n    def __iter__(self):\n        1 / 0\n\n\nc = C(a=1)\nprint('aqui')", RUN, "aqui"
    ),
}  # fmt: skip
TIMEOUT = 20
WRONG_TODAY = {
    "strange_message": "ipykernel's reply holds the message, which its session can't encode: UnicodeEncodeError",
}


def test_harm_is_told(faulty, fault):
    faulty.check(fault)


def test_harm_reaches_nothing_else(shown, right):
    assert shown(right) == RIGHTS[right][-1]
