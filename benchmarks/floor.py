"""Run the snippets at the lowest possible cost: one import, a plain fork per snippet, all cores, no captured output.

It does not import the engine. Arguments: the modules to import, separated by commas; the snippets, longest first.
"""

import importlib
import os
import sys


def main(modules: str, *snippets: str) -> int:
    """Run the snippets in parallel, one per core; return the number of failures."""
    for name in modules.split(","):
        importlib.import_module(name)
    running = failed = 0
    for path in [*snippets, *[None] * os.cpu_count()]:
        if running == os.cpu_count() or (path is None and running):
            failed += os.waitstatus_to_exitcode(os.wait()[1]) != 0
            running -= 1
        if path is None:
            continue
        running += 1
        if os.fork() == 0:
            os.chdir(os.path.dirname(path))  # noqa: PTH120 -- no overhead beyond the work itself
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            with open(path, encoding="utf-8") as file:  # noqa: PTH123
                code = compile(file.read(), path, "exec")
            try:
                exec(code, {"__name__": "__main__"})
            except BaseException as error:
                print(path, error, file=sys.stderr)
                os._exit(1)
            os._exit(0)
    return failed


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
