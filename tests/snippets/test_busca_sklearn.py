"""The wrapper of Keras, and its trap: fit arguments of the constructor are lost when scikit-learn clones it."""

import keras


def test_epochs_in_the_constructor_are_lost(snippet):
    """Fails when Keras mends ``SKLearnClassifier.__sklearn_clone__``: then the slide of the trap can go."""
    assert snippet.forgetful[-1].fit_kwargs["epochs"] == 10
    assert [len(pipeline[-1].history_.epoch) for pipeline in snippet.result["estimator"]] == [1, 1, 1]
    assert snippet.epocas_esquecidas == 1


def test_epochs_in_params_arrive_in_every_fold(snippet, monkeypatch):
    asked = []
    monkeypatch.setattr(keras.Model, "fit", lambda self, *data, epochs=1, **rest: asked.append(epochs))
    snippet.cross_val_score(
        snippet.network, snippet.X_train, snippet.y_train, cv=snippet.folds, params=snippet.fit_params
    )
    assert asked == [10, 10, 10]


def test_epochs_given_to_the_search_arrive_in_the_refitted_network(snippet):
    assert len(snippet.search.best_estimator_[-1].history_.epoch) == 10


def test_the_scores_are_those_of_trained_networks(snippet):
    assert snippet.scores.shape == (3,)
    assert snippet.media > 0.93
    assert snippet.melhor_media >= snippet.search.cv_results_["mean_test_score"].min()


def test_the_search_tries_three_whole_dictionaries(snippet):
    tried = snippet.search.cv_results_["params"]
    assert len(tried) == 3
    assert all(options["sklearnclassifier__model_kwargs"] in snippet.options for options in tried)
    assert snippet.search.cv is snippet.folds
