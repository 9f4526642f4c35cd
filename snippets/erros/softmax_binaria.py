# %% [markdown]
# # Softmax com perda binária
# Roda sem aviso e mede outra coisa: com 3 classes, a perda de quem chuta é ln 3, cerca de 1,1.

# %% preparo tags=["fora-do-slide"]
import numpy as np
from keras.losses import binary_crossentropy, categorical_crossentropy

alvo = np.eye(3)  # um exemplo de cada classe, em one-hot
chute = np.full((3, 3), 1 / 3)

# %% errado effect="perda < 1"
perda = binary_crossentropy(alvo, chute)
perda = float(perda[0])
print(f"perda de quem chuta: {perda:.2f}")

# %% certo
perda = categorical_crossentropy(alvo, chute)
perda = float(perda[0])
print(f"perda de quem chuta: {perda:.2f}")
