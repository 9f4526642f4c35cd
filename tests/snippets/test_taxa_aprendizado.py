import numpy as np
import pytest


def test_the_good_rate_arrives(functions):
    lowest = functions.loss(float(functions.x @ functions.y / (functions.x @ functions.x)))
    assert functions.final_loss["boa"] == pytest.approx(lowest, rel=0.02)


def test_the_low_rate_has_hardly_moved(values):
    assert values.initial_loss > values.final_loss["baixa demais"] > 2 * values.final_loss["boa"]


def test_the_high_rate_jumps_over_the_valley_and_climbs(functions):
    path = functions.paths["alta demais"]
    assert (np.diff(functions.loss(path)) > 0).all()
    lowest = functions.x @ functions.y / (functions.x @ functions.x)
    assert (np.diff(np.sign(path - lowest)) != 0).all()
