def test_one_network_answers_both_questions(snippet):
    assert snippet.acuracia["dígito"] > 0.92
    assert snippet.acuracia["par"] > 0.92


def test_the_second_question_is_whether_the_digit_is_even(snippet):
    assert snippet.targets(snippet.y[:10])["par"].tolist() == [digit in (0, 2, 4, 6, 8) for digit in snippet.y[:10]]


def test_the_hidden_layer_is_shared(snippet):
    assert len(snippet.densas) == 3
    assert {"digito", "par"} < set(snippet.densas)
