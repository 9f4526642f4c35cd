# %% [markdown]
# # As versões deste deck
# Tudo o que os slides mostram foi produzido com estas versões.

# %% versoes
import platform
from importlib.metadata import version

import pandas as pd

pacotes = [
    "keras",
    "tensorflow",
    "numpy",
    "pandas",
    "scikit-learn",
    "matplotlib",
]
versoes = {"Python": platform.python_version()}
versoes |= {pacote: version(pacote) for pacote in pacotes}
pd.DataFrame({"versão": versoes}).rename_axis("pacote")
