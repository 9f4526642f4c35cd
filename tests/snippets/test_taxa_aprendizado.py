import numpy as np
import pytest


def test_the_good_rate_arrives(functions):
    lowest = functions.perda(float(functions.x @ functions.y / (functions.x @ functions.x)))
    assert functions.perda_final["boa"] == pytest.approx(lowest, rel=0.02)


def test_the_low_rate_has_hardly_moved(values):
    assert values.perda_inicial > values.perda_final["baixa demais"] > 2 * values.perda_final["boa"]


def test_the_high_rate_jumps_over_the_valley_and_climbs(functions):
    path = functions.caminhos["alta demais"]
    assert (np.diff(functions.perda(path)) > 0).all()
    lowest = functions.x @ functions.y / (functions.x @ functions.x)
    assert (np.diff(np.sign(path - lowest)) != 0).all()
