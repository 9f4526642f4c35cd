def test_each_third_is_validation_once(snippet):
    words = [text.get_text() for text in snippet.ax.texts]
    assert words.count("validação") == snippet.folds == 3
    assert words.count("treino") == 6


def test_the_squares_of_validation_are_on_the_diagonal(snippet):
    hatched = [patch for patch in snippet.ax.patches if patch.get_hatch()]
    assert len({patch.get_x() for patch in hatched}) == len({patch.get_y() for patch in hatched}) == 3
