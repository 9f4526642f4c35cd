import pytest


def test_every_draw_has_a_score_for_each_fold(values):
    assert len(values.trials) == 4
    assert all(scores.shape == (3,) for _, scores in values.trials)
    assert values.treinos == 12


def test_the_best_is_the_one_with_the_highest_mean(values):
    means = {tuple(params.values()): scores.mean() for params, scores in values.trials}
    assert max(means, key=means.get) == tuple(values.best.values())
    assert values.melhor_media == pytest.approx(max(means.values()))


def test_the_smallest_rate_is_left_behind(values):
    by_rate = {params["learning_rate"]: scores.mean() for params, scores in values.trials}
    assert by_rate[0.0001] == min(by_rate.values())
    assert values.melhor_media > values.pior_media + 0.02


def test_each_fold_has_its_own_scale_and_its_own_network(functions, monkeypatch):
    seen, networks = [], []

    class Spy(functions.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(functions, "StandardScaler", Spy)
    monkeypatch.setattr(functions.keras.Model, "fit", lambda self, *args, **kwargs: networks.append(self))
    functions.cross_validate({"learning_rate": 0.01, "activation": "relu"})
    assert sum(seen) == 2 * len(functions.X_train)
    assert max(seen) < len(functions.X_train)
    assert len(set(map(id, networks))) == 3


def test_on_test_the_network_is_near_the_baseline_and_does_not_beat_it_clearly(values):
    assert values.no_teste > 0.92
    assert abs(values.no_teste - values.logistica) < 0.05
