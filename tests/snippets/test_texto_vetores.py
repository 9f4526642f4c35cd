import numpy as np


def test_an_accented_capital_is_not_lowered_and_so_unknown(values, snippet):
    ids = np.array(snippet.vectorizer(["NÃO", "não", "Não", "DISCO", "RUIM"]))[:, 0]
    assert ids[0] == ids[3] == 1
    assert ids[1] == ids[2] == values.vocabulary.index("não")
    assert ids[4] == values.vocabulary.index("ruim")
    assert snippet.vectorizer(["NÃO".lower()])[0, 0] == ids[1]


def test_the_vocabulary_begins_with_padding_and_unknown(values):
    assert values.vocabulary[:2] == ["", "[UNK]"]
    assert "disco" not in values.vocabulary
    assert len(values.vocabulary) == values.word_count == 13


def test_only_with_a_mask_does_padding_change_nothing(values):
    assert values.change["com máscara"] < 1e-6
    assert values.change["sem máscara"] > 1e-3
    assert 2 < values.shrinks < 8


def test_the_figure_shows_the_numbers_of_the_layer(values):
    words = [values.vocabulary[i] if i > 1 else "?" for i in values.row[: len(values.tokens)]]
    assert words == values.tokens
    assert not values.row[len(values.tokens) :].any()
