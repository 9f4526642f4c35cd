import numpy as np
import pytest
from sklearn.datasets import load_diabetes

# Over 4 splits: mean 61 to 71, linear 40 to 46, network 42 to 46.


def test_network_and_line_beat_the_mean_by_far(values):
    errors = values.test_mae
    assert max(errors["rede neural"], errors["regressão linear"]) < errors["média"] - 10


def test_the_network_does_not_beat_the_line_by_much(values):
    errors = values.test_mae
    assert errors["rede neural"] == pytest.approx(errors["regressão linear"], abs=4)


def test_the_curve_falls_and_settles(values):
    validation = values.curves["val_mae"]
    assert validation[0] > 2 * validation[-1]
    assert np.ptp(validation[20:]) < 5


def test_train_and_validation_end_together(values):
    last = {name: curve[-1] for name, curve in values.curves.items()}
    assert last["mae"] == pytest.approx(last["val_mae"], abs=8)


def test_the_three_sets_are_60_20_20_and_share_no_one(values):
    sizes = [len(part) for part in (values.X_train, values.X_val, values.X_test)]
    assert sizes == [264, 89, 89]
    rows = np.vstack([values.X_train, values.X_val, values.X_test])
    everyone = load_diabetes(scaled=False).data[:, [2, 3, 8]]
    assert len(np.unique(rows.round(9), axis=0)) == len(np.unique(everyone, axis=0))


def test_the_scaler_learned_from_train_only(values):
    np.testing.assert_allclose(values.X_train.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(values.X_train.std(axis=0), 1, atol=1e-9)
    assert abs(values.X_test.mean(axis=0)).max() > 1e-3


def test_the_model_is_the_one_that_the_slide_describes(values):
    assert values.layers_list == [(16, "relu"), (1, "linear")]
    assert values.parameters == 3 * 16 + 16 + 16 + 1


def test_evaluate_gives_the_mae_of_the_predictions(values):
    by_hand = np.abs(values.forecasts["rede neural"] - values.y_test).mean()
    assert values.results["mae"] == pytest.approx(by_hand, rel=1e-4)


def test_predict_gives_a_row_an_example_and_a_column_an_output(values):
    assert values.predictions.shape == (3, 1)


def test_a_new_person_gets_a_plausible_answer_only_with_the_scale(values):
    assert values.smallest_target < values.new_prediction < values.largest_target
    assert values.unscaled_prediction > values.largest_target


def test_network_and_scale_read_back_answer_the_same(values):
    assert values.same_after_loading


def test_the_network_avoids_the_extremes(values):
    """The slide says that it does: the predictions vary less than what is predicted."""
    assert np.std(values.forecasts["rede neural"]) < 0.9 * np.std(values.y_test)
