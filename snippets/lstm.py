# %% [markdown]
# # LSTM em uma série real
# As manchas do Sol de cada ano, previstas a partir dos onze anos anteriores.

# %% parametros tags=["fora-do-slide", "parameters"] seed=[42, 0, 1]
seed = 42

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
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
windows = [series[i : i + size] for i in starts]
X = np.array(windows)[..., None]
y = series[size:]
target_year = years[size:]

train = target_year <= 1920
val = (target_year > 1920) & (target_year <= 1955)
test = target_year > 1955
print(X[train].shape, X[val].shape, X[test].shape)

# %% desenho_janelas
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(4.1, 3.5))
stretch = slice(0, 26)
ax.plot(
    years[stretch],
    values[stretch],
    color="C4",
    linestyle="-",
    marker="o",
    markersize=5,
    linewidth=1.8,
)
for start, height, color in [
    (0, 128, "C0"),
    (5, 140, "C1"),
    (10, 152, "C2"),
]:
    ax.plot(
        [years[start] - 0.4, years[start + size - 1] + 0.4],
        [height, height],
        color=color,
        linestyle="-",
        linewidth=8,
        solid_capstyle="butt",
    )
    ax.scatter(
        [years[start + size]],
        [height],
        s=130,
        color=color,
        marker="*",
        zorder=3,
    )
    ax.scatter(
        [years[start + size]],
        [values[start + size]],
        s=220,
        color=color,
        marker="*",
        zorder=3,
    )
ax.set(
    xlabel="ano",
    ylabel="manchas do Sol",
    ylim=(-4, 160),
    yticks=[0, 40, 80],
)
ax.set(xticks=[1700, 1710, 1720])

# %% modelo
keras.utils.set_random_seed(seed)
model = keras.Sequential([
    keras.Input(shape=(size, 1)),
    layers.LSTM(16),
    layers.Dense(1),
])
adam = keras.optimizers.Adam(learning_rate=0.01)
model.compile(optimizer=adam, loss="mse")

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
forecast = top * model.predict(X[test], verbose=0)[:, 0]
truth = values[size:][test]
window = values[
    np.arange(len(values) - size)[:, None] + np.arange(size)
]
linear = LinearRegression().fit(window[train], values[size:][train])
forecasts = {
    "média do treino": np.full(
        len(truth), values[years <= 1920].mean()
    ),
    "há 11 anos": window[test][:, 0],
    "ano passado": window[test][:, -1],
    "AR linear": linear.predict(window[test]),
    "LSTM": forecast,
}
errors = {
    name: float(np.mean(np.abs(predicted - truth)))
    for name, predicted in forecasts.items()
}
test_years = int(test.sum())
parameters = model.count_params()

# %% previsao
fig, (bars, ax) = plt.subplots(
    1, 2, figsize=(10.2, 3.1), width_ratios=[2, 3]
)
colors = ["C5", "C5", "C5", "C5", "C0"]
drawn = bars.barh(
    list(errors), list(errors.values()), height=0.62, color=colors
)
bars.bar_label(
    drawn, [f"{e:.1f}" for e in errors.values()], padding=6, fontsize=15
)
bars.plot([27, 30, 30, 27], [4, 4, 3, 3], color="C4", linestyle="-")
bars.text(32, 3.5, "empate", va="center", weight=600, fontsize=16)
bars.set(xlim=(0, 58), xticks=[0, 25, 50], xlabel="MAE no teste")
bars.invert_yaxis()
bars.grid(axis="y", visible=False)
ax.plot(
    target_year[test],
    truth,
    color="C4",
    linestyle="-",
    marker="o",
    markersize=5,
    linewidth=1.8,
)
ax.plot(target_year[test], forecast, color="C0", linewidth=3.4)
ax.plot(
    target_year[test],
    forecasts["ano passado"],
    color="C5",
    linestyle=":",
    linewidth=2.6,
)
ax.set(xlabel="ano", ylabel="manchas do Sol", ylim=(0, 240))
for year, name, color in [
    (1966, "verdade", "C4"),
    (1983, "LSTM", "C0"),
    (1993, "ano passado", "C5"),
]:
    ax.text(year, 222, name, color=color, weight=600, fontsize=15)
