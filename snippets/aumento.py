# %% [markdown]
# # Aumento de dados
# Poucos dígitos reais: girar e deslocar um pouco cada um, a cada época, vale quantos pontos na validação?

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from scipy import ndimage
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X = digits["imagens"][..., None].astype("float32") / 255
y = digits["rotulos"]
X_train, X_val, y_train, y_val = train_test_split(
    X,
    y,
    train_size=500,
    test_size=1000,
    stratify=y,
    random_state=seed,
)


# %% cnn tags=["fora-do-slide"]
def build_cnn():
    return keras.Sequential([
        keras.Input(shape=(28, 28, 1)),
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])


keras.utils.set_random_seed(seed)

# %% camadas
fill = {"fill_mode": "constant"}
augment = keras.Sequential([
    layers.RandomTranslation(0.1, 0.1, **fill),
    layers.RandomRotation(0.05, **fill),
])
augmented = keras.Sequential([augment, build_cnn()])


# %% treinar tags=["fora-do-slide"]
def train(model):
    """O mesmo número de passos, com e sem aumento."""
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.003),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(X_train, y_train, epochs=25, verbose=0)
    shifted = ndimage.shift(X_val, (0, 0, 3, 0), order=0)
    quiet = {"batch_size": 500, "return_dict": True, "verbose": 0}
    return {
        "treino": model.evaluate(X_train, y_train, **quiet)["accuracy"],
        "validação": model.evaluate(X_val, y_val, **quiet)["accuracy"],
        "deslocada": model.evaluate(shifted, y_val, **quiet)[
            "accuracy"
        ],
    }


with_augmentation = train(augmented)
keras.utils.set_random_seed(seed)
plain = train(build_cnn())
gain = 100 * (with_augmentation["validação"] - plain["validação"])
train_count = len(X_train)

# %% figura
import matplotlib.pyplot as plt

fig, axes = plt.subplots(2, 4, figsize=(5.7, 2.4))
for ax in axes.flat:
    image = augment(X_train[:1], training=True)
    if ax is axes[0, 0]:
        image = X_train[:1]
        ax.set_title("original", loc="center", fontsize=14)
    ax.imshow(np.array(image)[0, ..., 0], cmap="gray_r", vmin=0, vmax=1)
    ax.set_axis_off()
