# Each trained until validation stops improving. Over 4 seeds: transfer .83 to .88, from scratch .81 to .91; the gap -2
# to 5 points. One class in five by chance.


def test_only_the_new_output_is_trained(values):
    assert values.trained["transferência"] == 64 * 5 + 5
    assert values.trained["transferência"] < values.trained["do zero"] / 5
    assert values.base_unchanged


def test_the_base_is_of_use_but_does_not_win_clearly(values):
    assert min(values.accuracy["transferência"]) > 0.7
    assert min(values.accuracy["do zero"]) > 0.7
    assert -4 < values.gaps.mean() < 8
    assert values.largest_gap > 0


def test_no_image_of_the_new_task_was_seen_by_the_base(values):
    assert values.before == (values.y < 5).sum()


def test_the_image_that_decides_when_to_stop_does_not_grade(functions):
    parts = functions.split(0)[:3]
    images = [image.tobytes() for part in parts for image in part]
    assert len(images) == len(set(images)) == (functions.y >= 5).sum()
    assert len(parts[0]) == functions.examples == 5 * functions.per_class
    assert len(parts[1]) == 100
