def test_the_counts_are_those_of_the_formulas(values):
    assert values.counts["Dense(16)"] == 3 * 16 + 16
    assert values.counts["Conv2D(16, 3)"] == 3 * 3 * 1 * 16 + 16
    assert values.counts["LSTM(16)"] == 4 * (16 * (1 + 16) + 16)
    assert values.counts["BatchNormalization()"] == 4 * 16
    assert values.counts["Embedding(100, 16)"] == 100 * 16
    assert values.counts["LayerNormalization()"] == 2 * 16
    assert values.counts["MultiHeadAttention(2, 8)"] == 4 * (16 * 16 + 16)
    assert all(values.counts[name] == 0 for name in ("MaxPooling2D()", "Flatten()"))


def test_the_shapes_are_those_that_the_slide_explains(values):
    shapes = {row["camada"]: row["sai"] for row in values.rows}
    assert shapes["Conv2D(16, 3)"] == "(6, 6, 16)" and shapes["MaxPooling2D()"] == "(3, 3, 16)"
    assert shapes["Flatten()"] == "(144,)" and shapes["LSTM(16)"] == "(16,)"


def test_the_layers_of_the_note_count_as_it_says(functions):
    gru, average, dropout = (getattr(functions.layers, name) for name in ("GRU", "GlobalAveragePooling1D", "Dropout"))
    gru, average, dropout = gru(16), average(), dropout(0.5)
    assert dropout.count_params() == 0
    gru.build((None, 11, 1))
    average.build((None, 11, 16))
    assert gru.count_params() == 3 * (16 * (1 + 16) + 2 * 16)
    assert average.count_params() == 0 and average.compute_output_shape((None, 11, 16)) == (None, 16)


def test_the_callbacks_begin_as_the_notes_say(values):
    assert values.callback_defaults == {"monitor": "val_loss", "patience": 0, "factor": 0.1, "plateau": 10}
    assert values.restores is False and values.only_best is False
