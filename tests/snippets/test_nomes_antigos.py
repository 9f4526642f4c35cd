def test_every_old_line_fails_or_warns(values):
    assert (values.table["hoje dá"] != "").all()
    assert set(values.table["hoje dá"]) >= {"ValueError", "TypeError", "AttributeError", "UserWarning"}


def test_every_new_line_runs_in_silence(values):
    assert values.left_over == []
