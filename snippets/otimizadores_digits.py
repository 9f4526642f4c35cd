# %% [markdown]
# # Quatro otimizadores na mesma rede
# Imagens de dígitos, a mesma rede, as mesmas sementes e épocas; só muda o otimizador.

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)

# %% otimizadores
from keras.optimizers import SGD, Adam, RMSprop

optimizers = {
    "SGD": SGD(learning_rate=0.01),
    "momentum": SGD(learning_rate=0.01, momentum=0.9),
    "RMSprop": RMSprop(learning_rate=0.001),
    "Adam": Adam(learning_rate=0.001),
}

# %% taxas tags=["fora-do-slide"]
taxas = {nome: float(o.learning_rate) for nome, o in optimizers.items()}

# %% treinar tags=["fora-do-slide"]
curvas = {}
for nome, otimizador in optimizers.items():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        otimizador,
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(
        X_train,
        y_train,
        epochs=10,
        batch_size=32,
        validation_data=(X_val, y_val),
        validation_batch_size=len(X_val),
        verbose=0,
    )
    curvas[nome] = history.history["val_accuracy"]
acuracia_final = {nome: curva[-1] for nome, curva in curvas.items()}

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.1, 3.5))
for nome, curva in curvas.items():
    ax.plot(range(1, 11), [100 * a for a in curva], label=nome)
ax.set(
    xlabel="época", ylabel="acurácia na validação (%)", ylim=(0, 100)
)
ax.legend(loc="lower right", fontsize=13)
