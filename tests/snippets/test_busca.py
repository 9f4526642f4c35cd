import pytest


def test_every_draw_has_a_score_for_each_fold(values):
    assert len(values.draws) == len(values.scores) == values.attempts == 5
    assert all(scores.shape == (3,) for scores in values.scores)
    assert values.trainings == 15


def test_the_rates_are_drawn_on_a_logarithmic_scale(values):
    rates = [params["rate"] for params in values.draws]
    assert len(set(rates)) == 5 and all(1e-4 <= rate <= 1e-1 for rate in rates)


def test_the_best_is_the_one_with_the_highest_mean(values):
    means = {tuple(params.values()): scores.mean() for params, scores in zip(values.draws, values.scores, strict=True)}
    assert max(means, key=means.get) == tuple(values.best.values())
    assert values.best_mean == pytest.approx(max(means.values()))


def test_the_smallest_rate_is_left_behind(values):
    by_rate = {params["rate"]: mean for params, mean in zip(values.draws, values.means, strict=True)}
    assert by_rate[min(by_rate)] == min(by_rate.values())
    assert values.best_mean > values.worst_mean + 0.02


def test_each_fold_has_its_own_scale_and_its_own_network(functions, monkeypatch):
    seen, networks = [], []

    class Spy(functions.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(functions, "StandardScaler", Spy)
    monkeypatch.setattr(functions.keras.Model, "fit", lambda self, *args, **kwargs: networks.append(self))
    functions.score_folds({"rate": 0.01, "activation": "relu"})
    assert sum(seen) == 2 * len(functions.X_train)
    assert max(seen) < len(functions.X_train)
    assert len(set(map(id, networks))) == 3


def test_on_test_the_network_is_near_the_baseline_and_does_not_beat_it_clearly(values):
    assert values.test_score > 0.92
    assert abs(values.test_score - values.logistic) < 0.05
