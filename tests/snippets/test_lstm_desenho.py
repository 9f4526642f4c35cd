def test_draws_the_same_cell_at_each_step_and_three_gates(snippet):
    drawn = [text.get_text() for text in snippet.ax.texts]
    assert drawn.count("LSTM") == len(snippet.centers) == 4
    assert {"esquecer", "guardar", "mostrar", "memória", "saída", "ano 12"} < set(drawn)
    assert set(snippet.steps) < set(drawn)
