import numpy as np
import pytest


def test_the_accuracy_on_test_grows_with_the_examples(values):
    assert (np.diff(values.mean[:, 1]) > 0).all()
    assert values.early_gain > 2 * values.late_gain


def test_on_train_nearly_everything_is_right_from_the_start(values):
    assert values.mean[:, 0].min() > 0.9


def test_with_few_examples_the_simple_model_wins_and_with_more_it_ties(values):
    assert values.baseline[0] > values.mean[0, 1] + 0.02
    assert values.baseline[-1] == pytest.approx(values.mean[-1, 1], abs=0.02)


def test_weights_and_optimizer_are_new_at_each_size(functions):
    first, second = functions.build_model(0), functions.build_model(0)
    for a, b in zip(first.get_weights(), second.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)
    first.fit(functions.X_train[:64], functions.y_train[:64], batch_size=64, epochs=1, verbose=0)
    assert int(first.optimizer.iterations) == 1
    assert int(functions.build_model(0).optimizer.iterations) == 0


def test_the_first_examples_are_a_fair_sample_of_all_digits(values):
    assert len(set(values.y_train[: values.sizes[0]])) == 10


def test_each_training_begins_anew(functions):
    """Repeated after all the others, the first one gives what it gave: nothing is carried over."""
    assert functions.train_and_test(60, 0) == pytest.approx(functions.scores[60][0], abs=1e-3)
