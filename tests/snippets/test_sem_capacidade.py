import numpy as np
import pytest


def test_train_and_test_meet_below_what_a_network_can_do(values):
    assert values.treino_no_fim == pytest.approx(values.teste_no_fim, abs=0.03)
    assert 0.84 < values.teste_no_fim < 0.91


def test_more_data_do_not_help(values):
    assert np.ptp(values.pontos[:, 1]) < 0.03
