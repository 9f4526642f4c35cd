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
    "Dropout(0.5)": (layers.Dropout(0.5), (16,), []),
    "BatchNormalization()": (
        layers.BatchNormalization(),
        (16,),
        ["momentum", "epsilon"],
    ),
    "Normalization()": (layers.Normalization(), (13,), []),
    "RandomRotation(0.05)": (
        layers.RandomRotation(0.05),
        (28, 28, 1),
        ["fill_mode"],
    ),
}
of_sequences = {
    "LSTM(16)": (
        layers.LSTM(16),
        (11, 1),
        ["activation", "return_sequences"],
    ),
    "GRU(128)": (layers.GRU(128), (40, 32), ["return_sequences"]),
    "Embedding(57, 2)": (layers.Embedding(57, 2), (12,), ["mask_zero"]),
    "GlobalAveragePooling1D()": (
        layers.GlobalAveragePooling1D(),
        (12, 32),
        [],
    ),
    "LayerNormalization()": (
        layers.LayerNormalization(),
        (12, 32),
        ["axis", "epsilon"],
    ),
    "MultiHeadAttention(2, 8)": (
        layers.MultiHeadAttention(2, 8),
        (5, 16),
        ["value_dim", "dropout"],
    ),
}
rows = []
for code, (layer, shape, names) in (examples | of_sequences).items():
    # A atenção recebe duas sequências: quem olha e quem é olhado.
    twice = isinstance(layer, layers.MultiHeadAttention)
    shapes = [(None, *shape)] * (2 if twice else 1)
    layer.build(*shapes)
    output = layer.compute_output_shape(*shapes)
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
pd.DataFrame(rows[: len(examples)])

# %% sequencias
pd.DataFrame(rows[len(examples) :])
