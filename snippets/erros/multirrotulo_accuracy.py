# %% [markdown]
# # `accuracy` em multirrótulo
# Com várias saídas, o Keras troca `accuracy` pela versão de classes que se excluem.

# %% preparo tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers

sorteio = np.random.default_rng(0)
X = sorteio.normal(size=(128, 4))
y = (X > 0.5).astype(int)  # quatro rótulos, cada um sim ou não


def medir(metrica):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(4,)),
        layers.Dense(4, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.5),
        loss="binary_crossentropy",
        metrics=[metrica],
    )
    model.fit(X, y, epochs=20, batch_size=128, verbose=0)
    medida = model.evaluate(X, y, verbose=0, return_dict=True)
    certas = (np.asarray(model(X)) > 0.5) == y
    return medida[metrica], certas.mean()


# %% errado effect="abs(mostrada - contada) > 0.05"
mostrada, contada = medir("accuracy")
print(f"Keras: {mostrada:.2f}; à mão: {contada:.2f}")

# %% certo
mostrada, contada = medir("binary_accuracy")
print(f"Keras: {mostrada:.2f}; à mão: {contada:.2f}")
