# %% [markdown]
# # O módulo `keras.wrappers.scikit_learn` saiu
# O módulo saiu do TensorFlow 2.13. O Keras 3.8 trouxe outro, com outros nomes.

# %% errado raises="ModuleNotFoundError" message="No module named 'keras.wrappers.scikit_learn'"
from keras.wrappers.scikit_learn import KerasClassifier

# %% certo
from keras.wrappers import SKLearnClassifier
