"""The wrapper of Keras, and its trap: fit arguments of the constructor are lost when scikit-learn clones it."""

import keras


def test_epochs_in_the_constructor_are_lost(snippet):
    """Fails when Keras mends ``SKLearnClassifier.__sklearn_clone__``: then the slide of the trap can go."""
    assert snippet.epocas_pedidas == 10
    assert snippet.epocas_por_dobra == [1, 1, 1]
    assert snippet.epocas_esquecidas == 1


def test_epochs_in_params_arrive_in_every_fold(snippet, monkeypatch):
    asked = []
    monkeypatch.setattr(keras.Model, "fit", lambda self, *data, epochs=1, **rest: asked.append(epochs))
    network = snippet.make_pipeline(snippet.StandardScaler(), snippet.SKLearnClassifier(snippet.create_model))
    snippet.cross_val_score(network, snippet.X_train, snippet.y_train, cv=3, params=snippet.fit_params)
    assert asked == [10, 10, 10]


def test_epochs_given_to_the_search_arrive_in_the_refitted_network(snippet):
    assert snippet.epocas_da_vencedora == 10


def test_the_scores_are_those_of_trained_networks(snippet):
    assert snippet.scores.shape == (3,)
    assert snippet.media > 0.93
    assert snippet.melhor_media == snippet.medias.max()


def test_the_search_tries_three_whole_dictionaries(snippet):
    assert len(snippet.tentativas) == 3
    assert all(tried["sklearnclassifier__model_kwargs"] in snippet.options for tried in snippet.tentativas)
    assert snippet.mesmas_dobras
