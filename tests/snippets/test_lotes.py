import math

# Over 3 seeds, after 5 epochs: 8 at .94, 32 at .87 to .89, 128 at .46 to .60, all at .05 to .14;
# after 180 updates each: .81 to .89. Over 4 draws of data and weights: .93 to .95 with 8, .05 to .12 with all, and
# 3.6 to 9.2 points between the worst and the best of the four after 180 updates.


def test_the_updates_of_an_epoch_are_the_examples_over_the_batch_rounded_up(values):
    assert values.updates == {size: 5 * math.ceil(values.examples / size) for size in values.updates}
    assert list(values.updates) == [8, 32, 128, values.examples]


def test_at_equal_epochs_small_batches_are_ahead_in_every_draw(runs):
    assert len(runs) == 3
    for run in runs:
        final = list(run.same_epochs.values())
        assert final == sorted(final, reverse=True)
        assert final[0] > 0.9
        assert final[-1] < 0.3


def test_at_equal_updates_they_end_close_together_in_every_draw(runs):
    for run in runs:
        assert set(run.steps.values()) == {180}
        assert run.gap < 12 and min(run.same_steps.values()) > 0.7
        assert run.gap < 100 * (run.same_epochs["8"] - run.same_epochs["todos"]) / 4


def test_each_draw_has_another_split_and_other_weights(runs):
    assert len({run.X_val.tobytes() for run in runs}) == len({str(run.histories) for run in runs}) == 3


def test_every_size_begins_from_the_same_weights(functions):
    first, second = functions.build_model().get_weights(), functions.build_model().get_weights()
    assert all((a == b).all() for a, b in zip(first, second, strict=True))
    assert functions.build_model().optimizer.iterations == 0


def test_batches_of_32_are_the_default_of_keras(functions):
    model = functions.build_model()
    model.fit(functions.X_train[:100], functions.y_train[:100], verbose=0)
    assert int(model.optimizer.iterations) == math.ceil(100 / 32)
