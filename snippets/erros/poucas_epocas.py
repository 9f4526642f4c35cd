# %% [markdown]
# # Parar antes de aprender
# Com dez épocas, a perda ainda caía quando o treino acabou.

# %% preparo tags=["fora-do-slide"]
import keras
from keras import layers
from sklearn.datasets import make_moons

X, y = make_moons(200, noise=0.1, random_state=0)


def build_model():
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(2,)),
        layers.Dense(16, activation="tanh"),
        layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    return model


# %% errado effect="accuracy < 0.92"
model = build_model()
history = model.fit(X, y, epochs=10, verbose=0)
accuracy = history.history["accuracy"][-1]
print(f"acurácia no treino: {accuracy:.2f}")

# %% certo
model = build_model()
history = model.fit(X, y, epochs=150, verbose=0)
accuracy = history.history["accuracy"][-1]
print(f"acurácia no treino: {accuracy:.2f}")
