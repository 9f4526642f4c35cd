import numpy as np


def test_the_map_is_that_of_keras(values):
    from keras import ops

    image = values.image[None, ..., None].astype("float32")
    kernel = values.kernel[..., None, None].astype("float32")
    assert np.allclose(ops.conv(image, kernel)[0, ..., 0], values.feature_map)


def test_the_worked_number_is_that_of_the_marked_window(snippet):
    assert snippet.answer == snippet.left_sum - snippet.right_sum
    assert snippet.answer == snippet.feature_map[snippet.row, snippet.column]
    window, result = snippet.inputs.patches[0], snippet.outputs.patches[0]
    assert window.get_xy() == result.get_xy() == (snippet.column - 0.5, snippet.row - 0.5)
    assert (window.get_width(), result.get_width()) == (3, 1)
