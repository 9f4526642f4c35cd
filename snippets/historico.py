# %% [markdown]
# # O histórico do treino
# O que `fit` devolve: um número por época, para cada perda e cada métrica.

# %% dados tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_breast_cancer(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X, y, test_size=0.4, stratify=y, random_state=42
)
scaler = StandardScaler().fit(X_train)
X_train, X_val = scaler.transform(X_train), scaler.transform(X_val)
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(30,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(
    optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"]
)

# %% treinar
history = model.fit(
    X_train,
    y_train,
    epochs=20,
    validation_data=(X_val, y_val),
    verbose=0,
)
for name in history.history:
    print(name)

# %% curvas
curves = pd.DataFrame(history.history)
curves.index = range(1, 21)
curves[["loss", "val_loss"]].plot()

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.9, 2.5))
for name, column, color, height in [
    ("treino", "loss", "C0", -0.09),
    ("validação", "val_loss", "C1", 0.07),
]:
    ax.plot(curves[column])
    last = curves[column].iloc[-1]
    ax.text(
        20, last + height, name, color=color, weight=600, ha="right"
    )
ax.set(xlabel="época", ylabel="perda", ylim=(0, None))
ax.set(xticks=[1, 5, 10, 15, 20])
