# Over 3 seeds: the common group .96 to .98, the rare one .2 to .5.


def test_the_mean_hides_the_group_that_is_served_badly(values):
    everyone, common, rare = values.group_accuracy.values()
    assert common > 0.93
    assert everyone > 0.9
    assert rare < 0.7


def test_three_in_a_hundred_are_inverted(values):
    # The corner of a digit is always empty: 0, or 1 where the image is inverted.
    assert values.X_train[:, 0].sum() == len(values.rare) == round(0.03 * len(values.X_train))
    assert values.in_the_world[:, 0].sum() == len(values.rare_in_test) == round(0.03 * len(values.X_test))
