# %% [markdown]
# # Vários rótulos ao mesmo tempo
# Um texto pode falar de esporte e de política. Cada saída é uma decisão de sim ou não.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import make_multilabel_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.multioutput import MultiOutputClassifier
from sklearn.preprocessing import StandardScaler

X, Y = make_multilabel_classification(
    n_samples=2000, n_features=20, n_classes=5, random_state=42
)
X_train, X_test, Y_train, Y_test = train_test_split(
    X, Y, test_size=0.3, random_state=42
)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)

# %% semente tags=["fora-do-slide"]
keras.utils.set_random_seed(42)

# %% modelo
model = keras.Sequential([
    keras.Input(shape=(20,)),
    layers.Dense(32, activation="relu"),
    layers.Dense(5, activation="sigmoid"),
])
adam = keras.optimizers.Adam(learning_rate=0.01)
model.compile(
    optimizer=adam,
    loss="binary_crossentropy",
    metrics=["binary_accuracy"],
)
model.fit(X_train, Y_train, epochs=15, verbose=0)

# %% prever tags=["fora-do-slide"]
probabilities = model.predict(X_test[:3], verbose=0)
print(probabilities.round(2))
print("somas:", probabilities.sum(axis=1).round(2))
print((probabilities > 0.5).astype(int))


# %% comparar
def accuracy(predicted):
    return 100 * np.mean(predicted == Y_test)


logistic = MultiOutputClassifier(LogisticRegression())
logistic.fit(X_train, Y_train)
majority = np.broadcast_to(Y_train.mean(axis=0) > 0.5, Y_test.shape)
net = model.predict(X_test, verbose=0) > 0.5
accuracies = {
    "maioria": accuracy(majority),
    "regressão logística": accuracy(logistic.predict(X_test)),
    "rede neural": accuracy(net),
}
pd.DataFrame({"acurácia por rótulo (%)": accuracies}).rename_axis(
    "modelo"
)

# %% todos_certos tags=["fora-do-slide"]
all_correct = float(np.mean((net == Y_test).all(axis=1)))
outputs = model.predict(X_test, verbose=0)
misleading_accuracy = float(
    np.mean(keras.metrics.categorical_accuracy(Y_test, outputs))
)
example = probabilities[int(np.argmax(probabilities.sum(axis=1)))]
total = float(example.sum())

# %% grafico
import matplotlib.pyplot as plt

softmax = np.array([0.07, 0.81, 0.12])
fig, (one, several) = plt.subplots(
    1, 2, figsize=(10.2, 3.6), width_ratios=[3, 5]
)
for ax, heights in [
    (one, softmax),
    (several, example),
]:
    bars = ax.bar(range(len(heights)), heights, width=0.65)
    ax.bar_label(bars, [f"{a:.2f}" for a in heights], fontsize=15)
    ax.set(
        ylim=(0, 1.15), yticks=[0, 0.5, 1], xticks=range(len(heights))
    )
    ax.grid(axis="x", visible=False)
one.set_xticklabels(["gato", "cão", "ave"])
one.set_title("Uma classe entre três: a soma é 1")
several.set_xticklabels([f"rótulo {i + 1}" for i in range(5)])
several.axhline(0.5, color="C4", linestyle="--", linewidth=1.8)
several.text(
    4.45, 0.53, "limiar 0,5", color="C4", weight=600, ha="right"
)
several.set_title(f"Vários rótulos: a soma é {total:.2f}")
