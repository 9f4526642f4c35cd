def test_the_first_epochs_teach_most_and_the_last_hardly_any(values):
    accuracy = dict(zip(values.marcos, (values.acuracia[n - 1] for n in values.marcos), strict=True))
    assert accuracy[1] < 0.5
    assert accuracy[10] > 0.8
    assert accuracy[50] - accuracy[20] < 0.06


def test_an_epoch_has_as_many_steps_as_batches(values):
    assert values.passos_por_epoca == 20
    assert values.passos_dados == 50 * values.passos_por_epoca


def test_the_loss_changes_little_after_epoch_20(values):
    loss = values.perda
    assert loss[0] - loss[19] > 5 * (loss[19] - loss[-1])
