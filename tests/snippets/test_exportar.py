import subprocess
import sys

import numpy as np

# Over 3 seeds: .93 to .94 before and after; at most .1 points between them.

ELSEWHERE = """
import sys
sys.modules["keras"] = None  # there is no Keras: to import it fails
import numpy as np
import tensorflow as tf

served = tf.saved_model.load(sys.argv[1])
np.save(sys.argv[2], served.serve(np.load(sys.argv[3])).numpy())
"""


def test_what_was_exported_answers_the_same_in_a_process_without_keras(snippet, tmp_path):
    folder, asked, answered = tmp_path / "digitos", tmp_path / "asked.npy", tmp_path / "answered.npy"
    np.save(asked, snippet.X_test[:50])
    snippet.model.export(folder, verbose=False)
    subprocess.run([sys.executable, "-c", ELSEWHERE, folder, answered, asked], check=True)
    here = snippet.model.predict(snippet.X_test[:50], verbose=0)
    np.testing.assert_allclose(np.load(answered), here, atol=1e-5)


def test_the_export_answers_as_the_network_in_every_run(runs):
    assert len(runs) == 3
    assert all(run.same and np.allclose(run.there, run.here, atol=1e-5) for run in runs)


def test_a_weight_takes_a_byte_and_the_biases_and_scales_four(values):
    kernels, units = 784 * 128 + 128 * 10, 128 + 10
    assert values.full_size == 4 * (kernels + units)
    assert values.small_size == kernels + 4 * 2 * units
    assert values.kinds == ["float32", "int8"]


def test_quantization_hardly_changes_the_accuracy_in_any_run(runs):
    assert all(run.accuracy["antes"] > 0.9 and run.change < 1 for run in runs)
