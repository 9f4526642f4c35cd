import numpy as np
import pytest

# Over seeds 42, 0 and 1, percent on test after 60 epochs: right 85 to 86, confidence 93 to 94, with the temperature
# (1.9 to 2.0) 85 to 86; after 5 epochs: right 84, confidence 84 to 85, temperature 1.0. Above 90 % with the
# temperature: 16 to 20 of the digits on their side, of which 7 to 12 are right, 11 to 22 of the letters, 7 to 98 of
# the noise.


@pytest.fixture
def long_ones(runs):
    return [run for run in runs if run.epochs == 60]


def test_it_promises_more_than_it_keeps(long_ones):
    for run in long_ones:
        assert run.before["confiança"] > run.before["acurácia"] + 0.05
        assert run.before["distância"] > 0.05


def test_a_few_epochs_are_as_often_right_and_promise_less(runs, long_ones):
    short = [run for run in runs if run.epochs == 5]
    assert len(short) == len(long_ones) == 3
    for run, long in zip(short, long_ones, strict=True):
        assert run.before["acurácia"] == pytest.approx(long.before["acurácia"], abs=0.03)
        assert run.before["confiança"] == pytest.approx(run.before["acurácia"], abs=0.03)
        assert run.best_temperature < 1.3


def test_the_temperature_mends_confidence_and_changes_no_answer(long_ones):
    for run in long_ones:
        assert run.after["acurácia"] == run.before["acurácia"]
        assert run.after["confiança"] == pytest.approx(run.after["acurácia"], abs=0.03)
        assert run.after["distância"] < 0.4 * run.before["distância"]
        assert run.after["perda"] < run.before["perda"] - 0.1


def test_the_temperature_is_chosen_on_validation(snippet):
    assert len(snippet.val_logits) == len(snippet.y_val) == 1000
    assert snippet.losses[np.argmin(snippet.losses)] < snippet.losses[0]
    rows = [{image.tobytes() for image in part} for part in (snippet.X_val, snippet.X_test)]
    assert not rows[0] & rows[1]


def test_outside_of_its_data_confidence_promises_nothing(long_ones):
    for run in long_ones:
        assert run.rotated_accuracy < 0.2
        assert run.sure_after["girados"] > run.rotated_accuracy + 0.4
        assert run.above["girados"] > 0.1
        assert run.above["letras"] > 0.02


def test_no_letter_shown_is_drawn_outside_of_its_image(values):
    assert values.letters.shape == (values.letter_count, 28, 28, 1)
    ink = values.letters[..., 0].max(axis=0)
    assert ink[[0, -1]].max() == ink[:, [0, -1]].max() == 0
    assert (values.letters.max(axis=(1, 2, 3)) > 0.9).all()
