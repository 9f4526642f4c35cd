import numpy as np


def test_the_map_is_that_of_keras(runs):
    from keras import ops

    for run in runs:
        image = run.image[None, ..., None].astype("float32")
        kernel = run.kernel[..., None, None].astype("float32")
        assert np.allclose(ops.conv(image, kernel)[0, ..., 0], run.feature_map)


def test_each_filter_does_what_the_slide_says(runs):
    kernels = {run.kind: run.kernel for run in runs}
    assert (kernels["horizontal"] == kernels["vertical"].T).all()
    maps = {run.kind: run.feature_map for run in runs}
    image = runs[0].image
    assert (maps["cópia"] == image[1:-1, 1:-1]).all()
    assert maps["soma"].max() == max(image[i : i + 3, j : j + 3].sum() for i in range(6) for j in range(6))
    upper, lower = maps["horizontal"][0], maps["horizontal"][-1]
    assert upper.min() < 0 < lower.max() and abs(upper.sum() + lower.sum()) < abs(upper.sum())
    # An even surface has no edge; only the copy and the sum answer to it.
    assert {run.kind for run in runs if run.kernel.sum()} == {"cópia", "soma"}


def test_the_worked_number_is_the_difference_of_the_two_sums(runs):
    for run in runs:
        assert run.answer == run.plus_sum - run.minus_sum
        assert set(run.kernel.flat) <= {-1, 0, 1}


def test_the_worked_number_is_that_of_the_marked_window(snippet):
    assert snippet.answer == snippet.feature_map[snippet.row, snippet.column]
    window, result = snippet.inputs.patches[0], snippet.outputs.patches[0]
    assert window.get_xy() == result.get_xy() == (snippet.column - 0.5, snippet.row - 0.5)
    assert (window.get_width(), result.get_width()) == (3, 1)
