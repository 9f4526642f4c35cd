import numpy as np
import pytest


def test_the_accuracy_on_test_grows_with_the_examples(snippet):
    assert (np.diff(snippet.media[:, 1]) > 0).all()
    assert snippet.ganho_no_inicio > 2 * snippet.ganho_no_fim


def test_on_train_nearly_everything_is_right_from_the_start(snippet):
    assert snippet.media[:, 0].min() > 0.9


def test_with_few_examples_the_simple_model_wins_and_with_more_it_ties(snippet):
    assert snippet.baseline[0] > snippet.media[0, 1] + 0.02
    assert snippet.baseline[-1] == pytest.approx(snippet.media[-1, 1], abs=0.02)


def test_weights_and_optimizer_are_new_at_each_size(snippet):
    first, second = snippet.build_model(0), snippet.build_model(0)
    for a, b in zip(first.get_weights(), second.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)
    first.fit(snippet.X_train[:64], snippet.y_train[:64], batch_size=64, epochs=1, verbose=0)
    assert int(first.optimizer.iterations) == 1
    assert int(snippet.build_model(0).optimizer.iterations) == 0


def test_the_first_examples_are_a_fair_sample_of_all_digits(snippet):
    assert len(set(snippet.y_train[: snippet.sizes[0]])) == 10


def test_each_training_begins_anew(snippet):
    """Repeated after all the others, the first one gives what it gave: nothing is carried over."""
    assert snippet.train_and_test(60, 0) == pytest.approx(snippet.scores[60][0], abs=1e-3)
