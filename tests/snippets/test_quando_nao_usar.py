def test_network_and_logistic_regression_tie(values):
    """The slide says that the difference is smaller than the deviation."""
    accuracy, deviation = values.table["acurácia média (%)"], values.table["desvio (%)"]
    difference = abs(accuracy["rede neural"] - accuracy["regressão logística"])
    assert difference < deviation[["rede neural", "regressão logística"]].min()


def test_trees_are_close_behind(values):
    accuracy = values.table["acurácia média (%)"]
    assert 93 < accuracy["floresta de árvores"] < accuracy["rede neural"] + 1


def test_both_beat_the_majority_by_far(values):
    accuracy = values.table["acurácia média (%)"]
    assert accuracy[["rede neural", "regressão logística"]].min() > accuracy["sempre a maioria"] + 25


def test_the_parameters_of_the_network_by_hand(values):
    assert values.table.loc["rede neural", "parâmetros"] == (30 * 64 + 64) + (64 * 64 + 64) + (64 + 1)
