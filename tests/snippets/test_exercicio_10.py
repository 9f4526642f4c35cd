def test_one_network_answers_both_questions(snippet):
    assert snippet.acuracia["dígito"] > 0.92
    assert snippet.acuracia["par"] > 0.92


def test_the_hidden_layer_is_shared(snippet):
    dense = [layer for layer in snippet.model.layers if isinstance(layer, snippet.layers.Dense)]
    assert len(dense) == 3
    assert set(snippet.model.output) == {"digito", "par"}
