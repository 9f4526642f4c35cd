# %% [markdown]
# # O tamanho do lote
# A mesma rede e a mesma semente com quatro tamanhos de lote: primeiro com as mesmas épocas, depois com o mesmo número de atualizações.

# %% dados tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, random_state=42
)


# %% modelo tags=["fora-do-slide"]
def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    sgd = keras.optimizers.SGD(learning_rate=0.05)
    loss = "sparse_categorical_crossentropy"
    model.compile(sgd, loss, metrics=["accuracy"])
    return model


# %% laco
histories, updates = {}, {}
for size in [8, 32, 128, len(X_train)]:
    model = build_model()
    history = model.fit(
        X_train,
        y_train,
        epochs=5,
        batch_size=size,
        validation_data=(X_val, y_val),
        verbose=0,
    )
    histories[size] = history.history
    updates[size] = int(model.optimizer.iterations)

# %% mesmas_epocas
pd.DataFrame({
    "lote": [str(size) for size in updates],
    "épocas": 5,
    "atualizações": updates.values(),
    "acerto (%)": [
        100 * history["val_accuracy"][-1]
        for history in histories.values()
    ],
})

# %% treinar_igual tags=["fora-do-slide"]
epocas = {8: 1, 32: 4, 128: 15, len(X_train): 180}
passos, perda_igual, acuracia_igual = {}, {}, {}
for size, voltas in epocas.items():
    model = build_model()
    model.fit(
        X_train, y_train, epochs=voltas, batch_size=size, verbose=0
    )
    passos[size] = int(model.optimizer.iterations)
    perda_igual[size], acuracia_igual[size] = model.test_on_batch(
        X_val, y_val
    )
acuracia_igual = {k: float(v) for k, v in acuracia_igual.items()}
exemplos = len(X_train)

# %% mesmas_atualizacoes
pd.DataFrame({
    "lote": [str(size) for size in passos],
    "épocas": epocas.values(),
    "atualizações": passos.values(),
    "acerto (%)": [100 * a for a in acuracia_igual.values()],
})

# %% grafico
import matplotlib.pyplot as plt

fig, (perda, acuracia) = plt.subplots(1, 2, figsize=(10.2, 3.7))
for (size, history), marca in zip(
    histories.items(), "osv^", strict=True
):
    nome = "todos" if size == exemplos else f"lotes de {size}"
    perda.plot(range(1, 6), history["val_loss"], marker=marca)
    acuracia.plot(
        range(1, 6),
        [100 * a for a in history["val_accuracy"]],
        marker=marca,
        label=nome,
    )
perda.set(xlabel="época", ylabel="perda na validação", ylim=(0, None))
acuracia.set(
    xlabel="época", ylabel="acurácia na validação (%)", ylim=(0, 100)
)
fig.legend(loc="outside upper center", ncols=4, fontsize=14)
