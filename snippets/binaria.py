# %% [markdown]
# # Classificação binária
# Duas luas entrelaçadas: a rede desenha uma fronteira curva, e a saída sigmoid é uma probabilidade.

# %% dados tags=["fora-do-slide"]
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from sklearn.datasets import make_moons
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = make_moons(n_samples=1200, noise=0.2, random_state=42)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.25, stratify=y, random_state=42
)
X_train, X_val, y_train, y_val = train_test_split(
    X_train, y_train, test_size=1 / 3, stratify=y_train, random_state=42
)

# %% semente tags=["fora-do-slide"]
keras.utils.set_random_seed(42)

# %% modelo
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
adam = keras.optimizers.Adam(learning_rate=0.02)
model.compile(optimizer=adam, loss="binary_crossentropy")
model.fit(X_train, y_train, epochs=40, verbose=0)

# %% prever
probability = model.predict(X_test, verbose=0)[:, 0]
classes = (probability > 0.5).astype(int)
print(probability[:4].round(2), classes[:4])

# %% comparar tags=["fora-do-slide"]
majority = DummyClassifier().fit(X_train, y_train)
logistic = LogisticRegression().fit(X_train, y_train)
accuracy = {
    "maioria": float(majority.score(X_test, y_test)),
    "logística": float(logistic.score(X_test, y_test)),
    "rede": float(np.mean(classes == y_test)),
}

# %% sigmoide
z = np.linspace(-6, 6, 200)
fig, ax = plt.subplots(figsize=(5.7, 4.1))
ax.plot(z, 1 / (1 + np.exp(-z)), linewidth=3)
ax.axhline(0.5, color="C4", linestyle="--")
ax.text(-5.9, 0.53, "limiar 0,5", color="C4", weight=600)
ax.text(5.9, 0.86, "classe 1", ha="right", color="C0", weight=600)
ax.text(-5.9, 0.07, "classe 0", color="C1", weight=600)
ax.set(xlabel="soma do último neurônio", ylabel="probabilidade")
ax.set(xticks=[-6, -3, 0, 3, 6], yticks=[0, 0.5, 1])
