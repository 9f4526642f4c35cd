# %% [markdown]
# # Confiança e acerto
# A rede diz 94 %, e acerta 86 %. Um número escolhido na validação corrige isso nos dígitos, e não fora deles.

# %% parametros tags=["parameters", "fora-do-slide"] epochs=[60, 5] seed=[42, 0, 1]
epochs = 60
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

digits = np.load("data/mnist.npz")
X = digits["imagens"][..., None].astype("float32") / 255
y = digits["rotulos"]
X_train, X_rest, y_train, y_rest = train_test_split(
    X, y, train_size=500, stratify=y, random_state=seed
)
X_val, X_test, y_val, y_test = train_test_split(
    X_rest, y_rest, train_size=1000, stratify=y_rest, random_state=seed
)

# %% rede tags=["fora-do-slide"]
keras.utils.set_random_seed(seed)
model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(10),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
model.fit(X_train, y_train, epochs=epochs, batch_size=100, verbose=0)


def logits(images):
    return model.predict(images, batch_size=500, verbose=0)


val_logits = logits(X_val)

# %% imports tags=["fora-do-slide"]
from scipy.special import softmax
from sklearn.metrics import log_loss


# %% temperatura
def loss(temperature):
    p = softmax(val_logits / temperature, axis=1)
    return log_loss(y_val, p)


options = np.arange(0.5, 8, 0.1)
losses = [loss(t) for t in options]
temperature = options[np.argmin(losses)]

# %% medir tags=["fora-do-slide"]
bins = np.linspace(0, 1, 11)


def measure(scores, labels):
    """Acurácia, confiança, erro de calibração e perda."""
    p = softmax(scores, axis=1)
    confidence, right = p.max(axis=1), p.argmax(axis=1) == labels
    group = np.digitize(confidence, bins[1:-1], right=True)
    points = [
        (confidence[group == g].mean(), right[group == g].mean(), n)
        for g in range(10)
        if (n := np.sum(group == g)) >= 20
    ]
    gaps = [
        np.mean(group == g)
        * abs(confidence[group == g].mean() - right[group == g].mean())
        for g in set(group.tolist())
    ]
    return {
        "acurácia": float(right.mean()),
        "confiança": float(confidence.mean()),
        "nos erros": float(confidence[~right].mean()),
        "distância": float(sum(gaps)),
        "perda": float(log_loss(labels, p)),
    }, points


test_logits = logits(X_test)
before, before_points = measure(test_logits, y_test)
after, after_points = measure(test_logits / temperature, y_test)
best_temperature = float(temperature)

# %% diagrama
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.1, 3.0))
ax.plot([0, 100], [0, 100], color="C4", linestyle=":", linewidth=2)
ax.text(22, 50, "perfeito", color="C4", fontsize=15)
bold = {"weight": 600, "fontsize": 15, "ha": "right"}
for points, look, name, height in [
    (before_points, "C1--o", "como sai", 28),
    (after_points, "C0-s", "com temperatura", 19),
]:
    sure, right, _ = np.transpose(points)
    ax.plot(100 * sure, 100 * right, look, markersize=9)
    ax.text(100, height, name, color=look[:2], **bold)
ax.set(xlabel="confiança (%)", ylabel="acerto no grupo (%)")
ax.set(xlim=(20, 102), ylim=(15, 102))
ax.set(xticks=[25, 50, 75, 100], yticks=[25, 50, 75, 100])

# %% fora_do_treino tags=["fora-do-slide"]
from matplotlib import font_manager
from PIL import Image, ImageDraw, ImageFont

# Letras que não se parecem com nenhum dígito, em várias fontes.
drawn = []
for family in ("DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"):
    for style in ("normal", "bold"):
        path = font_manager.findfont(
            font_manager.FontProperties(family=family, weight=style)
        )
        font = ImageFont.truetype(path, 20)
        for letter in "ACEFHKMNPRTUVWXY":
            page = Image.new("L", (28, 28))
            ImageDraw.Draw(page).text(
                (14, 14), letter, fill=255, font=font, anchor="mm"
            )
            drawn.append(np.array(page))
del path  # é desta máquina
letters = np.array(drawn)[..., None].astype("float32") / 255
rng = np.random.default_rng(seed)
strange = {
    "dígitos": X_test,
    "girados": np.rot90(X_test, axes=(1, 2)),
    "letras": letters,
    "ruído": rng.random((500, 28, 28, 1)).astype("float32"),
}
level = 0.9
sure, sure_after, above = {}, {}, {}
answers = {}
for name, images in strange.items():
    scores = logits(images)
    p_after = softmax(scores / temperature, axis=1)
    sure[name] = float(softmax(scores, axis=1).max(axis=1).mean())
    sure_after[name] = float(p_after.max(axis=1).mean())
    above[name] = float(np.mean(p_after.max(axis=1) > level))
    answers[name] = p_after
rotated_accuracy = float(
    np.mean(answers["girados"].argmax(axis=1) == y_test)
)
letter_count = len(letters)

# %% exemplos
order = np.argsort(-answers["letras"].max(axis=1))
# Das letras com mais confiança, uma de cada; depois, dois dígitos.
seen, chosen = set(), []
for i in order:
    if i % 16 not in seen and len(chosen) < 4:
        seen.add(i % 16)
        chosen.append((letters[i], answers["letras"][i]))
wrong = np.flatnonzero(answers["girados"].argmax(axis=1) != y_test)
most = wrong[np.argsort(-answers["girados"][wrong].max(axis=1))][:2]
chosen += [(strange["girados"][i], answers["girados"][i]) for i in most]
fig, axes = plt.subplots(2, 3, figsize=(4.9, 3.9))
for ax, (image, p) in zip(axes.flat, chosen, strict=True):
    ax.imshow(image[..., 0], cmap="gray_r", vmin=0, vmax=1)
    ax.set_title(
        f"“{p.argmax()}”, {100 * p.max():.0f} %",
        loc="center",
        fontsize=15,
    )
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set(visible=True, color="#cfd6df")
    ax.grid(False)
