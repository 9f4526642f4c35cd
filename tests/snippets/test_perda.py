def test_outliers_pull_the_mse_line_and_not_the_others(values):
    errors = values.test_error
    assert errors["MSE"] > 3 * max(errors["MAE"], errors["Huber"])


def test_mae_and_huber_come_close_to_the_noise(values):
    # The mean of |noise| is 0.1 * sqrt(2 / pi) = 0.08.
    assert max(values.test_error["MAE"], values.test_error["Huber"]) < 0.12


def test_eight_of_a_hundred_were_spoilt_and_none_of_the_test(values):
    assert values.outliers.sum() == 8
    assert len(values.x) == 100
    assert values.y_test.min() > -1
