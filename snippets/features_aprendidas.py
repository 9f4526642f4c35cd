# %% [markdown]
# # A rede cria as próprias features
# Dois anéis não se separam com uma reta. A camada oculta aprende uma representação em que se separam.

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_circles
from sklearn.model_selection import train_test_split

X, y = make_circles(
    n_samples=600, factor=0.4, noise=0.08, random_state=42
)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.5, stratify=y, random_state=42
)

# %% modelo tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
features = layers.Dense(2, activation="tanh")
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(8, activation="tanh"),
    features,
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy")
model.fit(X_train, y_train, epochs=60, verbose=0)

# %% comparacao tags=["fora-do-slide"]
import numpy as np
from sklearn.linear_model import LogisticRegression

extrator = keras.Model(model.inputs[0], features.output)
H_train, H_test = (
    extrator.predict_on_batch(X_train),
    extrator.predict_on_batch(X_test),
)
reta_nas_entradas = LogisticRegression().fit(X_train, y_train)
reta_nas_features = LogisticRegression(C=100).fit(H_train, y_train)
acuracia = {
    "entradas": reta_nas_entradas.score(X_test, y_test),
    "features": reta_nas_features.score(H_test, y_test),
}

# %% grafico
import matplotlib.pyplot as plt

fig, (antes, depois) = plt.subplots(1, 2, figsize=(10.2, 3.7))
paineis = [
    (antes, X_test, reta_nas_entradas),
    (depois, H_test, reta_nas_features),
]
for ax, pontos, reta in paineis:
    for classe, cor, marca in [(0, "C1", "o"), (1, "C0", "^")]:
        ax.scatter(
            *pontos[y_test == classe].T, color=cor, marker=marca, s=30
        )
    (a, b), c = reta.coef_[0], reta.intercept_[0]
    horizontal = np.array([-1.2, 1.2])
    ax.plot(
        horizontal,
        -(a * horizontal + c) / b,
        color="C4",
        linestyle="--",
    )
    ax.set(
        xlim=(-1.2, 1.2),
        ylim=(-1.2, 1.2),
        xticks=[-1, 0, 1],
        yticks=[-1, 0, 1],
        aspect="equal",
    )
antes.set(xlabel="x₁", ylabel="x₂")
antes.set_title(
    f"Entradas: a reta acerta {100 * acuracia['entradas']:.1f} %"
)
depois.set(xlabel="feature 1", ylabel="feature 2")
depois.set_title(
    f"Features: a reta acerta {100 * acuracia['features']:.1f} %"
)
