# %% [markdown]
# # `sequential` com minúscula
# Em Python, maiúscula e minúscula são letras diferentes. Classes começam com maiúscula.

# %% errado raises="ImportError" message="cannot import name 'sequential'"
from keras.models import sequential

# %% certo
from keras.models import Sequential
