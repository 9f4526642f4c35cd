def test_the_network_follows_the_curve_and_the_line_does_not(values):
    # Over 4 draws of the data: network 0.89 to 0.90, line 0.03 to 0.15.
    assert values.network_r2 > 0.8
    assert values.line_r2 < 0.3


def test_no_example_is_in_both_train_and_test(values):
    assert not set(values.X_train.ravel()) & set(values.X_test.ravel())
