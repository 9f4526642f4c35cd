"""Save the variables of a snippet after its run: plain values for sentences, and all data for tests.

Plain values are stored in the result as JSON. Data is any object that consists only of numbers and text, including
arrays and tables; it is pickled, and loads unchanged. Models and functions are neither, and very large data is left
out: a caller that needs these runs the snippet.
"""

from __future__ import annotations

import contextlib
import math
import pickle
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.snippets.tracebacks import mask_folders

_PLAIN = (bool, int, float, str)
# Maximum size of one pickled variable, in bytes.
_LIMIT = 10_000_000
_MAX_BITS = 1000  # of an integer: Python refuses to write much larger ones
_ATOMS = (type(None), *_PLAIN, complex, bytes, range, slice)


def own_names(namespace: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Return the variables of a snippet, without those of IPython and texts with a folder of this machine.

    Args:
        namespace: all variables after the run of the snippet.
        folder: the folder of all snippets.
    """
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

    values = {}
    for name, value in sorted(namespace.items()):
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
    """Return the data of a snippet, by variable name.

    Raises:
        ValueError: when the data is damaged.
    """
    try:
        return pickle.loads(zlib.decompress(dumped))
    except (zlib.error, pickle.UnpicklingError, EOFError) as error:
        raise ValueError("the values of a snippet are damaged") from error
