# %% [markdown]
# # Relações não lineares
# Uma reta não acompanha uma relação curva. Uma rede pequena acompanha, e o conjunto de teste confirma.

# %% dados tags=["fora-do-slide"]
import numpy as np

rng = np.random.default_rng(42)
x = rng.uniform(-3, 3, size=400)
y = np.sin(2 * x) + 0.3 * x + rng.normal(scale=0.2, size=400)
X = x.reshape(-1, 1)
X_train, y_train = X[:200], y[:200]
X_test, y_test = X[200:], y[200:]

# %% reta tags=["fora-do-slide"]
from sklearn.linear_model import LinearRegression

linear = LinearRegression().fit(X_train, y_train)
line_r2 = float(linear.score(X_test, y_test))

# %% rede
import keras
from keras import layers

keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(1,)),
    layers.Dense(32, activation="relu"),
    layers.Dense(32, activation="relu"),
    layers.Dense(1),
])
adam = keras.optimizers.Adam(learning_rate=0.01)
model.compile(optimizer=adam, loss="mse")
model.fit(X_train, y_train, epochs=100, verbose=0)

# %% avaliacao tags=["fora-do-slide"]
from sklearn.metrics import r2_score

network_r2 = float(r2_score(y_test, model.predict(X_test, verbose=0)))

# %% grafico
import matplotlib.pyplot as plt

row = np.linspace(-3, 3, 200).reshape(-1, 1)
fig, ax = plt.subplots(figsize=(5.7, 4.1))
ax.scatter(X_test, y_test, s=16, color="0.7")
ax.plot(
    row,
    model.predict(row, verbose=0),
    color="C0",
    linewidth=3,
)
ax.plot(
    row,
    linear.predict(row),
    color="C5",
    linestyle="--",
    linewidth=3,
)
ax.set(
    xlabel="x",
    ylabel="y",
    xticks=range(-3, 4),
    yticks=[-1, 0, 1, 2],
    ylim=(-1.7, 2.1),
)
style = {"weight": 600, "fontsize": 16}
ax.text(-3, 1.4, f"rede: R² = {network_r2:.2f}", color="C0", **style)
ax.text(-3, 1.85, f"reta: R² = {line_r2:.2f}", color="C5", **style)
ax.set_title("Dados de teste, nunca vistos no treino")
