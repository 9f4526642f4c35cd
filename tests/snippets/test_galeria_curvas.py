import numpy as np
import pytest


@pytest.fixture
def last(values):
    """Mean loss of the last ten epochs in train and validation, by kind of curve."""
    return {
        name: tuple(np.mean(history[key][-10:]) for key in ("loss", "val_loss"))
        for name, history in values.gallery.items()
    }


def test_underfitting_stays_high_in_both(last):
    assert min(last["underfitting"]) > max(last["boa"]) + 0.05


def test_the_remedy_for_underfitting_is_shown_on_the_same_data(values):
    assert values.last_val_loss["boa"] < values.last_val_loss["underfitting"] - 0.04
    calm = values.gallery["underfitting"]["loss"][-5:]
    assert max(calm) - min(calm) < 0.02  # more epochs would not help


def test_a_good_curve_is_low_and_the_two_go_together(last):
    train, validation = last["boa"]
    assert abs(train - validation) < 0.1


def test_overfitting_tears_them_apart(last):
    train, validation = last["overfitting"]
    assert validation > 2 * train


def test_too_high_a_rate_jumps(values):
    """After the first epochs, in which every loss falls."""
    wild = np.abs(np.diff(values.gallery["taxa alta demais"]["loss"][4:])).mean()
    calm = np.abs(np.diff(values.gallery["boa"]["loss"][4:])).mean()
    assert wild > 3 * calm
