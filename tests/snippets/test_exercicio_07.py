def test_the_count_by_hand_is_that_of_the_optimizer(values):
    assert [row["à mão"] for row in values.rows] == [row["contador"] for row in values.rows] == [300, 20, 6, 2]
