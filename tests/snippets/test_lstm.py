import numpy as np

# Over 4 seeds: mean error of the LSTM 14.1 to 15.7. Linear AR 15.1, last year 25.2, 11 years before 29.0, mean 47.6.


def test_beats_last_year_and_the_last_cycle_with_every_seed(runs):
    for run in runs:
        errors = run.errors
        assert errors["LSTM"] < 0.75 * errors["ano passado"]
        assert errors["LSTM"] < 0.75 * errors["há 11 anos"]
        assert errors["LSTM"] < 0.5 * errors["média do treino"]


def test_ties_with_a_linear_ar(runs):
    assert all(0.8 < run.errors["LSTM"] / run.errors["AR linear"] < 1.2 for run in runs)


def test_a_window_holds_the_eleven_years_before_its_target(values):
    scaled = values.values / values.top
    assert np.allclose(values.X[5, :, 0], scaled[5:16])
    assert np.isclose(values.y[5], scaled[16])
    assert values.target_year[5] == values.years[16]


def test_splits_by_time_and_scales_by_the_training_years(values):
    year = values.target_year
    assert year[values.train].max() < year[values.val].min()
    assert year[values.val].max() < year[values.test].min()
    assert values.X[values.train].max() == values.y[values.train].max() == 1
    assert values.values.max() > values.top  # the highest year of all is not among them


def test_the_baselines_know_no_more_than_the_lstm(values):
    truth = values.values[values.size :][values.test]
    first = np.flatnonzero(values.years == values.target_year[values.test][0])[0]
    assert values.forecasts["ano passado"][0] == values.values[first - 1]
    assert values.forecasts["há 11 anos"][0] == values.values[first - 11]
    assert len(values.forecasts["LSTM"]) == len(truth) == values.test_years == 53
