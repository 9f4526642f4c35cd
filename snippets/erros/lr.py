# %% [markdown]
# # `lr` agora é `learning_rate`
# O Keras 3 recusa o nome antigo. O TensorFlow 2.11 avisava, e o ignorava.

# %% preparo tags=["fora-do-slide"]
from keras import optimizers

# %% errado raises="ValueError" message="not recognized: [{]'lr'"
optimizer = optimizers.Adam(lr=0.001)

# %% certo
optimizer = optimizers.Adam(learning_rate=0.001)
