# %% [markdown]
# # Preparar
# Instalar os pacotes, conferir as versões e fazer um neurônio responder.

# %% instalar
import keras
import matplotlib
import pandas
import sklearn
import tensorflow

modules = {
    "keras": keras,
    "tensorflow": tensorflow,
    "scikit-learn": sklearn,
    "pandas": pandas,
    "matplotlib": matplotlib,
}


def pinned(*packages):
    names = [
        f"{name}=={modules[name].__version__}" for name in packages
    ]
    return " ".join(names)


print("pip install", pinned("keras", "tensorflow"))
print("pip install", pinned("scikit-learn", "pandas"))
print("pip install", pinned("matplotlib"))

# %% primeira
import keras
import numpy as np

neuron = keras.layers.Dense(1)
x = np.array([[1.0, 2.0, 3.0]])
answer = neuron(x)

print("Keras", keras.version())
print("forma:", tuple(answer.shape))
