# %% [markdown]
# # A curva de aprendizado que continua
# Dígitos de 28 × 28 pontos: com 4.000 exemplos, a rede ainda ganha com mais dados. Em todos os tamanhos, o mesmo número de passos.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[0, 1, 2]
seed = 0

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X = digits["imagens"].reshape(-1, 784).astype("float32") / 255
y = digits["rotulos"]
# Cada semente sorteia outros exemplos.
X_train, X_val, y_train, y_val = train_test_split(
    X, y, train_size=4000, stratify=y, random_state=seed
)


# %% medir tags=["fora-do-slide"]
def build_model():
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(784,)),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def train_and_score(size):
    """Acurácia na validação de cada modelo, com os primeiros exemplos do sorteio."""
    X, y = X_train[:size], y_train[:size]
    model = build_model()
    model.fit(X, y, epochs=15, batch_size=size // 30, verbose=0)
    quiet = {"batch_size": 500, "return_dict": True, "verbose": 0}
    train = model.evaluate(X, y, **quiet)
    result = model.evaluate(X_val, y_val, **quiet)
    forest = RandomForestClassifier(random_state=seed).fit(X, y)
    logistic = LogisticRegression(max_iter=1000).fit(X, y)
    return {
        "treino": train["accuracy"],
        "rede": result["accuracy"],
        "floresta": float(forest.score(X_val, y_val)),
        "logística": float(logistic.score(X_val, y_val)),
        "passos": int(model.optimizer.iterations),
    }


sizes = [250, 1000, 4000]
small, middle, large = scores = [
    train_and_score(size) for size in sizes
]
late_gain = 100 * (large["rede"] - middle["rede"])  # em pontos
lead = 100 * (large["rede"] - large["logística"])

# %% grafico
import matplotlib.pyplot as plt

fig, (pictures, ax) = plt.subplots(
    1, 2, figsize=(10.2, 3.7), width_ratios=[2, 3]
)
tiles = X_train[:16].reshape(4, 4, 28, 28).transpose(0, 2, 1, 3)
pictures.imshow(tiles.reshape(112, 112), cmap="gray_r")
pictures.set_axis_off()
for name, label, style, shift in [
    ("rede", "rede", "C0o-", -0.4),
    ("floresta", "floresta", "C1^--", 0.4),
    ("logística", "regressão", "C5s:", 0),
]:
    curve = [100 * score[name] for score in scores]
    ax.plot(sizes, curve, style, linewidth=3, markersize=9)
    ax.text(
        sizes[-1] + 120,
        curve[-1] + shift,
        label,
        color=style[:2],
        va="center",
        weight=600,
    )
ax.set(
    xlabel="exemplos de treino",
    ylabel="acurácia na validação (%)",
    xticks=sizes,
    xlim=(0, sizes[-1] + 1000),
    ylim=(75, 97),
)
