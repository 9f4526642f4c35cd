import numpy as np
import pytest


def test_in_training_the_layer_standardizes_by_the_batch(values):
    assert values.same
    assert values.by_hand.mean() == pytest.approx(0, abs=1e-3)
    assert values.by_hand.std() == pytest.approx(1, abs=1e-3)


def test_gamma_and_beta_set_the_spread_and_the_mean(values):
    assert values.out.mean() == pytest.approx(1, abs=1e-3)
    assert values.out.std() == pytest.approx(2, abs=1e-3)


def test_in_use_the_output_depends_on_how_many_batches_were_seen(values):
    by_step = {row["lotes vistos"]: row["média na saída"] for row in values.rows}
    means = [by_step[step] for step in (1, 10, 100, 500)]
    assert means[0] > 3
    assert abs(means[-1]) < 0.3
    assert means == sorted(means, reverse=True)


def test_each_batch_moves_the_kept_mean_by_a_hundredth_of_the_way(values):
    assert values.momentum == pytest.approx(0.99)
    assert values.rows[0]["média guardada"] == pytest.approx(0.01 * 5, abs=0.02)


def test_a_network_of_fifty_gains_two_hundred_numbers(functions):
    layer = functions.layers.BatchNormalization()
    layer.build((None, 50))
    assert layer.count_params() == 200
    assert sum(int(np.prod(w.shape)) for w in layer.trainable_weights) == 100
