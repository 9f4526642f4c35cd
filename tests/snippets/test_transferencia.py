def test_only_the_new_output_is_trained(values):
    assert values.treinados["transferência"] == 64 * 5 + 5
    assert values.treinados["transferência"] < values.treinados["do zero"] / 5
    assert values.base_igual


def test_the_base_is_of_use_but_does_not_win(values):
    # Over 3 seeds: transfer .77 to .91, from scratch .90 to .94; one class in five by chance.
    assert values.acerto["transferência"] > 0.55
    assert values.acerto["do zero"] > 0.8


def test_no_image_of_the_new_task_was_seen_by_the_base(values):
    assert values.antes == (values.y < 5).sum()
    assert values.exemplos == 5 * values.por_classe
    assert len(values.X_new) + len(values.X_test) == (values.y >= 5).sum()
