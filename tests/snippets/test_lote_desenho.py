def test_the_last_batch_holds_what_is_left(snippet):
    assert snippet.lotes == 5
    squares = [patch for patch in snippet.ax.patches if hasattr(patch, "get_width")]
    assert len(squares) == snippet.exemplos == 18
    assert snippet.tamanho == snippet.exemplos - 4 * snippet.lote == 2
