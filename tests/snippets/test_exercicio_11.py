def test_one_network_answers_both_questions(values):
    assert values.accuracy["dígito"] > 0.92
    assert values.accuracy["par"] > 0.92


def test_the_second_question_is_whether_the_digit_is_even(functions):
    assert functions.targets(functions.y[:10])["par"].tolist() == [
        digit in (0, 2, 4, 6, 8) for digit in functions.y[:10]
    ]


def test_the_hidden_layer_is_shared(values):
    assert len(values.dense_names) == 3
    assert {"digito", "par"} < set(values.dense_names)
