# %% [markdown]
# # Com e sem batch normalization
# A mesma rede de três camadas ocultas, com SGD e com Adam: o ganho depende do otimizador.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.2, stratify=y, random_state=42
)


# %% bloco
def hidden(units, normalize):
    if not normalize:
        return [
            layers.Dense(units, activation="relu"),
        ]
    return [
        layers.Dense(units, use_bias=False),
        layers.BatchNormalization(),
        layers.Activation("relu"),
    ]


# %% rede tags=["fora-do-slide"]
def build_model(optimizer, normalize):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential()
    model.add(keras.Input(shape=(64,)))
    for _ in range(3):
        for layer in hidden(50, normalize):
            model.add(layer)
    model.add(layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=optimizer,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


# %% treinar tags=["fora-do-slide"]
curves, final = {}, {}
for optimizer in ("sgd", "adam"):
    for normalize in (False, True):
        model = build_model(optimizer, normalize)
        history = model.fit(
            X_train,
            y_train,
            epochs=8,
            validation_data=(X_val, y_val),
            verbose=0,
        )
        name = f"{optimizer}_{'com' if normalize else 'sem'}"
        curves[name] = history.history["val_accuracy"]
        final[name] = curves[name][-1]

# %% grafico
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(10.2, 3.6), sharey=True)
for ax, optimizer, title in zip(
    axes, ("sgd", "adam"), ("SGD", "Adam"), strict=True
):
    for how, look in (("sem", "C5--o"), ("com", "C0-s")):
        percent = [100 * a for a in curves[f"{optimizer}_{how}"]]
        ax.plot(range(1, 9), percent, look)
    ax.set_title(title)
    ax.set(xlabel="época", ylim=(0, 101), xticks=[1, 4, 8])
axes[0].set(ylabel="acurácia na validação (%)")
style = {"ha": "right", "weight": 600, "fontsize": 16}
axes[1].text(8, 62, "com normalização", color="C0", **style)
axes[1].text(8, 52, "sem normalização", color="C5", **style)
