import pytest


def test_already_twenty_examples_do_much_and_many_do_a_little_more(values):
    # Over 4 seeds: 20 at .91 to .97, 320 at .96 to .98.
    assert values.scores.shape == (3, 2)
    assert values.scores[0].mean() > 0.85
    assert values.scores[-1].mean() > 0.94
    assert values.scores[-1].mean() > values.scores[0].mean() - 0.02


def test_each_training_begins_anew(functions):
    """Repeated after all the others, the first one gives what it gave: nothing is carried over."""
    assert functions.score(20, 0) == pytest.approx(functions.scores[0][0], abs=1e-3)


def test_the_scaler_sees_the_sample_only(functions, monkeypatch):
    seen = []

    class Spy(functions.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(functions, "StandardScaler", Spy)
    monkeypatch.setattr(functions.keras.Model, "fit", lambda *args, **kwargs: None)
    functions.score(20, 0)
    assert seen == [20]
