import numpy as np
import pandas as pd
import pytest


def test_codes_stand_for_the_names_in_the_file(values, root):
    assert values.names == ["setosa", "versicolor", "virginica"]
    table = pd.read_csv(root / "snippets" / "data" / "iris.csv")
    assert [values.names[code] for code in values.codes] == table["especie"].tolist()


def test_one_hot_has_a_single_one_in_the_column_of_the_code(values):
    assert (values.y.sum(axis=1) == 1).all()
    np.testing.assert_array_equal(values.y.argmax(axis=1), values.codes)


def test_a_missing_label_silently_becomes_the_last_class(values):
    np.testing.assert_array_equal(values.wrong, [[1, 0, 0], [0, 0, 1]])


def test_softmax_gives_probabilities_that_sum_to_one(values):
    np.testing.assert_allclose(values.probabilities.sum(axis=1), 1, atol=1e-5)


def test_one_hot_and_integer_labels_give_the_same_network(values):
    np.testing.assert_allclose(values.same, values.probabilities, atol=1e-4)


def test_network_and_logistic_regression_tie_far_above_the_majority(values):
    assert values.accuracy["rede"] > 0.88
    assert values.accuracy["rede"] == pytest.approx(values.accuracy["logística"], abs=0.07)
    assert values.accuracy["maioria"] == pytest.approx(1 / 3)


def test_setosa_is_easy_and_the_others_are_confused_with_each_other(values):
    matrix = values.matrix
    assert matrix[0, 0] == matrix[0].sum() == matrix[:, 0].sum()
    assert matrix.trace() == round(values.accuracy["rede"] * matrix.sum())


def test_the_scale_is_that_of_the_training_part(values):
    np.testing.assert_allclose(values.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(values.X_train.std(axis=0), 1, atol=1e-6)


def test_the_rows_of_the_matrix_are_the_truth(values):
    np.testing.assert_array_equal(values.matrix.sum(axis=1), np.bincount(values.codes[values.test]))
    np.testing.assert_array_equal(values.matrix.sum(axis=0), np.bincount(values.predicted, minlength=3))
