import tomllib


def test_its_steps_are_those_of_the_step_indicator(values, root):
    course = tomllib.loads((root / "slides" / "deck.toml").read_text("utf-8"))
    assert [name for name, _ in values.steps] == course["steps"]
