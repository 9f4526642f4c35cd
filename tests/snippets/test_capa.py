def test_the_boundary_of_the_cover_separates_the_classes(values):
    assert values.accuracy > 0.95
