def test_the_counts_by_hand_are_those_of_keras(values):
    assert values.by_hand == values.counts == [208, 0, 1168, 0, 4010]
    assert values.total == 5386


def test_the_sides_by_hand_are_those_of_the_layers(snippet):
    assert snippet.sides == [shape[0] for shape in snippet.shapes[:3]] == [14, 7, 5]
