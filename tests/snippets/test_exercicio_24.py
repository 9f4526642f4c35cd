import numpy as np


def test_a_bottle_alone_gets_the_answer_that_it_gets_among_others(values):
    assert np.array_equal(values.right_alone, values.right_together[: len(values.right_alone)])
    assert values.accuracy > 0.9  # over 5 seeds: .96 to 1


def test_with_a_scale_of_its_own_each_bottle_was_the_same(values):
    assert values.kinds == 1 and values.together > 0.9
