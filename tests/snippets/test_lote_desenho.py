def test_the_last_batch_holds_what_is_left(snippet):
    assert snippet.batches == 5
    squares = [patch for patch in snippet.ax.patches if hasattr(patch, "get_width")]
    assert len(squares) == snippet.examples == 18
    assert snippet.size == snippet.examples - 4 * snippet.batch == 2
