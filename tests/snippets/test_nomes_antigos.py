def test_every_old_line_fails_or_warns(values):
    assert (values.tabela["hoje dá"] != "").all()
    assert set(values.tabela["hoje dá"]) >= {"ValueError", "TypeError", "AttributeError", "UserWarning"}


def test_every_new_line_runs_in_silence(values):
    assert values.sobrou == []
