import numpy as np
import pytest


def test_the_good_rate_arrives(snippet):
    lowest = snippet.perda(float(snippet.x @ snippet.y / (snippet.x @ snippet.x)))
    assert snippet.perda_final["boa"] == pytest.approx(lowest, rel=0.02)


def test_the_low_rate_has_hardly_moved(snippet):
    assert snippet.perda_inicial > snippet.perda_final["baixa demais"] > 2 * snippet.perda_final["boa"]


def test_the_high_rate_jumps_over_the_valley_and_climbs(snippet):
    path = snippet.caminhos["alta demais"]
    assert (np.diff(snippet.perda(path)) > 0).all()
    lowest = snippet.x @ snippet.y / (snippet.x @ snippet.x)
    assert (np.diff(np.sign(path - lowest)) != 0).all()
