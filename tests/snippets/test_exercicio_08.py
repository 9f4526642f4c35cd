def test_two_neurons_are_too_few(values):
    # Over 3 seeds: 2 at .6 to .9, 32 at .96 to .99.
    few, many = values.results[2], values.results[32]
    assert few.shape == many.shape == (3,)
    assert many.mean() > 0.92
    assert many.mean() > few.mean() + 0.03


def test_each_fold_has_its_own_scale_and_its_own_network(functions, monkeypatch):
    seen, networks = [], []

    class Spy(functions.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(functions, "StandardScaler", Spy)
    monkeypatch.setattr(functions.keras.Model, "fit", lambda self, *args, **kwargs: networks.append(self))
    functions.score_folds(2)
    assert sum(seen) == 2 * len(functions.X)
    assert max(seen) < len(functions.X)
    assert len(set(map(id, networks))) == 3
