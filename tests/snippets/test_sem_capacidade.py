import numpy as np
import pytest


def test_train_and_test_meet_below_what_a_network_can_do(values):
    assert values.final_training == pytest.approx(values.final_test, abs=0.03)
    assert 0.84 < values.final_test < 0.91


def test_more_data_do_not_help(values):
    assert np.ptp(values.points[:, 1]) < 0.03
