# %% [markdown]
# # As versões deste deck
# Tudo o que os slides mostram foi produzido com estas versões.

# %% versoes
import platform
from importlib.metadata import version

import pandas as pd

packages = [
    "keras",
    "tensorflow",
    "numpy",
    "pandas",
    "scikit-learn",
    "matplotlib",
]
versions = {"Python": platform.python_version()}
versions |= {package: version(package) for package in packages}
pd.DataFrame({"versão": versions}).rename_axis("pacote")
