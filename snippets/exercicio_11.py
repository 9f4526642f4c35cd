# %% [markdown]
# # Exercício 11: uma rede, duas saídas
# Solução: a API funcional com duas saídas, uma para o dígito e outra para dizer se ele é par.

# %% preparo tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_train, X_test, y_train, y_test = train_test_split(
    X / 16, y, test_size=0.3, stratify=y, random_state=42
)


# %% alvos tags=["fora-do-slide", "lacuna"]
# targets(y): um dicionário com os dois alvos, "digito" e "par".
def targets(y):
    return {"digito": y, "par": y % 2 == 0}


# %% rede tags=["fora-do-slide", "lacuna"]
# model: uma entrada, uma camada oculta densa, e duas saídas densas, "digito" e "par".
# Compile com uma perda e a acurácia para cada uma, e treine 15 épocas.
keras.utils.set_random_seed(42)
image = keras.Input(shape=(64,))
hidden = layers.Dense(32, activation="relu")(image)
digit = layers.Dense(10, activation="softmax", name="digito")(hidden)
even = layers.Dense(1, activation="sigmoid", name="par")(hidden)
model = keras.Model(image, {"digito": digit, "par": even})
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    loss={
        "digito": "sparse_categorical_crossentropy",
        "par": "binary_crossentropy",
    },
    metrics={"digito": ["accuracy"], "par": ["accuracy"]},
)
model.fit(X_train, targets(y_train), epochs=15, verbose=0)
# %% julgar tags=["fora-do-slide"]
results = model.evaluate(
    X_test, targets(y_test), return_dict=True, verbose=0
)
dense_names = [
    c.name for c in model.layers if isinstance(c, layers.Dense)
]
accuracy = {
    "dígito": results["digito_accuracy"],
    "par": results["par_accuracy"],
}

# %% resposta
pd.DataFrame({
    "saída": accuracy.keys(),
    "acurácia (%)": [100 * a for a in accuracy.values()],
})
