from engine.core.progress import Running


def test_without_a_terminal_each_snippet_is_a_plain_line(capsys):
    with Running(2) as progress:
        progress.running(["a", "b"])
        progress.finished("a", 1.24, True)
        progress.finished("b", 0.5, False)
    assert capsys.readouterr().err == "ran a (1.2 s)\nFAILED b (0.5 s)\n"


def test_on_a_terminal_a_bar_names_what_runs(monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with Running(2) as progress:
        progress.running(["rede"])
        progress.finished("rede", 1.0, True)
        progress._bar.refresh()
    said = capsys.readouterr().err
    assert "rede" in said and "1/2" in said
    assert "ran rede" not in said
