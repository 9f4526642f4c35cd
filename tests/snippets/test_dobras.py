from matplotlib.colors import same_color


def test_each_third_is_validation_once(snippet):
    words = [text.get_text() for text in snippet.ax.texts]
    assert words.count("validação") == snippet.folds == 3
    assert words.count("treino") == 6


def test_the_squares_of_validation_are_on_the_diagonal(snippet):
    validation = [patch for patch in snippet.ax.patches if same_color(patch.get_facecolor(), "C1")]
    assert len(validation) == 3
    assert len({patch.get_x() for patch in validation}) == len({patch.get_y() for patch in validation}) == 3
