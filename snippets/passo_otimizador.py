# %% [markdown]
# # Dois passos de cada otimizador, à mão
# Um peso, dois gradientes: a conta de cada otimizador, e a do Keras ao lado.

# %% parametros tags=["parameters", "fora-do-slide"] times=[1, 100, 0.01]
times = 1

# %% contas tags=["fora-do-slide"]
import keras
import numpy as np

rate = 0.1
gradients = [4 * times, 2 * times]
first_gradient, second_gradient = gradients


def sgd(g, t, state):
    return -rate * g


def momentum(g, t, state):
    state["v"] = 0.9 * state.get("v", 0) - rate * g
    return state["v"]


def rmsprop(g, t, state):
    state["s"] = 0.9 * state.get("s", 0) + 0.1 * g**2
    return -rate * g / np.sqrt(state["s"])


def adam(g, t, state):
    state["m"] = 0.9 * state.get("m", 0) + 0.1 * g
    state["s"] = 0.999 * state.get("s", 0) + 0.001 * g**2
    # No começo as médias são pequenas demais: corrige-se o tamanho.
    m, s = state["m"] / (1 - 0.9**t), state["s"] / (1 - 0.999**t)
    return -rate * m / np.sqrt(s)


def steps_by_hand(rule):
    state = {}
    return [
        float(rule(g, t, state)) for t, g in enumerate(gradients, 1)
    ]


by_hand = {
    rule.__name__: steps_by_hand(rule)
    for rule in (sgd, momentum, rmsprop, adam)
}

# %% conferir tags=["fora-do-slide"]


def steps_of_keras(optimizer):
    weight = keras.Variable(0.0)
    places = [0.0]
    for g in gradients:
        optimizer.apply(
            [keras.ops.convert_to_tensor(float(g))], [weight]
        )
        places.append(float(weight.numpy()))
    return [float(step) for step in np.diff(places)]


by_keras = {
    "sgd": steps_of_keras(keras.optimizers.SGD(learning_rate=rate)),
    "momentum": steps_of_keras(
        keras.optimizers.SGD(learning_rate=rate, momentum=0.9)
    ),
    "rmsprop": steps_of_keras(
        keras.optimizers.RMSprop(learning_rate=rate)
    ),
    "adam": steps_of_keras(keras.optimizers.Adam(learning_rate=rate)),
}
first = {name: steps[0] for name, steps in by_hand.items()}
second = {name: steps[1] for name, steps in by_hand.items()}

# %% comparar
difference = np.subtract(
    list(by_hand.values()), list(by_keras.values())
)
print(f"maior diferença para o Keras: {abs(difference).max():.6f}")
