# %% [markdown]
# # Exercício 20: a curva que sobe sozinha
# Solução: o modelo nasce dentro do laço. Fora dele, cada tamanho continua o treino do anterior.

# %% dados tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_val, y_train, y_val = train_test_split(
    X / 16, y, test_size=0.4, stratify=y, random_state=42
)


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


def score(model):
    answers = model.predict(X_val, verbose=0).argmax(axis=1)
    return float((answers == y_val).mean())


# %% errado
model = build_model()
wrong = []
for size in [128, 128, 512]:
    data = X_train[:size], y_train[:size]
    model.fit(*data, epochs=5, verbose=0)
    wrong.append(score(model))


# %% certo tags=["fora-do-slide", "lacuna"]
# right_curve(sizes): o mesmo laço, consertado: a lista das notas, uma por tamanho.
def right_curve(sizes):
    scores = []
    for size in sizes:
        data = X_train[:size], y_train[:size]
        model = build_model()
        model.fit(*data, epochs=5, verbose=0)
        scores.append(score(model))
    return scores


# %% medir tags=["fora-do-slide"]
sizes = [128, 128, 512]
right = right_curve(sizes)

# %% resposta
pd.DataFrame({
    "exemplos": sizes,
    "antes (%)": [100 * each for each in wrong],
    "depois (%)": [100 * each for each in right],
})
