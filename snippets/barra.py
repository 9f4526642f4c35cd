# %% [markdown]
# # A barra de progresso
# O que o Keras escreve durante o `fit`, se ninguém pede silêncio: a rede do diabetes, em três épocas.

# %% dados tags=["fora-do-slide"]
import io
import re
import sys

import keras
from keras import layers
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

X, y = load_diabetes(return_X_y=True)
X = X[:, [2, 3, 8]]
X_train, X_val, y_train, y_val = train_test_split(
    X, y, test_size=0.4, random_state=42
)
scaler = StandardScaler().fit(X_train)
X_train, X_val = scaler.transform(X_train), scaler.transform(X_val)
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1),
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.05),
    loss="mse",
)

# Os tempos da barra mudam a cada execução: a tela é lida, e mostrada sem eles.
notebook, screen = sys.stdout, io.StringIO()
sys.stdout = screen

# %% treinar
model.fit(X_train, y_train, epochs=3, validation_data=(X_val, y_val))

# %% voltar tags=["fora-do-slide"]
sys.stdout = notebook

# %% tela
for line in screen.getvalue().rstrip().split("\n"):
    shown = re.sub(r"\x1b\[\d*m", "", line.split("\r")[-1])
    print(re.sub(r"\S+ \S+/step - ", "", shown))

# %% valores tags=["fora-do-slide"]
curves = model.history.history
steps = int(model.optimizer.iterations)
shown_losses = [
    float(loss)
    for loss in re.findall(
        r"- loss: (\S+) - val_loss", screen.getvalue()
    )
]
del line, shown  # têm os tempos
