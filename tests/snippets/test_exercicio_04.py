import pytest


def test_each_stop_comes_as_many_epochs_after_the_best_as_it_was_patient(values):
    for row in values.rows:
        if row["épocas"] < 80:
            waited = row["épocas"] - row["melhor época"]
            assert waited == max(row["paciência"], 1)  # with 0 the first bad epoch still is one


def test_patience_finds_a_lower_loss(values):
    losses = [row["perda na validação"] for row in values.rows]
    assert losses[-1] == min(losses)
    assert losses[-1] < losses[0] - 0.02


def test_all_three_are_the_same_training_cut_at_another_epoch(values):
    longest = values.val_loss
    for row in values.rows:
        assert row["perda na validação"] == pytest.approx(min(longest[: row["épocas"]]), abs=1e-3)
