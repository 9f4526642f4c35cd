import numpy as np


def test_a_low_threshold_finds_more_of_the_sick_and_a_high_one_is_more_often_right(values):
    table = values.table.set_index("limiar")
    assert table["revocação (%)"].is_monotonic_decreasing
    assert table["precisão (%)"].is_monotonic_increasing
    assert table.loc[0.8, "não achados"] > table.loc[0.2, "não achados"] + 5


def test_the_sick_that_are_missed_are_those_that_recall_leaves_out(values):
    missed = (1 - values.table["revocação (%)"] / 100) * values.malignant
    assert (missed.round() == values.table["não achados"]).all()


def test_calling_everyone_healthy_is_right_for_most_and_finds_no_one(values):
    assert 0.6 < values.healthy_accuracy < 0.65
    assert values.malignant + values.benign == len(values.y_val)


def test_the_scale_is_that_of_the_training_part(values):
    np.testing.assert_allclose(values.X_train.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(values.X_train.std(axis=0), 1, atol=1e-6)


def test_at_a_half_it_is_right_more_often_than_who_calls_everyone_healthy(values):
    assert ((values.p > 0.5) == values.y_val).mean() > values.healthy_accuracy + 0.2


def test_a_lower_threshold_misses_fewer_and_alarms_more(runs):
    low_first = sorted(runs, key=lambda run: run.threshold)
    assert [run.threshold for run in low_first] == [0.1, 0.2, 0.5, 0.8]
    missed, alarms = ([getattr(run, name) for run in low_first] for name in ("missed", "false_alarms"))
    assert (np.diff(missed) >= 0).all() and missed[-1] > missed[0] + 5
    assert (np.diff(alarms) <= 0).all() and alarms[0] > alarms[-1] + 5
    assert missed[0] < 0.1 * runs[0].malignant


def test_the_counts_of_the_chosen_threshold_are_those_of_the_table(runs):
    table = runs[0].table.set_index("limiar")
    assert all(run.missed == table.loc[run.threshold, "não achados"] for run in runs if run.threshold in table.index)
