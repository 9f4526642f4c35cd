def test_draws_the_four_architectures_of_the_course(snippet):
    titles = [ax.get_title() for ax in snippet.axes]
    assert titles == ["Densa", "Convolucional (CNN)", "Recorrente (LSTM)", "Autoencoder"]


def test_every_drawing_is_within_its_panel(snippet):
    for ax in snippet.axes:
        drawn = ax.dataLim
        (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
        assert left <= drawn.x0 and drawn.x1 <= right and bottom <= drawn.y0 and drawn.y1 <= top
