from engine.core.progress import Progress


def test_without_a_terminal_each_snippet_is_a_plain_line(capsys):
    with Progress(2, list) as progress:
        progress.finished("a", 1.24, failed=False)
        progress.finished("b", 0.5, failed=True)
    assert capsys.readouterr().err == "ran a (1.2 s)\nFAILED b (0.5 s)\n"


def test_on_a_terminal_a_bar_names_what_runs(monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with Progress(2, lambda: ["rede", "perda"]) as progress:
        progress.finished("rede", 1.0, failed=False)
        progress._bar.refresh()
    said = capsys.readouterr().err
    assert "rede, perda" in said and "1/2" in said
    assert "ran rede" not in said
