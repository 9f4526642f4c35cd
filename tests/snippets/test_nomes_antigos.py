def test_every_old_line_fails_or_warns(snippet):
    assert (snippet.tabela["hoje dá"] != "").all()
    assert set(snippet.tabela["hoje dá"]) >= {"ValueError", "TypeError", "AttributeError", "UserWarning"}


def test_every_new_line_runs_in_silence(snippet):
    assert snippet.sobrou == []
