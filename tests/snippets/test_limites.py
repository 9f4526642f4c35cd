# Over 3 seeds: the common group .96 to .98, the rare one .2 to .5.


def test_the_mean_hides_the_group_that_is_served_badly(values):
    everyone, common, rare = values.acerto.values()
    assert common > 0.93
    assert everyone > 0.9
    assert rare < 0.7


def test_three_in_a_hundred_are_inverted(values):
    # The corner of a digit is always empty: 0, or 1 where the image is inverted.
    assert values.X_train[:, 0].sum() == len(values.raras) == round(0.03 * len(values.X_train))
    assert values.no_mundo[:, 0].sum() == len(values.raras_no_teste) == round(0.03 * len(values.X_test))


def test_it_is_sure_of_itself_when_it_errs(values):
    assert values.erradas.sum() > 0
    assert values.certeza_ao_errar > 0.4
