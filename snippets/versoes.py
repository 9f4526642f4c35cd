# %% [markdown]
# # As versões deste deck
# Tudo o que os slides mostram foi produzido com estas versões.

# %% versoes
import platform

import keras
import matplotlib
import numpy as np
import pandas as pd
import sklearn
import tensorflow as tf

versions = {
    "Python": platform.python_version(),
    "keras": keras.__version__,
    "tensorflow": tf.__version__,
    "numpy": np.__version__,
    "pandas": pd.__version__,
    "scikit-learn": sklearn.__version__,
    "matplotlib": matplotlib.__version__,
}
pd.DataFrame({"versão": versions}).rename_axis("pacote")
