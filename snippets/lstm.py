# %% [markdown]
# # LSTM em uma série real
# As manchas do Sol de cada ano, previstas a partir dos onze anos anteriores.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.linear_model import LinearRegression
from statsmodels.api import datasets

sunspots = datasets.sunspots.load_pandas().data
years = sunspots["YEAR"].to_numpy().astype(int)
values = sunspots["SUNACTIVITY"].to_numpy()

# A escala vem só do treino.
top = values[years <= 1920].max()
series = (values / top).astype("float32")

# %% janelas
size = 11
starts = range(len(series) - size)
X = np.array([series[i : i + size] for i in starts])
X = X[..., None]  # exemplos, passos, colunas
y = series[size:]
target_year = years[size:]

train = target_year <= 1920
val = (target_year > 1920) & (target_year <= 1955)
test = target_year > 1955
print(X[train].shape, X[val].shape, X[test].shape)

# %% desenho_janelas
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.1, 3.8))
trecho = slice(0, 26)
ax.plot(
    years[trecho],
    values[trecho],
    color="C4",
    linestyle="-",
    marker="o",
    markersize=5,
    linewidth=1.8,
)
for inicio, altura, cor in [
    (0, 82, "C0"),
    (5, 94, "C1"),
    (10, 106, "C2"),
]:
    ax.plot(
        [years[inicio] - 0.4, years[inicio + size - 1] + 0.4],
        [altura, altura],
        color=cor,
        linestyle="-",
        linewidth=8,
        solid_capstyle="butt",
    )
    ax.scatter(
        [years[inicio + size]],
        [altura],
        s=130,
        color=cor,
        marker="*",
        zorder=3,
    )
    ax.scatter(
        [years[inicio + size]],
        [values[inicio + size]],
        s=220,
        color=cor,
        marker="*",
        zorder=3,
    )
ax.set(xlabel="ano", ylabel="manchas do Sol", ylim=(-4, 114))
ax.set(xticks=[1700, 1710, 1720])

# %% modelo
keras.utils.set_random_seed(42)
model = keras.Sequential([
    keras.Input(shape=(size, 1)),
    layers.LSTM(16),
    layers.Dense(1),
])
adam = keras.optimizers.Adam(learning_rate=0.01)
model.compile(adam, loss="mse", metrics=["mae"])

# %% treinar
stop = keras.callbacks.EarlyStopping(
    patience=20,
    restore_best_weights=True,
)
model.fit(
    X[train],
    y[train],
    epochs=80,
    batch_size=16,
    validation_data=(X[val], y[val]),
    callbacks=[stop],
    verbose=0,
)

# %% comparar tags=["fora-do-slide"]
forecast = top * np.array(model(X[test]))[:, 0]
verdade = values[size:][test]
janela = values[
    np.arange(len(values) - size)[:, None] + np.arange(size)
]
linear = LinearRegression().fit(janela[train], values[size:][train])
previsoes = {
    "média do treino": np.full(
        len(verdade), values[years <= 1920].mean()
    ),
    "há 11 anos": janela[test][:, 0],
    "ano passado": janela[test][:, -1],
    "AR linear": linear.predict(janela[test]),
    "LSTM": forecast,
}
erros = {
    nome: float(np.mean(np.abs(previsto - verdade)))
    for nome, previsto in previsoes.items()
}
anos_de_teste = int(test.sum())
parametros = model.count_params()

# %% tabela
pd.DataFrame({"erro médio (MAE)": erros}).rename_axis("previsão")

# %% previsao
fig, ax = plt.subplots(figsize=(10.2, 3.75))
ax.plot(
    target_year[test],
    verdade,
    color="C4",
    linestyle="-",
    marker="o",
    markersize=5,
    linewidth=1.8,
    label="verdade",
)
ax.plot(
    target_year[test], forecast, color="C0", linewidth=3.4, label="LSTM"
)
ax.plot(
    target_year[test],
    previsoes["ano passado"],
    color="C1",
    linestyle=":",
    linewidth=2.4,
    label="ano passado",
)
ax.set(xlabel="ano", ylabel="manchas do Sol", ylim=(0, 240))
ax.legend(fontsize=15, ncols=3, loc="upper right")
