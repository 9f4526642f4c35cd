# Over 3 seeds: noisy 0.051 to 0.052, autoencoder 0.0229 to 0.0233, PCA 0.0275, linear regression 0.0228.


def test_removes_more_than_half_of_the_error(runs):
    assert all(run.errors["autoencoder"] < 0.55 * run.errors["nada"] for run in runs)


def test_is_better_than_pca_and_ties_with_a_linear_regression(runs):
    for run in runs:
        assert run.errors["autoencoder"] < 0.95 * run.errors["PCA"]
        assert 0.9 < run.errors["autoencoder"] / run.errors["regressão"] < 1.1


def test_only_the_input_is_noisy(values):
    assert abs(values.noisy_train - values.X_train).mean() > 0.1
    assert set(values.rows) == {"suja", "limpa", "original"}
    assert values.rows["original"] is values.X_test
