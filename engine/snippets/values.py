"""What a snippet left behind in its names: plain values for sentences, and all of its data for tests.

Plain values go into the result as JSON. Data is everything that is numbers and text through and through, arrays and
tables included; it is pickled, and comes back just as it was. Models and functions are neither, and what is very large
is left out: who wants those runs the snippet.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping
from typing import Any

_PLAIN = (bool, int, float, str)
# What one name may take when it is pickled, in bytes.
_LIMIT = 10_000_000
_ATOMS = (type(None), *_PLAIN, complex, bytes, range, slice)


def _names(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the snippet itself named: IPython has names of its own."""
    return {name: value for name, value in namespace.items() if not name.startswith("_") and name not in ("In", "Out")}


def plain_values(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names of a snippet that hold plain values: numbers, text, and dictionaries of these."""
    import numpy as np

    def plain(value: Any) -> Any:
        if isinstance(value, np.generic):
            value = value.item()
        return value if isinstance(value, _PLAIN) else None

    values = {}
    for name, value in sorted(_names(namespace).items()):
        if isinstance(value, dict):
            inner = {str(k): plain(v) for k, v in value.items()}
            if inner and all(v is not None for v in inner.values()):
                values[name] = inner
        elif plain(value) is not None:
            values[name] = plain(value)
    return values


def _is_data(value: Any) -> bool:
    import numpy as np
    import pandas as pd

    # Just these types: an heir of theirs, such as a named tuple, may need the snippet's own class.
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
    """Return the names of a snippet that hold data, as `load` reads them."""
    data = {name: value for name, value in _names(namespace).items() if _is_data(value)}
    kept = {name: value for name, value in data.items() if len(pickle.dumps(value)) <= _LIMIT}
    return zlib.compress(pickle.dumps(kept), level=1)  # in one, so that two names of one object stay that


def load(dumped: bytes) -> dict[str, Any]:
    """Return the data of a snippet by name.

    Raises:
        ValueError: when it is damaged.
    """
    try:
        return pickle.loads(zlib.decompress(dumped))
    except (zlib.error, pickle.UnpicklingError, EOFError) as error:
        raise ValueError("the values of a snippet are damaged") from error
