"""A DataFrame as a result keeps it: the first rows with full precision, what each column holds, the count of all."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from typing import Any

# More than a slide shows.
_ROWS = 60


def table_data(frame: Any) -> dict[str, Any]:
    """Return a DataFrame as JSON.

    Returns:
        ``heads`` and ``kinds`` (``integer``, ``number`` or ``text``) of each column, the index first unless it only
        counts the rows; ``rows``, the first ones, with None for a missing value; ``count``, the number of all rows.
    """
    import pandas as pd

    index = frame.index
    columns = [(_text(name), frame.iloc[:, place]) for place, name in enumerate(frame.columns)]
    if not (isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1 and index.name is None):
        names = [_text(name) if name is not None else "" for name in index.names]
        columns[:0] = [(name, pd.Series(index.get_level_values(level))) for level, name in enumerate(names)]
    kinds = [_kind(column) for _, column in columns]
    values = [[_value(each) for each in column.iloc[:_ROWS]] for _, column in columns]
    rows = [list(row) for row in zip(*values, strict=True)]
    return {"heads": [head for head, _ in columns], "kinds": kinds, "rows": rows, "count": len(frame)}


def _kind(column: Any) -> str:
    from pandas.api import types

    if types.is_bool_dtype(column) or not types.is_numeric_dtype(column) or types.is_complex_dtype(column):
        return "text"
    return "integer" if types.is_integer_dtype(column) else "number"


def _value(value: Any) -> Any:
    import numpy as np
    import pandas as pd

    if isinstance(value, np.datetime64 | datetime.date):
        value = pd.Timestamp(value)
    elif isinstance(value, Decimal):
        value = float(value)
    elif isinstance(value, np.generic) and not isinstance(value, np.timedelta64):
        value = value.item()
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else str(value) if math.isinf(value) else value
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, pd.Timestamp):
        return value.strftime("%d/%m/%Y" if value == value.normalize() else "%d/%m/%Y %H:%M:%S")
    return str(value)


def _text(value: Any) -> str:
    return " / ".join(map(str, value)) if isinstance(value, tuple) else str(value)
