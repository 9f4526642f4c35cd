import pytest


def test_a_media_divide_as_distancias_ao_meio(values):
    assert values.media == pytest.approx(1.67)
    assert values.distancias.sum() == pytest.approx(0)
    assert len(values.distancias) == len(values.alturas)
