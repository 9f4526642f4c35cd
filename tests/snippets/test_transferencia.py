def test_only_the_new_output_is_trained(snippet):
    assert snippet.treinados["transferência"] == 64 * 5 + 5
    assert snippet.treinados["transferência"] < snippet.treinados["do zero"] / 5
    assert snippet.base_igual


def test_the_base_is_of_use_but_does_not_win(snippet):
    # Over 3 seeds: transfer .77 to .91, from scratch .90 to .94; one class in five by chance.
    assert snippet.acerto["transferência"] > 0.55
    assert snippet.acerto["do zero"] > 0.8


def test_no_image_of_the_new_task_was_seen_by_the_base(snippet):
    assert snippet.antes == (snippet.y < 5).sum()
    assert snippet.exemplos == 5 * snippet.por_classe
    assert len(snippet.X_new) + len(snippet.X_test) == (snippet.y >= 5).sum()
