import pytest


def test_already_twenty_examples_do_much_and_many_do_a_little_more(snippet):
    # Over 4 seeds: 20 at .91 to .97, 320 at .96 to .98.
    assert snippet.scores.shape == (3, 2)
    assert snippet.scores[0].mean() > 0.85
    assert snippet.scores[-1].mean() > 0.94
    assert snippet.scores[-1].mean() > snippet.scores[0].mean() - 0.02


def test_each_training_begins_anew(snippet):
    """Repeated after all the others, the first one gives what it gave: nothing is carried over."""
    assert snippet.score(20, 0) == pytest.approx(snippet.scores[0][0], abs=1e-3)


def test_the_scaler_sees_the_sample_only(snippet, monkeypatch):
    seen = []

    class Spy(snippet.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(snippet, "StandardScaler", Spy)
    monkeypatch.setattr(snippet.keras.Model, "fit", lambda *args, **kwargs: None)
    snippet.score(20, 0)
    assert seen == [20]
