import time

import pytest

from engine.core.timings import Timings


def test_seconds_are_counted_by_stage_also_when_it_fails():
    timings = Timings()
    for _ in range(2):
        with pytest.raises(ValueError), timings.stage("read"):
            time.sleep(0.02)
            raise ValueError
    assert 0.04 <= timings.stages["read"] <= timings.total


def rows(timings, jobs):
    return [line.split() for line in timings.table(jobs).splitlines()]


def test_the_floor_is_import_snippets_on_all_cores_and_formats():
    timings = Timings()
    timings.stages = {"read": 1.0, "import": 4.0, "snippets": 9.0, "formats": 2.0}
    timings.snippets = {"a": 3.0, "b": 5.0, "c": 6.0}
    table = rows(timings, 2)
    assert ["import", "4.00", "4.00"] in table
    assert ["snippets", "9.00", "7.00"] in table
    assert ["read", "1.00", "0.00"] in table
    (total,) = [row for row in table if row[:1] == ["total"]]
    assert total[2] == "13.00"


def test_the_floor_is_no_less_than_the_longest_snippet():
    timings = Timings()
    timings.snippets = {"a": 9.0, "b": 1.0}
    assert ["total", "9.00"] in [[row[0], row[2]] for row in rows(timings, 2) if row and row[0] == "total"]


def test_snippets_are_told_longest_first():
    timings = Timings()
    timings.snippets = {"curto": 1.0, "longo": 3.0, "medio": 2.0}
    names = [row[0] for row in rows(timings, 2) if row and row[0] in timings.snippets]
    assert names == ["longo", "medio", "curto"]
