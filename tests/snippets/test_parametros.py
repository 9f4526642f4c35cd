def test_the_3_2_1_network_has_8_plus_3_parameters(values):
    assert values.per_layer == {"oculta": 3 * 2 + 2, "saida": 2 * 1 + 1}
    assert values.total == 11


def test_the_drawing_says_what_the_model_counts(snippet):
    drawn = [text.get_text() for text in snippet.ax.texts]
    assert [text for text in drawn if text.isdigit()] == ["8", "3", "11"]
    assert len(snippet.ax.lines) == 3 * 2 + 2 * 1  # a line for each weight
    assert drawn.count("+1") == 2 + 1  # and a sign for each bias
