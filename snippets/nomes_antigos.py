# %% [markdown]
# # O que mudou desde os cursos de 2019 e 2020
# Cada linha antiga é executada: o que o Keras diz é o que está na tabela.
#
# Fontes das versões: notas do TensorFlow 2.13 (wrappers) e do Keras 2.0 (`nb_epoch`), tensorflow#58831 (`lr`),
# tensorflow#53391 (`predict_classes`), tensorflow#27217 (`acc`), keras#20599 (wrappers novos),
# keras.io/guides/migrating_to_keras_3 e keras#18467 (o resto).

# %% linhas tags=["fora-do-slide"]
import warnings

import keras
import numpy as np
import pandas as pd
from keras import callbacks, layers, optimizers

keras.utils.set_random_seed(42)
keras.utils.disable_interactive_logging()  # fit não imprime nada
X, y = np.zeros((4, 3)), np.zeros(4)
model = keras.Sequential([keras.Input(shape=(3,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
# Antes, agora, desde quando: as linhas são textos, para rodar, e usam os
# módulos importados acima.
rows = [
    (
        "model.fit(X, y, nb_epoch=2)",
        "model.fit(X, y, epochs=2)",
        "Keras 2.0",
    ),
    (
        "model.predict_classes(X)",
        "model.predict(X).argmax(axis=1)",
        "TF 2.6",
    ),
    (
        "optimizers.SGD(lr=0.1)",
        "optimizers.SGD(learning_rate=0.1)",
        "Keras 3",
    ),
    ("model.optimizer.lr", "model.optimizer.learning_rate", "Keras 3"),
    (
        "layers.LeakyReLU(alpha=0.1)",
        "layers.LeakyReLU(negative_slope=0.1)",
        "Keras 3",
    ),
    (
        "optimizers.legacy.SGD()",
        "optimizers.SGD()",
        "Keras 3",
    ),
    ("keras.backend.mean(X)", "keras.ops.mean(X)", "Keras 3"),
    (
        "model.layers[0].output_shape",
        "model.layers[0].output.shape",
        "Keras 3",
    ),
    (
        "model.fit([[0, 0, 0]], [1])",
        "model.fit(X, y)",
        "Keras 3",
    ),
    (
        "callbacks.ModelCheckpoint('m.hdf5')",
        "callbacks.ModelCheckpoint('m.keras')",
        "Keras 3",
    ),
]


def happens(row):
    """O nome do erro ou do aviso que a linha causa; vazio se nada acontece."""
    with warnings.catch_warnings(record=True) as notices:
        warnings.simplefilter("always")
        try:
            eval(row)
        except Exception as erro:
            return type(erro).__name__
    return notices[0].category.__name__ if notices else ""


# %% tabela
table = pd.DataFrame({
    "antes": [before for before, _, _ in rows],
    "hoje dá": [happens(before) for before, _, _ in rows],
    "escreva": [today for _, today, _ in rows],
    "mudou em": [since for _, _, since in rows],
})
table

# %% conferir tags=["fora-do-slide"]
left_over = [today for _, today, _ in rows if happens(today)]
