# %% [markdown]
# # O que `fit` faz a cada lote
# Um `train_step` escrito à mão dá os mesmos pesos que o do Keras.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(42)
X = rng.normal(size=(256, 3)).astype("float32")
y = X @ [[1.0], [-2.0], [0.5]] + 0.3


# %% passo
class ByHand(keras.Sequential):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            predicted = self(x, training=True)
            error = predicted - y
            loss = keras.ops.mean(error**2)
        weights = self.trainable_weights
        gradients = tape.gradient(loss, weights)
        self.optimizer.apply(gradients, weights)
        return {"perda": loss}


# %% treinar tags=["fora-do-slide"]
def train(kind):
    keras.utils.set_random_seed(42)
    model = kind([
        keras.Input(shape=(3,)),
        layers.Dense(8, activation="relu"),
        layers.Dense(1),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01), loss="mse"
    )
    history = model.fit(X, y, epochs=5, verbose=0)
    return model.get_weights(), history.history


# %% comparar
by_hand, own_history = train(ByHand)
usual, history = train(keras.Sequential)
same = all(map(np.allclose, by_hand, usual))
print("os mesmos pesos:", same)
