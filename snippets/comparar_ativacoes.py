# %% [markdown]
# # Comparar funções de ativação
# A mesma rede, as mesmas sementes, quatro ativações: um laço, dois DataFrames, dois gráficos.

# %% dados tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)


# %% modelo
def get_model(activation):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation=activation),
        layers.Dense(32, activation=activation),
        layers.Dense(10, activation="softmax"),
    ])
    loss = "sparse_categorical_crossentropy"
    model.compile("adam", loss, metrics=["accuracy"])
    return model


# %% laco
names = ["relu", "leaky_relu", "tanh", "sigmoid"]
histories = {}
for name in names:
    model = get_model(name)
    history = model.fit(
        X_train,
        y_train,
        epochs=10,
        validation_data=(X_val, y_val),
        validation_batch_size=600,
        verbose=0,
    )
    histories[name] = history.history

# %% dataframes
val_loss = pd.DataFrame({
    name: history["val_loss"] for name, history in histories.items()
})
val_accuracy = pd.DataFrame({
    name: history["val_accuracy"] for name, history in histories.items()
})

# %% valores tags=["fora-do-slide"]
final = val_accuracy.iloc[-1].to_dict()
baseline = float(
    LogisticRegression(max_iter=500)
    .fit(X_train, y_train)
    .score(X_val, y_val)
)

# %% grafico
import matplotlib.pyplot as plt

fig, (perda, acuracia) = plt.subplots(1, 2, figsize=(10.2, 3.8))
epocas = range(1, 11)
rotulos = dict(
    zip(names, ["ReLU", "Leaky ReLU", "tanh", "sigmoid"], strict=True)
)
for ax, tabela, nome in [
    (perda, val_loss, "perda na validação"),
    (acuracia, 100 * val_accuracy, "acurácia na validação (%)"),
]:
    for ativacao in tabela:
        ax.plot(epocas, tabela[ativacao], label=rotulos[ativacao])
    ax.set(
        xlabel="época",
        ylabel=nome,
        xticks=[1, 4, 7, 10],
        ylim=(0, None),
    )
acuracia.axhline(
    100 * baseline, color="0.55", linestyle="-", linewidth=1.2
)
acuracia.set(ylim=(0, 100))
acuracia.legend(loc="lower right", fontsize=14)
