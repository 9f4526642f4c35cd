# %% [markdown]
# # Comparar funções de ativação
# A mesma rede, a mesma semente, quatro ativações: um laço, dois DataFrames, dois gráficos.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1]
seed = 42

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


# %% modelo tags=["fora-do-slide"]
def build_model(activation):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation=activation),
        layers.Dense(32, activation=activation),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


# %% laco
names = ["relu", "leaky_relu", "tanh", "sigmoid"]
histories = {}
for name in names:
    model = build_model(name)
    history = model.fit(
        X_train,
        y_train,
        epochs=10,
        validation_data=(X_val, y_val),
        verbose=0,
    )
    histories[name] = history.history

# %% dataframes tags=["fora-do-slide"]
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

fig, (loss_ax, accuracy_ax) = plt.subplots(1, 2, figsize=(10.2, 3.6))
epochs = range(1, 11)
labels = dict(
    zip(names, ["ReLU", "Leaky ReLU", "tanh", "sigmoid"], strict=True)
)
looks = ["C0-", "C3:", "C2-.", "C1--"]
for ax, table, label in [
    (loss_ax, val_loss, "perda na validação"),
    (accuracy_ax, 100 * val_accuracy, "acurácia na validação (%)"),
]:
    for column, look in zip(table, looks, strict=True):
        ax.plot(epochs, table[column], look)
    ax.set(
        xlabel="época",
        ylabel=label,
        xticks=[1, 4, 7, 10],
        ylim=(0, None),
    )
accuracy_ax.axhline(100 * baseline, color="C5", linestyle="-", lw=1.4)
style = {"weight": 600, "fontsize": 15, "ha": "right"}
text = f"regressão logística: {100 * baseline:.0f} %"
accuracy_ax.text(10, 100, text, color="C5", **style)
for i, (name, look) in enumerate(zip(names, looks, strict=True)):
    text = f"{labels[name]}: {100 * final[name]:.0f} %"
    accuracy_ax.text(10, 41 - 12 * i, text, color=look[:2], **style)
accuracy_ax.set(ylim=(0, 110))
