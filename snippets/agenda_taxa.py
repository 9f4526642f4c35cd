# %% [markdown]
# # Uma taxa que diminui
# A mesma rede, com a taxa constante e com a taxa que cai até zero, em três taxas iniciais.

# %% parametros tags=["parameters", "fora-do-slide"] rate=[0.02, 0.005, 0.001] seed=[42, 0, 1]
rate = 0.02
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X = digits["imagens"].reshape(-1, 784).astype("float32") / 255
y = digits["rotulos"]
X_train, X_val, y_train, y_val = train_test_split(
    X, y, train_size=1280, test_size=1500, stratify=y, random_state=seed
)
epochs, batch_size = 10, 32
steps = epochs * len(X_train) // batch_size

# %% agenda
cosine = keras.optimizers.schedules.CosineDecay(
    initial_learning_rate=rate, decay_steps=steps
)
adam = keras.optimizers.Adam(learning_rate=cosine)

# %% treinar tags=["fora-do-slide"]
constant = keras.optimizers.Adam(learning_rate=rate)


def train(optimizer):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(784,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=optimizer,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model.fit(
        X_train,
        y_train,
        epochs=epochs,
        batch_size=batch_size,
        validation_data=(X_val, y_val),
        validation_batch_size=500,
        verbose=0,
    ).history


curves = {"constante": train(constant), "cosseno": train(adam)}
losses = {k: float(v["val_loss"][-1]) for k, v in curves.items()}
accuracies = {
    k: float(v["val_accuracy"][-1]) for k, v in curves.items()
}
rates = [
    float(cosine(step)) for step in range(0, steps + 1, steps // 10)
]

# %% grafico
import matplotlib.pyplot as plt

fig, (top, ax) = plt.subplots(
    2, 1, figsize=(4.1, 3.5), height_ratios=[2, 5], sharex=True
)
top.plot([0, epochs], [rate, rate], "C1--")
top.plot(range(11), rates, "C0-")
top.set(ylabel="taxa", yticks=[0, rate], ylim=(0, 1.3 * rate))
for name, look, side in [
    ("constante", "C1--", 0),
    ("cosseno", "C0-", 5),
]:
    losses_by_epoch = curves[name]["val_loss"]
    ax.plot(range(1, epochs + 1), losses_by_epoch, look)
    ax.text(1 + side, 0.84, name, color=look[:2], weight=600)
ax.set(xlabel="época", ylabel="perda", ylim=(0.3, 0.95))
ax.set(xticks=[1, 4, 7, 10], yticks=[0.4, 0.6, 0.8])
