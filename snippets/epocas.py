# %% [markdown]
# # Épocas
# Uma época é uma passada por todos os exemplos de treino. Poucas não bastam; muitas deixam de ajudar.

# %% dados tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)

# %% treinar tags=["fora-do-slide"]
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(32, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.001),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    X_train,
    y_train,
    epochs=50,
    batch_size=64,
    validation_data=(X_val, y_val),
    verbose=0,
)

# %% tabela
milestones = [1, 5, 10, 20, 50]
accuracy = history.history["val_accuracy"]
pd.DataFrame({
    "épocas": milestones,
    "acurácia na validação (%)": [
        100 * accuracy[n - 1] for n in milestones
    ],
})

# %% valores tags=["fora-do-slide"]
examples = len(X_train)
steps_per_epoch = -(-len(X_train) // 64)
steps_taken = int(model.optimizer.iterations)
loss = history.history["val_loss"]

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.1))
for key in ("loss", "val_loss"):
    ax.plot(range(1, 51), history.history[key])
style = {"weight": 600, "fontsize": 16}
ax.text(4.5, 1.9, "treino", color="C0", **style)
ax.text(50, 0.28, "validação", color="C1", ha="right", **style)
ax.set(xlabel="época", ylabel="perda", ylim=(0, None))
ax.set_title("Depois de 20 épocas, cai devagar")
