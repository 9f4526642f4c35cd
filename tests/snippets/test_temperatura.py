from collections import Counter

import numpy as np
import pytest


def test_the_chances_are_those_counted_when_the_temperature_is_one(values):
    text, pair = values.text, values.beginning[-2:]
    counted = Counter(text[i] for i in range(2, len(text)) if text[i - 2 : i] == pair)
    assert values.temperature == 1
    assert values.p == pytest.approx([counted[letter] / counted.total() for letter in values.letters])


def test_a_higher_temperature_flattens_and_the_order_stays(runs):
    coldest_first = sorted(runs, key=lambda run: run.temperature)
    assert (np.diff([run.likely_share for run in coldest_first]) < 0).all()
    for run in runs:
        assert run.p.sum() == pytest.approx(1)
        assert (np.diff(run.p) <= 1e-12).all() and run.letters == runs[0].letters


def test_the_coldest_takes_the_favourite_and_the_hottest_hardly_chooses(runs):
    shares = {run.temperature: run for run in runs}
    assert shares[0.1].likely_share > 0.7
    assert shares[10.0].likely_share < 2 / shares[10.0].options


def test_every_pair_it_writes_is_in_the_text(runs):
    for run in runs:
        written = run.written.replace(" / ", "\n")
        assert all(written[i : i + 3] in run.text for i in range(len(run.beginning) - 2, len(written) - 2))
