def test_two_neurons_are_too_few(snippet):
    # Over 3 seeds: 2 at .6 to .9, 32 at .96 to .99.
    few, many = snippet.notas[2], snippet.notas[32]
    assert few.shape == many.shape == (3,)
    assert many.mean() > 0.92
    assert many.mean() > few.mean() + 0.03


def test_each_fold_has_its_own_scale_and_its_own_network(snippet, monkeypatch):
    seen, networks = [], []

    class Spy(snippet.StandardScaler):
        def fit(self, data):
            seen.append(len(data))
            return super().fit(data)

    monkeypatch.setattr(snippet, "StandardScaler", Spy)
    monkeypatch.setattr(snippet.keras.Model, "fit", lambda self, *args, **kwargs: networks.append(self))
    snippet.cross_validate(2)
    assert sum(seen) == 2 * len(snippet.X)
    assert max(seen) < len(snippet.X)
    assert len(set(map(id, networks))) == 3
