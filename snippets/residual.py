# %% [markdown]
# # Conexões residuais
# Trinta camadas ocultas, com e sem um atalho em volta de cada duas: o gradiente medido, e o treino.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import tensorflow as tf
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=seed
)


# %% bloco
options = {
    "activation": "relu",
    "kernel_initializer": "he_normal",
}


def residual_block(x):
    branch = layers.Dense(32, **options)(x)
    branch = layers.Dense(
        32,
        kernel_initializer="zeros",
    )(branch)
    return layers.Add()([x, branch])


# %% outros tags=["fora-do-slide"]
he = {"kernel_initializer": "he_normal"}


def plain_block(x):
    x = layers.Dense(32, **options)(x)
    return layers.Dense(32, **options)(x)


def sum_block(x):
    branch = layers.Dense(32, **options)(x)
    branch = layers.Dense(32, **he)(branch)
    return layers.Add()([x, branch])


def norm_block(x):
    branch = layers.LayerNormalization()(x)
    branch = layers.Dense(32, **options)(branch)
    branch = layers.Dense(32, **he)(branch)
    return layers.Add()([x, branch])


def build_model(block):
    """Devolve a rede, e outra que dá as saídas de todos os blocos."""
    keras.utils.set_random_seed(seed)
    inputs = keras.Input(shape=(64,))
    x = layers.Dense(32, **options)(inputs)
    outputs = [x]
    for _ in range(15):
        x = block(x)
        outputs.append(x)
    answer = layers.Dense(10, activation="softmax")(x)
    return (
        keras.Model(inputs, answer),
        keras.Model(inputs, [*outputs, answer]),
    )


def gradient_norms(inside):
    """O tamanho do gradiente da perda na saída de cada bloco."""
    batch = tf.constant(X_train[:256], "float32")
    with tf.GradientTape() as tape:
        *outputs, answer = inside(batch)
        losses = keras.losses.sparse_categorical_crossentropy(
            y_train[:256], answer
        )
        loss = tf.reduce_mean(losses)
    return [float(tf.norm(g)) for g in tape.gradient(loss, outputs)]


# %% treinar tags=["fora-do-slide"]
blocks = {
    "sem atalho": plain_block,
    "só a soma": sum_block,
    "com normalização": norm_block,
    "começa em zero": residual_block,
}
trained = {"sem atalho", "começa em zero"}
norms, accuracies = {}, {}
for name, block in blocks.items():
    model, inside = build_model(block)
    norms[name] = gradient_norms(inside)
    if name in trained:
        model.compile(
            optimizer="adam", loss="sparse_categorical_crossentropy"
        )
        model.fit(X_train, y_train, epochs=6, batch_size=64, verbose=0)
        answers = np.array(model(X_val)).argmax(axis=1)
        accuracies[name] = float(np.mean(answers == y_val))
# Quantas vezes o gradiente do primeiro bloco é o do último.
growth = {
    name: values[0] / values[-1] for name, values in norms.items()
}
thousands = growth["só a soma"] / 1000
depth = 2 * 15 + 1

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

fig, ax = plt.subplots(figsize=(4.9, 2.3))
ax.set(xlim=(0, 10), ylim=(0, 6.6))
ax.set_axis_off()
for x, text, color in [
    (2.2, "Dense,\nReLU", "C0"),
    (5.3, "Dense", "C0"),
]:
    ax.add_patch(
        FancyBboxPatch(
            (x, 1.2),
            1.9,
            1.8,
            boxstyle="round,pad=0.1",
            facecolor="none",
            edgecolor=color,
            linewidth=2.5,
        )
    )
    ax.text(x + 0.95, 2.1, text, ha="center", va="center", fontsize=14)
ax.plot(8.4, 2.1, "o", markersize=30, mfc="none", mec="C2", mew=2.5)
ax.text(8.4, 2.07, "+", ha="center", va="center", fontsize=22)


def arrow(start, end, color, bend=0.0):
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            connectionstyle=f"arc3,rad={bend}",
            arrowstyle="-|>",
            mutation_scale=18,
            linewidth=2.5,
            color=color,
            shrinkA=0,
            shrinkB=0,
        )
    )


for start, end in [(0.5, 2.0), (4.3, 5.1), (7.4, 7.85), (8.95, 9.9)]:
    arrow((start, 2.1), (end, 2.1), "0.35")
arrow((1.0, 2.1), (8.4, 2.75), "C2", bend=-0.5)
ax.text(4.9, 5.3, "o atalho: x", color="C2", ha="center", weight=600)
ax.text(0.3, 2.4, "x", fontsize=17)
ax.text(4.7, 0.35, "o ramo", color="C0", ha="center", weight=600)

# %% grafico
fig, ax = plt.subplots(figsize=(5.7, 4.1))
looks = {
    "só a soma": ("C1--o", 130),
    "com normalização": ("C3:s", 4),
    "começa em zero": ("C2-^", 0.012),
    "sem atalho": ("C5-o", 0.005),
}
for name, (look, height) in looks.items():
    ax.plot(range(16), norms[name], look)
    ax.text(15, height, name, color=look[:2], weight=600, ha="right")
ax.set_yscale("log")
ax.set_yticks([0.01, 1, 100], ["0.01", "1", "100"])
ax.minorticks_off()
ax.set(xlabel="bloco", ylabel="tamanho do gradiente")
ax.set(xticks=[0, 5, 10, 15], ylim=(3e-3, 2e3))
