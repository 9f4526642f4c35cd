import pytest


def test_the_mended_stopping_gives_back_the_lowest_loss(values):
    assert values.right["loss"] == pytest.approx(min(values.right_curve), rel=1e-4)
    assert values.right_curve[values.right_best - 1] == min(values.right_curve)


def test_the_wrong_one_gave_back_the_first_epoch(values):
    # The same over 5 seeds: accuracy .75 to .82, mended .84 to .96.
    assert values.wrong_best == 1 and values.wrong_epochs == 6
    assert values.wrong["loss"] == pytest.approx(max(values.wrong_curve), rel=1e-4)
    assert values.right["loss"] < values.wrong["loss"] - 0.05
