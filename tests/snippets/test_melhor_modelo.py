import pytest


def test_the_model_read_back_has_the_lowest_loss_of_the_curve(values):
    assert values.saved == pytest.approx(min(values.curve), abs=1e-4)


def test_the_last_model_had_become_worse(values):
    assert values.last > 1.15 * values.saved
