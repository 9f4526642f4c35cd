def test_the_count_by_hand_is_that_of_the_optimizer(snippet):
    assert [row["à mão"] for row in snippet.rows] == [row["contador"] for row in snippet.rows] == [300, 20, 6, 2]
