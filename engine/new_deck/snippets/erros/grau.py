# %% errado raises="TypeError" message="missing 1 required positional argument: 'deg'"
import numpy as np

reta = np.polyfit([0, 1, 2], [1, 3, 5])

# %% certo
import numpy as np

reta = np.polyfit([0, 1, 2], [1, 3, 5], deg=1)
