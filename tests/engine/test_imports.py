"""The direction of imports: the order of the folders in docs/architecture.md, and what a bare machine can import."""

import ast
import subprocess
import sys

import pytest

# A folder imports from itself and from those after it.
ORDER = ["build", "preview", "checks", "formats", "slides", "snippets", "core"]
# What the front door imports before anything is installed, and what answers that nothing changed.
BARE = [
    "build", "engine.cli", "engine.core.browser", "engine.core.files", "engine.core.install",
    "engine.core.paths", "engine.core.problems", "engine.core.timings", "engine.formats", "engine.output",
]  # fmt: skip


def imported(path):
    """Return the modules of the engine that a file imports, in its functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("engine"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("engine"))


@pytest.mark.parametrize("folder", ORDER[1:])
def test_a_folder_imports_only_from_those_below_it(root, folder):
    allowed = ORDER[ORDER.index(folder) :]
    modules = {module for path in (root / "engine" / folder).rglob("*.py") for module in imported(path)}
    assert modules
    assert [module for module in modules if module.split(".")[1] not in allowed] == []


def test_no_module_imports_one_that_imports_it(root):
    names = {path.relative_to(root).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): path
             for path in (root / "engine").rglob("*.py")}  # fmt: skip
    graph = {}
    for name, path in names.items():
        modules = {module if module in names else module.rpartition(".")[0] for module in imported(path)}
        graph[name] = {module for module in modules if module in names and module != name}
    while leaves := {name for name, modules in graph.items() if not modules & graph.keys()}:
        graph = {name: modules for name, modules in graph.items() if name not in leaves}
    assert graph == {}


@pytest.mark.parametrize("module", BARE)
def test_the_standard_library_is_enough(root, module):
    script = f"import sys; sys.path.insert(0, {str(root)!r}); import {module}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-S", "-I", "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    own = {name.split(".")[0] for name in done.stdout.split()} - {"build", "engine", "__main__", "__mp_main__"}
    assert own - sys.stdlib_module_names == set()
