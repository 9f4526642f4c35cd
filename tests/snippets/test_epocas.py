def test_the_first_epochs_teach_most_and_the_last_hardly_any(snippet):
    accuracy = dict(zip(snippet.marcos, (snippet.acuracia[n - 1] for n in snippet.marcos), strict=True))
    assert accuracy[1] < 0.5
    assert accuracy[10] > 0.8
    assert accuracy[50] - accuracy[20] < 0.06


def test_an_epoch_has_as_many_steps_as_batches(snippet):
    assert snippet.passos_por_epoca == 20
    assert snippet.passos_dados == 50 * snippet.passos_por_epoca


def test_the_loss_changes_little_after_epoch_20(snippet):
    loss = snippet.perda
    assert loss[0] - loss[19] > 5 * (loss[19] - loss[-1])
