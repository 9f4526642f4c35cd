import numpy as np

# Over 4 seeds: mean error of the LSTM 14.1 to 15.7. Linear AR 15.1, last year 25.2, 11 years before 29.0, mean 47.6.


def test_beats_last_year_and_the_last_cycle(snippet):
    errors = snippet.erros
    assert errors["LSTM"] < 0.75 * errors["ano passado"]
    assert errors["LSTM"] < 0.75 * errors["há 11 anos"]
    assert errors["LSTM"] < 0.5 * errors["média do treino"]


def test_ties_with_a_linear_ar(snippet):
    assert 0.8 < snippet.erros["LSTM"] / snippet.erros["AR linear"] < 1.2


def test_a_window_holds_the_eleven_years_before_its_target(snippet):
    values = snippet.values / snippet.top
    assert np.allclose(snippet.X[5, :, 0], values[5:16])
    assert np.isclose(snippet.y[5], values[16])
    assert snippet.target_year[5] == snippet.years[16]


def test_splits_by_time_and_scales_by_the_training_years(snippet):
    year = snippet.target_year
    assert year[snippet.train].max() < year[snippet.val].min()
    assert year[snippet.val].max() < year[snippet.test].min()
    assert snippet.X[snippet.train].max() == snippet.y[snippet.train].max() == 1
    assert snippet.values.max() > snippet.top  # the highest year of all is not among them


def test_the_baselines_know_no_more_than_the_lstm(snippet):
    truth = snippet.values[snippet.size :][snippet.test]
    first = np.flatnonzero(snippet.years == snippet.target_year[snippet.test][0])[0]
    assert snippet.previsoes["ano passado"][0] == snippet.values[first - 1]
    assert snippet.previsoes["há 11 anos"][0] == snippet.values[first - 11]
    assert len(snippet.previsoes["LSTM"]) == len(truth) == snippet.anos_de_teste == 53
