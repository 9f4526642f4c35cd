"""What a result keeps of objects: plain values for sentences, data for tests, DataFrames for tables.

Plain values are stored in the result as JSON. Data is any object that consists only of numbers and text, including
arrays and tables; it is pickled, and loads unchanged. Models and functions are neither, and very large data is left
out: a caller that needs these runs the snippet.
"""

import contextlib
import datetime
import math
import pickle
import zlib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.snippets.outputs import mask_folders

_PLAIN = (bool, int, float, str)
# Maximum size of one pickled variable, in bytes.
_LIMIT = 10_000_000
_MAX_BITS = 1000  # of an integer: Python refuses to write much larger ones
# Number of rows of a table, more than a slide shows.
_ROWS = 60
_ATOMS = (type(None), *_PLAIN, complex, bytes, range, slice)


def own_names(namespace: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return the variables of a snippet, without those of IPython and texts with a folder of this machine."""
    own = {name: value for name, value in namespace.items() if not (name.startswith("_") or name in ("In", "Out"))}
    return {name: each for name, each in own.items() if not isinstance(each, str) or mask_folders(each, folder) == each}


def plain_values(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """Return the variables of a snippet that hold plain values: numbers, text, and dictionaries of these.

    An infinity and NaN are lists of their text.
    """
    import numpy as np

    def plain(value: Any) -> Any:
        if isinstance(value, np.generic):
            value = value.item()
        if isinstance(value, float) and not math.isfinite(value):
            return [str(value)]  # which JSON has not
        huge = isinstance(value, int) and value.bit_length() > _MAX_BITS
        return value if isinstance(value, _PLAIN) and not huge else None

    def kept(value: Any) -> Any:
        if not isinstance(value, dict):
            return plain(value)
        inner = {str(key): plain(each) for key, each in value.items()}
        return None if None in inner.values() else inner or None

    return {name: each for name, value in namespace.items() if (each := kept(value)) is not None}


def _is_data(value: Any) -> bool:
    import numpy as np
    import pandas as pd

    # Exactly these types: unpickling a subclass, such as a named tuple, may need a class of the snippet.
    if type(value) is dict:
        return all(_is_data(key) and _is_data(item) for key, item in value.items())
    if type(value) in (list, tuple, set):
        return all(map(_is_data, value))
    if type(value) is np.ndarray:
        return not value.dtype.hasobject or all(map(_is_data, value.flat))
    if type(value) is pd.DataFrame:
        return all(_is_data(column) for _, column in value.items())
    if type(value) is pd.Series:
        return value.dtype != object or all(map(_is_data, value))
    return type(value) in _ATOMS or isinstance(value, np.generic | pd.Categorical)


def dump(namespace: Mapping[str, object]) -> bytes:
    """Pickle the variables of a snippet that hold data; `load` reads them."""
    kept = {}
    for name, value in namespace.items():
        with contextlib.suppress(RecursionError):  # a list that holds itself
            if _is_data(value) and len(pickle.dumps(value)) <= _LIMIT:
                kept[name] = value
    return zlib.compress(pickle.dumps(kept), level=1)  # one pickle, so that two names of one object still share it


def load(dumped: bytes) -> dict[str, Any]:
    """Return the data of a snippet, by variable name; raise `ValueError` when it is damaged."""
    try:
        return pickle.loads(zlib.decompress(dumped))
    except (zlib.error, pickle.UnpicklingError, EOFError) as error:
        raise ValueError("the values of a snippet are damaged") from error


def table_data(frame: Any) -> dict[str, Any]:
    """Return a DataFrame as JSON.

    ``heads`` and ``kinds`` (``integer``, ``number`` or ``text``) are of each column, the index first unless it only
    counts the rows; ``rows`` are the first ones, with None for a missing value; ``count`` is the number of all rows.
    """
    import pandas as pd

    index = frame.index
    columns = [(name, frame.iloc[:, place]) for place, name in enumerate(frame.columns)]
    if not (isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1 and index.name is None):
        names = ["" if name is None else name for name in index.names]
        columns[:0] = [(name, pd.Series(index.get_level_values(level))) for level, name in enumerate(names)]
    heads = [" / ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name, _ in columns]
    kinds = [_kind(column) for _, column in columns]
    values = [[_value(each) for each in column.iloc[:_ROWS]] for _, column in columns]
    rows = [list(row) for row in zip(*values, strict=True)]
    return {"heads": heads, "kinds": kinds, "rows": rows, "count": len(frame)}


def _kind(column: Any) -> str:
    from pandas.api import types

    if types.is_bool_dtype(column) or not types.is_numeric_dtype(column) or types.is_complex_dtype(column):
        return "text"
    return "integer" if types.is_integer_dtype(column) else "number"


def _value(value: Any) -> Any:
    import numpy as np
    import pandas as pd

    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, np.datetime64 | datetime.date):
        value = pd.Timestamp(value)
        return value.strftime("%d/%m/%Y" if value == value.normalize() else "%d/%m/%Y %H:%M:%S")
    if isinstance(value, np.generic) and not isinstance(value, np.timedelta64):
        value = value.item()
    elif isinstance(value, Decimal):
        value = float(value)
    finite = math.isfinite(value) if isinstance(value, float) else isinstance(value, int)
    return value if finite else str(value)
