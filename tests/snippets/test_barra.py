import pytest


def test_the_bar_counts_the_batches_of_each_epoch(values):
    assert values.steps == 3 * 9
    assert len(values.X_train) // 32 == 8 and len(values.X_train) % 32 > 0


def test_the_loss_falls_and_was_shown(values):
    loss = values.curves["loss"]
    assert loss[2] < loss[1] < loss[0]
    assert values.shown_losses == pytest.approx(loss, rel=1e-4)
