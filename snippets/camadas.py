# %% [markdown]
# # As camadas do curso
# O que entra, o que sai, quantos números cada camada guarda, e os padrões dos seus argumentos.

# %% medir tags=["fora-do-slide"]
import inspect

import pandas as pd
from keras import callbacks, layers

examples = {
    "Dense(16)": (layers.Dense(16), (3,), ["activation", "use_bias"]),
    "Conv2D(16, 3)": (
        layers.Conv2D(16, 3),
        (8, 8, 1),
        ["strides", "padding"],
    ),
    "MaxPooling2D()": (
        layers.MaxPooling2D(),
        (6, 6, 16),
        ["pool_size", "padding"],
    ),
    "Flatten()": (layers.Flatten(), (3, 3, 16), []),
    "BatchNormalization()": (
        layers.BatchNormalization(),
        (16,),
        ["momentum", "epsilon"],
    ),
    "Normalization()": (layers.Normalization(), (13,), []),
    "LSTM(16)": (
        layers.LSTM(16),
        (11, 1),
        ["activation", "return_sequences"],
    ),
    "Embedding(100, 16)": (
        layers.Embedding(100, 16),
        (11,),
        ["mask_zero"],
    ),
    "LayerNormalization()": (
        layers.LayerNormalization(),
        (11, 16),
        ["epsilon"],
    ),
    "MultiHeadAttention(2, 8)": (
        layers.MultiHeadAttention(2, 8),
        (11, 16),
        ["use_bias", "dropout"],
    ),
}
rows = []
for code, (layer, shape, names) in examples.items():
    whole = (None, *shape)
    # A atenção recebe duas entradas: aqui, a mesma.
    entries = [whole] * (2 if "Attention" in code else 1)
    layer.build(*entries)
    output = layer.compute_output_shape(*entries)
    signature = inspect.signature(type(layer)).parameters
    defaults = [f"{name}={signature[name].default!r}" for name in names]
    rows.append({
        "camada": code,
        "entra": str(shape),
        "sai": str(tuple(output[1:])),
        "números": layer.count_params(),
        "padrões": ", ".join(defaults) or "–",
    })
counts = {row["camada"]: row["números"] for row in rows}


def default(callback, name):
    return inspect.signature(callback).parameters[name].default


callback_defaults = {
    "monitor": default(callbacks.EarlyStopping, "monitor"),
    "patience": default(callbacks.EarlyStopping, "patience"),
    "factor": default(callbacks.ReduceLROnPlateau, "factor"),
    "plateau": default(callbacks.ReduceLROnPlateau, "patience"),
}
restores = default(callbacks.EarlyStopping, "restore_best_weights")
only_best = default(callbacks.ModelCheckpoint, "save_best_only")

# %% tabela
pd.DataFrame(rows)
