# %% preparo tags=["fora-do-slide"]
import numpy as np

# %% errado raises="TypeError" message="missing 1 required positional argument: 'deg'"
reta = np.polyfit([0, 1, 2], [1, 3, 5])

# %% certo
reta = np.polyfit([0, 1, 2], [1, 3, 5], deg=1)
