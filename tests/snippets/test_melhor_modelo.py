import pytest


def test_the_model_read_back_has_the_lowest_loss_of_the_curve(snippet):
    assert snippet.best_loss == pytest.approx(snippet.lowest, abs=1e-4)


def test_the_last_model_had_become_worse(snippet):
    assert snippet.last_loss > 1.15 * snippet.best_loss
