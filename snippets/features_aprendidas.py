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
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.02),
    loss="binary_crossentropy",
)
model.fit(X_train, y_train, epochs=60, verbose=0)

# %% comparacao tags=["fora-do-slide"]
import numpy as np
from sklearn.linear_model import LogisticRegression

extractor = keras.Model(model.inputs[0], features.output)
H_train, H_test = (
    extractor.predict(X_train, verbose=0),
    extractor.predict(X_test, verbose=0),
)
line_on_inputs = LogisticRegression().fit(X_train, y_train)
line_on_features = LogisticRegression(C=100).fit(H_train, y_train)
accuracy = {
    "entradas": line_on_inputs.score(X_test, y_test),
    "features": line_on_features.score(H_test, y_test),
}

# %% grafico
import matplotlib.pyplot as plt

fig, (before, after) = plt.subplots(1, 2, figsize=(10.2, 3.6))
panels = [
    (before, X_test, line_on_inputs),
    (after, H_test, line_on_features),
]
for ax, points, line in panels:
    for label, color, marker in [(0, "C1", "o"), (1, "C0", "^")]:
        ax.scatter(
            *points[y_test == label].T, color=color, marker=marker, s=30
        )
    (a, b), c = line.coef_[0], line.intercept_[0]
    horizontal = np.array([-1.2, 1.2])
    ax.plot(
        horizontal,
        -(a * horizontal + c) / b,
        color="C5",
        linewidth=3.5,
        linestyle="--",
    )
    ax.set(
        xlim=(-1.2, 1.2),
        ylim=(-1.2, 1.2),
        xticks=[-1, 0, 1],
        yticks=[-1, 0, 1],
        aspect="equal",
    )
before.set(xlabel="x₁", ylabel="x₂")
before.set_title(
    f"Entradas: a reta acerta {100 * accuracy['entradas']:.1f} %"
)
after.set(xlabel="feature 1", ylabel="feature 2")
after.set_title(
    f"Features: a reta acerta {100 * accuracy['features']:.1f} %"
)
