"""The wrapper of Keras, and its trap: fit arguments of the constructor are lost when scikit-learn clones it."""

import keras


def test_epochs_in_the_constructor_are_lost(values):
    """Fails when Keras mends ``SKLearnClassifier.__sklearn_clone__``: then the slide of the trap can go."""
    assert values.requested_epochs == 10
    assert values.epochs_per_fold == [1, 1, 1]
    assert values.forgotten_epochs == 1


def test_epochs_in_params_arrive_in_every_fold(functions, monkeypatch):
    asked = []
    monkeypatch.setattr(keras.Model, "fit", lambda self, *data, epochs=1, **rest: asked.append(epochs))
    network = functions.Pipeline(
        [
            ("scale", functions.StandardScaler()),
            ("net", functions.SKLearnClassifier(functions.build_model)),
        ]
    )
    functions.cross_val_score(network, functions.X_train, functions.y_train, cv=3, params=functions.fit_args)
    assert asked == [10, 10, 10]


def test_epochs_given_to_the_search_arrive_in_the_refitted_network(values):
    assert values.winner_epochs == 10


def test_the_scores_are_those_of_trained_networks(values):
    assert values.scores.shape == (3,)
    assert values.mean > 0.93
    assert values.best_mean == values.means.max()


def test_the_search_tries_three_whole_dictionaries(values):
    assert len(values.attempts) == 3
    assert all(tried["net__model_kwargs"] in values.options for tried in values.attempts)
    assert values.same_folds
