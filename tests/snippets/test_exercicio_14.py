def test_a_bag_is_enough_where_a_word_decides_and_not_where_the_order_does(values):
    assert values.scores["direta"] == 1 and values.scores["negada"] == 1
    assert values.scores["par"] <= 0.6 and values.scores["surpresa"] <= 0.6
