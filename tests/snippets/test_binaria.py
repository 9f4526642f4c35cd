import numpy as np


def test_the_network_beats_the_line_and_the_majority(values):
    assert values.accuracy["rede"] > values.accuracy["logística"] + 0.05
    assert values.accuracy["logística"] > values.accuracy["maioria"] + 0.2
    assert values.accuracy["rede"] > 0.93


def test_the_outputs_are_probabilities_and_the_classes_follow_the_threshold(values):
    assert ((values.probability >= 0) & (values.probability <= 1)).all()
    np.testing.assert_array_equal(values.classes, values.probability > 0.5)


def test_validation_is_apart_from_train_and_test(values):
    sets = [{tuple(row) for row in part} for part in (values.X_train, values.X_val, values.X_test)]
    assert [len(part) for part in sets] == [600, 300, 300]
    assert not sets[0] & sets[1] and not sets[0] & sets[2] and not sets[1] & sets[2]
