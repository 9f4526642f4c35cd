"""What the parent of the kernels does before the first fork, seen in a process of its own."""

import json
import subprocess
import sys
from itertools import chain

from engine.core.fonts import truetype_fonts
from engine.core.paths import ROOT
from engine.snippets.pool import RunContext

PROGRAM = """
import json, sys
import engine.snippets.preload
import tensorflow as tf
numbers = tf.data.Dataset.range(6).shuffle(6, seed=1).batch(4)
iterator = iter(numbers)
batches = [batch.numpy().tolist() for batch in iterator]
print(json.dumps([batches, iterator._dataset.options().autotune.enabled, "ipykernel.debugger" in sys.modules]))
"""


def test_no_epoch_waits_for_a_tuner_and_no_kernel_imports_a_debugger(tmp_path):
    context = RunContext(ROOT / "slides" / "theme" / "figures.mplstyle", truetype_fonts(), tmp_path)
    env = context.environ | {"DECK_MODULES": "tensorflow", "DECK_LOG": str(tmp_path / "log")}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    batches, tuned, debugger = json.loads(done.stdout)
    assert sorted(chain(*batches)) == [0, 1, 2, 3, 4, 5]
    assert [len(batch) for batch in batches] == [4, 2]
    assert (tuned, debugger) == (False, True)
