# Over 4 seeds, percent right in validation with 250, 1,000 and 4,000: network 83 to 86, 87 to 90, 93; logistic
# regression 81 to 84, 86 to 89, 88 to 90; forest 79 to 82, 88 to 91, 93 to 94.


def test_more_data_goes_on_helping(runs):
    for run in runs:
        assert run.late_gain > 1.5
        assert run.large["floresta"] > run.middle["floresta"] + 0.015


def test_network_and_forest_leave_the_logistic_regression_behind_and_tie(runs):
    for run in runs:
        assert run.lead > 1
        assert run.large["floresta"] > run.large["logística"] + 0.02
        assert abs(run.large["floresta"] - run.large["rede"]) < 0.03


def test_with_few_examples_all_are_near(runs):
    for run in runs:
        few = [run.small[name] for name in ("rede", "floresta", "logística")]
        assert max(few) - min(few) < 0.06


def test_every_size_takes_about_as_many_steps_and_learns_its_training_set(runs):
    for run in runs:
        steps = [score["passos"] for score in run.scores]
        assert max(steps) < 1.1 * min(steps)
        assert min(score["treino"] for score in run.scores) > 0.97
