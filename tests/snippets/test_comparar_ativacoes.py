import pytest


@pytest.mark.parametrize("activation", ["relu", "leaky_relu", "tanh"])
def test_sigmoid_falls_behind_the_others_with_every_seed(runs, activation):
    for run in runs:
        assert run.final[activation] > run.final["sigmoid"] + 0.05
        assert run.final[activation] > 0.9


def test_the_other_three_tie_with_every_seed(runs):
    for run in runs:
        three = [run.final[name] for name in ("relu", "leaky_relu", "tanh")]
        assert max(three) - min(three) < 0.03


def test_the_tables_have_a_column_for_each_function_and_a_row_for_each_epoch(values):
    assert values.val_loss.shape == values.val_accuracy.shape == (10, 4)
    assert list(values.val_loss) == ["relu", "leaky_relu", "tanh", "sigmoid"]


def test_all_begin_from_the_same_weights(functions):
    first = functions.build_model("relu").get_weights()
    second = functions.build_model("tanh").get_weights()
    assert all((a == b).all() for a, b in zip(first, second, strict=True))
