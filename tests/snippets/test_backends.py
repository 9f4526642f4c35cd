import keras


def test_the_backend_is_the_tensorflow_that_the_slides_speak_of(values):
    assert keras.config.backend() == "tensorflow"


def test_keras_ops_computes_as_numpy_does(values):
    assert values.mean == 2
