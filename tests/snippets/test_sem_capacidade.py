import numpy as np
import pytest


def test_train_and_test_meet_below_what_a_network_can_do(snippet):
    assert snippet.treino_no_fim == pytest.approx(snippet.teste_no_fim, abs=0.03)
    assert 0.84 < snippet.teste_no_fim < 0.91


def test_more_data_do_not_help(snippet):
    assert np.ptp(snippet.pontos[:, 1]) < 0.03
