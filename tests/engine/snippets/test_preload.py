"""What the parent of the kernels does before the first fork, seen in a process of its own."""

import json
import subprocess
import sys
from itertools import chain

import pytest

from engine.core.fonts import truetype_fonts
from engine.core.paths import ROOT
from engine.snippets.pool import RunContext

TRAINING = """
import json, sys
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(3)
x = np.random.rand(60, 3).astype("float32")
y = x.sum(1)
pairs = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).map(lambda a, b: (a / 255 * 3.7 - 0.1, b)).batch(16)
layers = [keras.layers.Dense(4, "tanh"), keras.layers.Dropout(0.2), keras.layers.Dense(1)]
model = keras.Sequential([keras.Input((3,)), *layers])
model.compile("adam", "mse")
losses = [model.fit(pairs, epochs=3, verbose=0).history]
losses.append(model.fit(x, y, epochs=3, validation_split=0.2, verbose=0).history)
orders = [[batch[1].numpy().tolist() for batch in pairs] for _ in range(2)]
json.dump([losses, orders], sys.stdout)
"""
PROGRAM = """
import json, sys
from time import process_time
import engine.snippets.preload
import tensorflow as tf

def cost(dataset):
    times = []
    for _ in range(50):
        start = process_time()
        iter(dataset)
        times.append(process_time() - start)
    return min(times)  # what else runs disturbs some of them

numbers = tf.data.Dataset.range(6).shuffle(6, seed=1).batch(4)
iterator = iter(numbers)
batches = [batch.numpy().tolist() for batch in iterator]
asked = tf.data.Options()
asked.autotune.enabled = True
few = tf.data.Dataset.range(6)
first = lambda: int(next(iter(few)))
in_function = tf.function(lambda: next(iter(few)))
json.dump({
    "batches": batches,
    "tuned": iterator._dataset.options().autotune.enabled,
    "asked": iter(numbers.with_options(asked))._dataset.options().autotune.enabled,
    "in_functions": [int(in_function()), first(), int(in_function())],
    "cost_of_a_graph": cost(few.map(lambda number: number * number + 3 - number)) / cost(few),
    "models_optimized": not tf.config.optimizer.get_experimental_options()["disable_meta_optimizer"],
}, sys.stdout)
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What a program prints as JSON in the environment of kernels."""
    folder = tmp_path_factory.mktemp("parent")
    context = RunContext(ROOT / "slides" / "theme" / "figures.mplstyle", truetype_fonts(), folder)
    env = context.environ | {"DECK_MODULES": "keras tensorflow", "DECK_LOG": str(folder / "log")}

    def run(program):
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, encoding="utf-8", check=True)
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def found(printed):
    """What a program finds that runs in a parent of kernels."""
    return printed(PROGRAM)


def test_batches_and_losses_are_those_of_any_other_process(printed):
    losses, orders = printed(f"import engine.snippets.preload\n{TRAINING}")
    assert [losses, orders] == printed(TRAINING)
    assert orders[0] != orders[1]


def test_no_epoch_waits_for_a_tuner(found):
    assert found["tuned"] is False
    assert sorted(chain(*found["batches"])) == [0, 1, 2, 3, 4, 5]
    assert [len(batch) for batch in found["batches"]] == [4, 2]


def test_a_tuner_that_the_snippet_asks_for_stays(found):
    assert found["asked"]


def test_a_dataset_can_be_iterated_in_functions(found):
    assert found["in_functions"] == [0, 0, 0]


def test_no_epoch_optimizes_the_graphs_of_its_batches_again(found):
    assert found["cost_of_a_graph"] < 8.5  # 12 to 18 if it does, else 4 to 6


def test_the_graphs_of_models_are_optimized(found):
    assert found["models_optimized"]
