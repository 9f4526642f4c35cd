def test_the_first_epochs_teach_most_and_the_last_hardly_any(values):
    accuracy = dict(zip(values.milestones, (values.accuracy[n - 1] for n in values.milestones), strict=True))
    assert accuracy[1] < 0.5
    assert accuracy[10] > 0.8
    assert accuracy[50] - accuracy[20] < 0.06


def test_an_epoch_has_as_many_steps_as_batches(values):
    assert values.steps_per_epoch == 20
    assert values.steps_taken == 50 * values.steps_per_epoch


def test_the_loss_changes_little_after_epoch_20(values):
    loss = values.loss
    assert loss[0] - loss[19] > 5 * (loss[19] - loss[-1])
