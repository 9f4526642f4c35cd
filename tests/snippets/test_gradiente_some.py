import numpy as np


def test_with_sigmoid_the_gradient_vanishes_towards_the_first_layers(values):
    assert values.drop["sigmoid"] > 1000
    assert (np.diff(np.log(values.norms["sigmoid"])) > 0).all()


def test_with_relu_every_layer_gets_about_as_much(values):
    norms = np.array(values.norms["ReLU"])
    assert norms.max() / norms.min() < 20
    assert norms.min() > 0.05  # weights that start too small would make all of them tiny alike
