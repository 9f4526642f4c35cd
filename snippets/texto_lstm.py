# %% [markdown]
# # Uma LSTM que lê opiniões
# A ordem das palavras decide o sentido: a rede a aprende. Fora da gramática em que treinou, erra.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1, 2]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers

df = pd.read_csv("data/opinioes.csv")
train, val, test = (
    df[df["conjunto"] == name]
    for name in ("treino", "validação", "teste")
)
outside = pd.read_csv("data/opinioes_fora.csv")

# %% vetores
vectorizer = layers.TextVectorization(
    output_sequence_length=12,
)
vectorizer.adapt(train["frase"].tolist())


def encode(table):
    sentences = table["frase"].tolist()
    return vectorizer(sentences).numpy()


# %% sementes tags=["fora-do-slide"]
keras.utils.set_random_seed(seed)

# %% modelo
vocabulary = vectorizer.get_vocabulary()
model = keras.Sequential([
    keras.Input(shape=(12,)),
    layers.Embedding(
        len(vocabulary),
        16,
        mask_zero=True,
    ),
    layers.LSTM(16),
    layers.Dense(1, activation="sigmoid"),
])

# %% treinar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    encode(train),
    train["positiva"],
    epochs=12,
    batch_size=64,
    validation_data=(encode(val), val["positiva"]),
    validation_batch_size=600,
    verbose=0,
)
curves = history.history

# %% medir tags=["fora-do-slide"]
parameters = model.count_params()
embedding_parameters = model.layers[0].count_params()
lstm_parameters = model.layers[1].count_params()


def predict(table):
    return model.predict(encode(table), batch_size=600, verbose=0)[:, 0]


right = (predict(test) > 0.5) == test["positiva"]
accuracy = float(right.mean())
by_kind = {
    kind: float(share)
    for kind, share in right.groupby(test["tipo"]).mean().items()
}
positive = predict(outside)
outside_right = (positive > 0.5) == outside["positiva"]
outside_accuracy = float(outside_right.mean())
outside_count = len(outside)
confidence = np.maximum(positive, 1 - positive)
outside_confidence = float(confidence.mean())
known = np.array([
    np.mean([word in vocabulary for word in sentence.split()])
    for sentence in outside["frase"]
])
unknown_share = float(1 - known.mean())

# %% fora
shown = [2, 3, 9, 13, 16, 23]
pd.DataFrame({
    "frase": outside["frase"][shown],
    "é": outside["positiva"][shown].map({1: "positiva", 0: "negativa"}),
    "a rede diz": [
        "positiva" if p > 0.5 else "negativa" for p in positive[shown]
    ],
    "confiança (%)": [100 * max(p, 1 - p) for p in positive[shown]],
}).set_index("frase")
