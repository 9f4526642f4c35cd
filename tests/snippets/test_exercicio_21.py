import pytest


def test_the_gradients_by_hand_are_those_of_the_tape(values):
    assert set(values.by_hand) == {"sigmoid", "tanh", "relu"}
    for name, by_hand in values.by_hand.items():
        assert by_hand == pytest.approx(values.by_tape[name], rel=1e-4)


def test_one_sigmoid_leaves_a_fifth_and_the_relu_all(values):
    assert values.by_hand["sigmoid"][0] == pytest.approx(0.1966, abs=1e-4)
    assert values.by_hand["relu"] == [1, 1, 1]


def test_the_tape_of_two_differs_from_that_of_one(functions):
    assert functions.tape_gradient("tanh", 2) == pytest.approx(0.2467, abs=1e-3)
