def test_the_counts_are_those_of_the_formulas(values):
    assert values.counts["Dense(16)"] == 3 * 16 + 16
    assert values.counts["Conv2D(16, 3)"] == 3 * 3 * 1 * 16 + 16
    assert values.counts["LSTM(16)"] == 4 * (16 * (1 + 16) + 16)
    assert values.counts["BatchNormalization()"] == 4 * 16
    assert values.counts["GRU(128)"] == 3 * (128 * (32 + 128) + 2 * 128)
    assert values.counts["Embedding(57, 2)"] == 57 * 2
    assert values.counts["LayerNormalization()"] == 2 * 32
    assert values.counts["MultiHeadAttention(2, 8)"] == 4 * (16 * 16 + 16)
    without = ("MaxPooling2D()", "Flatten()", "Dropout(0.5)", "GlobalAveragePooling1D()")
    assert all(values.counts[name] == 0 for name in without)


def test_the_shapes_are_those_that_the_slide_explains(values):
    shapes = {row["camada"]: row["sai"] for row in values.rows}
    assert shapes["Conv2D(16, 3)"] == "(6, 6, 16)" and shapes["MaxPooling2D()"] == "(3, 3, 16)"
    assert shapes["Flatten()"] == "(144,)" and shapes["LSTM(16)"] == "(16,)"
    assert shapes["Embedding(57, 2)"] == "(12, 2)" and shapes["GlobalAveragePooling1D()"] == "(32,)"
    assert shapes["MultiHeadAttention(2, 8)"] == "(5, 16)"


def test_the_callbacks_begin_as_the_notes_say(values):
    assert values.callback_defaults == {"monitor": "val_loss", "patience": 0, "factor": 0.1, "plateau": 10}
    assert values.restores is False and values.only_best is False
