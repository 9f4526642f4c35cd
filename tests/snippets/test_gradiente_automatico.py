import pytest


def test_the_tape_finds_the_derivative_that_the_slide_works_out(snippet):
    w = 3
    assert snippet.derivative == pytest.approx(2 * (w - 1))
    assert float(snippet.loss) == pytest.approx((w - 1) ** 2)
