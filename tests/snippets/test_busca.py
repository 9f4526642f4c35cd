import pytest


def test_every_draw_has_a_score_for_each_fold(snippet):
    assert len(snippet.trials) == 4
    assert all(scores.shape == (3,) for _, scores in snippet.trials)
    assert snippet.treinos == 12


def test_the_best_is_the_one_with_the_highest_mean(snippet):
    means = {tuple(params.values()): scores.mean() for params, scores in snippet.trials}
    assert max(means, key=means.get) == tuple(snippet.best.values())
    assert snippet.melhor_media == pytest.approx(max(means.values()))


def test_the_smallest_rate_is_left_behind(snippet):
    by_rate = {params["learning_rate"]: scores.mean() for params, scores in snippet.trials}
    assert by_rate[0.0001] == min(by_rate.values())
    assert snippet.melhor_media > snippet.pior_media + 0.02


def test_each_fold_has_its_own_scale_and_its_own_network(snippet, monkeypatch):
    seen, networks = [], []

    class Spy(snippet.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(snippet, "StandardScaler", Spy)
    monkeypatch.setattr(snippet.keras.Model, "fit", lambda self, *args, **kwargs: networks.append(self))
    snippet.cross_validate({"learning_rate": 0.01, "activation": "relu"})
    assert sum(seen) == 2 * len(snippet.X_train)
    assert max(seen) < len(snippet.X_train)
    assert len(set(map(id, networks))) == 3


def test_on_test_the_network_is_near_the_baseline_and_does_not_beat_it_clearly(snippet):
    assert snippet.no_teste > 0.92
    assert abs(snippet.no_teste - snippet.logistica) < 0.05
