# %% [markdown]
# # LoRA: ajustar uma rede sem mexer nela
# A tabela original fica congelada; aprende-se uma correção, produto de duas matrizes finas.

# %% parametros tags=["parameters", "fora-do-slide"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X_old, X_rest, y_old, y_rest = train_test_split(
    X / 16, y, train_size=900, stratify=y, random_state=seed
)
# A tarefa nova: os mesmos dígitos, um pixel ao lado. Poucos exemplos.
X_rest = np.roll(X_rest.reshape(-1, 8, 8), 1, axis=2).reshape(-1, 64)
X_new, X_test, y_new, y_test = train_test_split(
    X_rest,
    y_rest,
    train_size=200,
    stratify=y_rest,
    random_state=seed,
)
keras.utils.set_random_seed(seed)


# %% base tags=["fora-do-slide"]
def compile_and_fit(network, X, y, epochs):
    network.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.003),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    network.fit(X, y, epochs=epochs, verbose=0)


def accuracy_of(network):
    return network.evaluate(
        X_test, y_test, batch_size=800, return_dict=True, verbose=0
    )["accuracy"]


def trainable(network):
    return sum(int(np.prod(w.shape)) for w in network.trainable_weights)


model = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(256, activation="relu"),
    layers.Dense(256, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
compile_and_fit(model, X_old, y_old, 12)
accuracy = {"sem ajuste": accuracy_of(model)}
numbers = {"sem ajuste": 0}
full = keras.models.clone_model(model)
full.set_weights(model.get_weights())
compile_and_fit(full, X_new, y_new, 20)
accuracy["ajuste fino inteiro"] = accuracy_of(full)
numbers["ajuste fino inteiro"] = trainable(full)
layer = model.layers[1]
kernel_before = np.array(layer.kernel)
answers_before = model.predict(X_test, verbose=0)

# %% lora
for layer in model.layers[:2]:
    layer.enable_lora(rank=4)
model.layers[2].trainable = False

# %% treinar tags=["fora-do-slide"]
answers_after = model.predict(X_test, verbose=0)
layer = model.layers[1]
inside = {
    w.name: "×".join(map(str, w.shape)) for w in layer.trainable_weights
}
frozen = np.array(layer._kernel)
compile_and_fit(model, X_new, y_new, 20)
frozen_unchanged = bool(np.array_equal(frozen, np.array(layer._kernel)))
accuracy["LoRA"] = accuracy_of(model)
numbers["LoRA"] = trainable(model)
counts = {
    "lora": numbers["LoRA"],
    "inteiro": numbers["ajuste fino inteiro"],
}
share = numbers["LoRA"] / numbers["ajuste fino inteiro"]
accuracies = {
    "sem": accuracy["sem ajuste"],
    "inteiro": accuracy["ajuste fino inteiro"],
    "lora": accuracy["LoRA"],
}
start_difference = float(np.abs(answers_after - answers_before).max())
