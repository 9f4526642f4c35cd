# %% [markdown]
# # Um modelo de linguagem minúsculo
# Uma rede pequena lê provérbios e aprende uma tarefa só: dizer qual é a próxima letra.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
from collections import Counter
from pathlib import Path

import keras
import numpy as np
import pandas as pd
from keras import layers

proverbs = Path("data/proverbios.txt").read_text("utf-8").lower()
proverbs = proverbs.splitlines()
rng = np.random.default_rng(42)
proverbs = [proverbs[i] for i in rng.permutation(len(proverbs))]
cut = int(0.85 * len(proverbs))
text = "\n" + "\n".join(proverbs[:cut]) + "\n"
val_text = "\n" + "\n".join(proverbs[cut:]) + "\n"
characters = sorted(set(text + val_text))

keras.utils.set_random_seed(seed)

# %% janelas
number = {c: i for i, c in enumerate(characters)}
codes = np.array([number[c] for c in text])
size, step = 40, 10
starts = range(0, len(codes) - size, step)
X = np.array([codes[i : i + size] for i in starts])
ahead = codes[1:]
y = np.array([ahead[i : i + size] for i in starts])

# %% modelo
count = len(characters)
model = keras.Sequential([
    keras.Input(shape=(size,), dtype="int32"),
    layers.Embedding(count, 32),
    layers.GRU(128, return_sequences=True),
    layers.Dense(count, activation="softmax"),
])

# %% treinar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005),
    loss="sparse_categorical_crossentropy",
)
val_codes = np.array([number[c] for c in val_text])
val_starts = range(0, len(val_codes) - size, size)
X_val = np.array([val_codes[i : i + size] for i in val_starts])
y_val = np.array([val_codes[i + 1 : i + size + 1] for i in val_starts])
# Poucas épocas: depois disso, a rede decora os provérbios.
history = model.fit(
    X,
    y,
    epochs=8,
    batch_size=32,
    validation_data=(X_val, y_val),
    verbose=0,
)
loss = {
    "treino": history.history["loss"][-1],
    "validação": history.history["val_loss"][-1],
}


# %% baselines tags=["fora-do-slide"]
def counting_loss(order, extra=0.1):
    """A perda de quem conta o que veio depois de cada sequência de letras."""
    pairs, contexts = Counter(), Counter()
    for i in range(order, len(text)):
        pairs[text[i - order : i + 1]] += 1
        contexts[text[i - order : i]] += 1
    losses = []
    for i in range(order, len(val_text)):
        seen = pairs[val_text[i - order : i + 1]] + extra
        total = contexts[val_text[i - order : i]]
        share = seen / (total + extra * len(characters))
        losses.append(-np.log(share))
    return float(np.mean(losses))


counting = {str(order): counting_loss(order) for order in range(4)}
uniform = float(np.log(len(characters)))
best_count = min(counting.values())
gain = best_count - loss["validação"]
text_size, character_count = len(text), len(characters)

# %% tabela
pd.DataFrame({
    "perda": {
        "sortear": uniform,
        "contar letras": counting["0"],
        "depois de 1": counting["1"],
        "depois de 2": counting["2"],
        "depois de 3": counting["3"],
        "a rede": loss["validação"],
    }
}).rename_axis("modelo")


# %% temperatura
def with_temperature(probabilities, temperature):
    logits = np.log(probabilities) / temperature
    exp = np.exp(logits - logits.max())
    return exp / exp.sum()


# %% sortear tags=["fora-do-slide"]
temperatures = [0.3, 0.7, 1.0, 1.5]
rng = np.random.default_rng(seed)
length = 64
written = np.zeros((len(temperatures), length + 1), dtype="int32")
written[:] = number["\n"]
for t in range(length):
    seen = written[:, max(0, t - size + 1) : t + 1]
    window = np.zeros((len(temperatures), size), dtype="int32")
    window[:, : seen.shape[1]] = seen
    answers = model.predict(window, verbose=0)[:, seen.shape[1] - 1]
    for row, temperature in enumerate(temperatures):
        p = with_temperature(answers[row].astype(float), temperature)
        written[row, t + 1] = rng.choice(len(characters), p=p)
texts = {
    f"{temperature}".replace(".", ","): ""
    .join(characters[i] for i in row)
    .strip()
    .replace("\n", " / ")
    for temperature, row in zip(temperatures, written, strict=True)
}

# %% textos
for temperature, line in texts.items():
    print(temperature, " ", line)

# %% proxima tags=["fora-do-slide"]
beginning = "\nquem não "
window = np.zeros((1, size), dtype="int32")
window[0, : len(beginning)] = [number[c] for c in beginning]
after = model.predict(window, verbose=0)[0, len(beginning) - 1]
after = after.astype(float)
likely = characters[int(after.argmax())]
likely_share = float(after.max())
