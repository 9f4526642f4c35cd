import numpy as np


def test_the_network_beats_the_line_and_the_majority(snippet):
    assert snippet.acuracia["rede"] > snippet.acuracia["logística"] + 0.05
    assert snippet.acuracia["logística"] > snippet.acuracia["maioria"] + 0.2
    assert snippet.acuracia["rede"] > 0.93


def test_the_outputs_are_probabilities_and_the_classes_follow_the_threshold(snippet):
    assert ((snippet.probability >= 0) & (snippet.probability <= 1)).all()
    np.testing.assert_array_equal(snippet.classes, snippet.probability > 0.5)


def test_validation_is_apart_from_train_and_test(snippet):
    sets = [{tuple(row) for row in part} for part in (snippet.X_train, snippet.X_val, snippet.X_test)]
    assert [len(part) for part in sets] == [600, 300, 300]
    assert not sets[0] & sets[1] and not sets[0] & sets[2] and not sets[1] & sets[2]
