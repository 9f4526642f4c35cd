def test_draws_the_3_2_1_network_with_all_its_weights(snippet):
    assert [len(heights) for heights in snippet.heights] == [3, 2, 1]
    assert len(snippet.ax.lines) == 3 * 2 + 2 * 1


def test_names_the_three_layers(snippet):
    drawn = [text.get_text() for text in snippet.ax.texts]
    assert drawn[:3] == ["camada\nde entrada", "camada\noculta", "camada\nde saída"]
