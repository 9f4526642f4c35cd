import numpy as np
import pytest


def test_codes_stand_for_the_names_in_the_file(snippet):
    assert snippet.names == ["setosa", "versicolor", "virginica"]
    assert [snippet.names[code] for code in snippet.codes] == snippet.pd.read_csv("data/iris.csv")["especie"].tolist()


def test_one_hot_has_a_single_one_in_the_column_of_the_code(snippet):
    assert (snippet.y.sum(axis=1) == 1).all()
    np.testing.assert_array_equal(snippet.y.argmax(axis=1), snippet.codes)


def test_a_missing_label_silently_becomes_the_last_class(snippet):
    np.testing.assert_array_equal(snippet.wrong, [[1, 0, 0], [0, 0, 1]])


def test_softmax_gives_probabilities_that_sum_to_one(snippet):
    np.testing.assert_allclose(snippet.probabilities.sum(axis=1), 1, atol=1e-5)


def test_one_hot_and_integer_labels_give_the_same_network(snippet):
    np.testing.assert_allclose(snippet.same, snippet.probabilities, atol=1e-4)


def test_network_and_logistic_regression_tie_far_above_the_majority(snippet):
    assert snippet.acuracia["rede"] > 0.88
    assert snippet.acuracia["rede"] == pytest.approx(snippet.acuracia["logística"], abs=0.07)
    assert snippet.acuracia["maioria"] == pytest.approx(1 / 3)


def test_setosa_is_easy_and_the_others_are_confused_with_each_other(snippet):
    matrix = snippet.matriz
    assert matrix[0, 0] == matrix[0].sum() == matrix[:, 0].sum()
    assert matrix.trace() == round(snippet.acuracia["rede"] * matrix.sum())


def test_the_scale_is_that_of_the_training_part(snippet):
    np.testing.assert_allclose(snippet.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(snippet.X_train.std(axis=0), 1, atol=1e-6)


def test_the_rows_of_the_matrix_are_the_truth(snippet):
    np.testing.assert_array_equal(snippet.matriz.sum(axis=1), np.bincount(snippet.codes[snippet.test]))
    np.testing.assert_array_equal(snippet.matriz.sum(axis=0), np.bincount(snippet.previsto, minlength=3))
