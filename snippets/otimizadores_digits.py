# %% [markdown]
# # Quatro otimizadores na mesma rede
# Imagens de dígitos, a mesma rede, as mesmas sementes e épocas; só muda o otimizador.

# %% dados tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)

# %% otimizadores
from keras.optimizers import SGD, Adam, RMSprop

sgd = SGD(learning_rate=0.01)
momentum = SGD(learning_rate=0.01, momentum=0.9)
rmsprop = RMSprop(learning_rate=0.001)
adam = Adam(learning_rate=0.001)

# %% taxas tags=["fora-do-slide"]
optimizers = {
    "SGD": sgd,
    "momentum": momentum,
    "RMSprop": rmsprop,
    "Adam": adam,
}
rates = {name: float(o.learning_rate) for name, o in optimizers.items()}

# %% treinar tags=["fora-do-slide"]
curves = {}
for name, optimizer in optimizers.items():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=optimizer,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(
        X_train,
        y_train,
        epochs=10,
        batch_size=32,
        validation_data=(X_val, y_val),
        verbose=0,
    )
    curves[name] = history.history["val_accuracy"]
final_accuracy = {name: curve[-1] for name, curve in curves.items()}

# %% grafico
import matplotlib.pyplot as plt

fig = plt.figure(figsize=(4.1, 3.6))
images, chart = fig.subfigures(2, 1, height_ratios=[1, 5])
for ax, image in zip(images.subplots(1, 6), X_train[:6], strict=True):
    ax.imshow(image.reshape(8, 8), cmap="gray_r")
    ax.set_axis_off()
ax = chart.subplots()
looks = ["C0-", "C3:", "C4-.", "C1--"]
for i, (name, curve) in enumerate(curves.items()):
    ax.plot(range(1, 11), [100 * a for a in curve], looks[i])
    style = {"color": looks[i][:2], "weight": 600, "ha": "right"}
    ax.text(10, 5 + 11 * i, name, **style)
ax.set(
    xlabel="época", ylabel="acurácia na validação (%)", ylim=(0, 100)
)
