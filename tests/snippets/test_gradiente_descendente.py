import numpy as np
import pytest


def by_rate(runs):
    return {run.learning_rate: run for run in runs}


def test_the_steps_come_close_to_the_minimum(values):
    assert values.final_weight == pytest.approx(values.best_weight, abs=0.05)


def test_every_step_lowers_the_loss_and_is_shorter_than_the_last(functions):
    assert (np.diff(functions.loss(np.array(functions.weights))) < 0).all()
    assert (np.diff(np.abs(np.diff(functions.weights))) < 0).all()


def test_the_gradient_is_the_slope_of_the_loss(functions):
    w, h = 0.3, 1e-5
    slope = (functions.loss(w + h) - functions.loss(w - h)) / (2 * h)
    error = w * functions.x - functions.y
    assert np.mean(2 * error * functions.x) == pytest.approx(slope, rel=1e-6)


def test_a_small_rate_is_still_on_its_way(runs):
    run = by_rate(runs)[0.02]
    assert (np.diff(run.weights) > 0).all()
    assert run.best_weight - run.final_weight > 0.9


def test_a_half_arrives_in_one_step(runs):
    run = by_rate(runs)[0.5]
    assert run.weights[1] == pytest.approx(run.best_weight)


@pytest.mark.parametrize(("rate", "grows"), [(0.95, False), (1.01, True)])
def test_a_large_rate_jumps_over_the_valley_and_above_one_climbs(runs, rate, grows):
    run = by_rate(runs)[rate]
    distances = np.array(run.weights) - run.best_weight
    assert (np.diff(np.sign(distances)) != 0).all()
    assert (np.diff(np.abs(distances)) > 0).all() == grows


def test_no_run_leaves_the_figure(runs):
    for run in runs:
        assert min(run.weights) > run.curve[0] and max(run.weights) < run.curve[-1]
