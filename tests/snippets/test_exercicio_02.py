def test_the_count_by_hand_is_that_of_keras(snippet):
    assert snippet.by_hand == [layer.count_params() for layer in snippet.model.layers]
    assert sum(snippet.by_hand) == snippet.total == 352 + 528 + 17
