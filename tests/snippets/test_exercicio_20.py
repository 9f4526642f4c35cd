import pytest


def test_the_mended_loop_gives_the_same_size_the_same_score(values):
    first, again, more = values.right
    assert first == pytest.approx(again, abs=0.005)
    assert more > first + 0.05  # over 5 seeds: .65 to .78, then .92 to .95


def test_each_size_begins_anew(functions, monkeypatch):
    fitted = []
    monkeypatch.setattr(functions.keras.Model, "fit", lambda self, data, *_, **more: fitted.append((self, len(data))))
    functions.right_curve([10, 20])
    assert [size for _, size in fitted] == [10, 20]
    assert fitted[0][0] is not fitted[1][0]


def test_the_wrong_loop_rises_with_the_same_size(values):
    # Over 5 seeds: 7 to 22 points.
    assert values.wrong[0] == pytest.approx(values.right[0], abs=0.005)
    assert values.wrong[1] > values.wrong[0] + 0.03
