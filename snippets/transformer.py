# %% [markdown]
# # Um bloco de transformer, peça por peça
# Atenção, posição, conexão residual e normalização, em camadas do Keras; e o que cada peça vale nestas frases.

# %% parametros tags=["parameters", "fora-do-slide"] block=["completo", "sem posição", "sem atenção", "sem residual", "sem normalização"] seed=[42, 0, 1]
block = "completo"
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers, ops

df = pd.read_csv("data/opinioes.csv")
train, val, test = (
    df[df["conjunto"] == name]
    for name in ("treino", "validação", "teste")
)
vectorizer = layers.TextVectorization(output_sequence_length=12)
vectorizer.adapt(train["frase"].tolist())
vocabulary = vectorizer.get_vocabulary()


def encode(sentences):
    return vectorizer(list(sentences)).numpy()


keras.utils.set_random_seed(seed)


# %% bloco
def add_block(x):
    a = layers.LayerNormalization()(x)
    a = layers.MultiHeadAttention(2, 16)(a, a)
    x = layers.Add()([x, a])
    d = layers.LayerNormalization()(x)
    d = layers.Dense(64, activation="relu")(d)
    d = layers.Dense(32)(d)
    return layers.Add()([x, d])


# %% posicao
def add_position(x, tokens):
    used = ops.sign(tokens)
    order = ops.cumsum(used, axis=1)
    places = layers.Embedding(
        13,
        32,
        mask_zero=True,
    )
    p = places(order * used)
    return layers.Add()([x, p])


# %% entrada tags=["fora-do-slide"]
size = len(vocabulary)
tokens = keras.Input(shape=(12,))
words = layers.Embedding(size, 32, mask_zero=True)
x = words(tokens)


# %% montar tags=["fora-do-slide"]
def without(piece):
    """O mesmo bloco, sem uma das peças."""
    if piece == "completo":
        return add_block

    def add_part(x, part):
        y = x
        if piece != "sem normalização":
            y = layers.LayerNormalization()(y)
        y = part(y)
        return y if piece == "sem residual" else layers.Add()([x, y])

    def attend(y):
        return layers.MultiHeadAttention(2, 16)(y, y)

    def transform(y):
        return layers.Dense(32)(layers.Dense(64, activation="relu")(y))

    def block(x):
        if piece != "sem atenção":
            x = add_part(x, attend)
        return add_part(x, transform)

    return block


if block != "sem posição":
    x = add_position(x, tokens)
x = without(block)(x)
x = layers.GlobalAveragePooling1D()(x)
model = keras.Model(tokens, layers.Dense(1, activation="sigmoid")(x))

# %% treinar tags=["fora-do-slide"]
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.005),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    encode(train["frase"]),
    train["positiva"],
    epochs=12,
    batch_size=64,
    validation_data=(encode(val["frase"]), val["positiva"]),
    validation_batch_size=600,
    verbose=0,
)
curves = history.history

# %% medir tags=["fora-do-slide"]
parameters = model.count_params()


def predict(sentences):
    return model.predict(encode(sentences), batch_size=600, verbose=0)[
        :, 0
    ]


right = (predict(test["frase"]) > 0.5) == test["positiva"]
accuracy = float(right.mean())
by_kind = {
    kind: float(share)
    for kind, share in right.groupby(test["tipo"]).mean().items()
}
# Nestes tipos, as duas frases do par têm as mesmas palavras.
same_words = test["tipo"].isin([
    "correção",
    "par",
    "surpresa",
    "embora",
])
pair_accuracy = float(right[same_words].mean())
other_accuracy = float(right[~same_words].mean())
swapped = predict([
    "o filme é bom e não é chato",
    "o filme é chato e não é bom",
])
pair = [float(p) for p in swapped]

# A linha do padding pode ser qualquer uma: a máscara a deixa de fora.
table = words.get_weights()[0]
before = predict(test["frase"])
words.set_weights([np.where(np.arange(size)[:, None], table, 10.0)])
padding_effect = float(np.abs(predict(test["frase"]) - before).max())
words.set_weights([table])

# %% olhar tags=["fora-do-slide"]
sentences = [
    "não achei o filme ruim",
    "embora pareça bom, o filme é chato",
]
attention_layer = next(
    (
        each
        for each in model.layers
        if isinstance(each, layers.MultiHeadAttention)
    ),
    None,
)
maps, agreement, chance = [], 0.0, 0.0
said = [float(p) for p in predict(sentences)]
said_texts = {
    place: "positiva" if p > 0.5 else "negativa"
    for place, p in zip(("primeira", "segunda"), said, strict=True)
}
if block == "completo":
    inputs = keras.Model(tokens, attention_layer.input[0])

    def look(sentences):
        """Os pesos de atenção, (frases, cabeças, quem olha, quem é olhada)."""
        ids = encode(sentences)
        a = inputs.predict(ids, batch_size=600, verbose=0)
        mask = ids > 0
        scores = attention_layer(
            a,
            a,
            query_mask=mask,
            value_mask=mask,
            return_attention_scores=True,
        )[1]
        return np.array(scores)

    maps = look(sentences)
    # A palavra mais olhada é a que mais muda a resposta, quando some?
    sample = test["frase"].iloc[:200]
    ids = encode(sample)
    seen = look(sample).mean(axis=1)
    shown = ids > 0
    looked = (seen * shown[:, :, None]).sum(axis=1)
    answer = model.predict(ids, batch_size=600, verbose=0)[:, 0]
    effect = np.zeros(ids.shape)
    for k in range(ids.shape[1]):
        hidden = ids.copy()
        hidden[:, k] = np.where(shown[:, k], 1, 0)  # vira [UNK]
        changed = model.predict(hidden, batch_size=600, verbose=0)[:, 0]
        effect[:, k] = np.abs(changed - answer) * shown[:, k]
    agreement = float(
        np.mean(looked.argmax(axis=1) == effect.argmax(axis=1))
    )
    chance = float(np.mean(1 / shown.sum(axis=1)))

# %% mapa
import matplotlib.pyplot as plt

fig, axes = plt.subplots(1, 2, figsize=(10.2, 3.7))
for ax, sentence, scores in zip(axes, sentences, maps, strict=False):
    names = sentence.replace(",", "").split()
    shown_map = scores.mean(axis=0)[: len(names), : len(names)]
    ax.imshow(shown_map, cmap="Blues", vmin=0, vmax=0.6)
    ax.set_xticks(range(len(names)), names, rotation=40, ha="right")
    ax.set_yticks(range(len(names)), names)
    ax.tick_params(labelsize=14, length=0)
    ax.grid(visible=False)
    ax.spines[:].set_visible(False)
    for row in range(len(names)):
        for column in range(len(names)):
            share = shown_map[row, column]
            ax.text(
                column,
                row,
                f"{100 * share:.0f}",
                ha="center",
                va="center",
                fontsize=12,
                color="white" if share > 0.35 else "C4",
            )
