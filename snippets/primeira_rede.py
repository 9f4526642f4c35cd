# %% [markdown]
# # A primeira rede, do começo ao fim
# Prever a progressão do diabetes a partir de três medidas, ao lado de dois modelos simples.

# %% dados
from sklearn.datasets import load_diabetes
from sklearn.model_selection import train_test_split

table = load_diabetes(as_frame=True, scaled=False)
data = table.frame[["bmi", "bp", "s5", "target"]]
data.head(4)

# %% divisao
X = data[["bmi", "bp", "s5"]].to_numpy()
y = data["target"].to_numpy()

X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, random_state=42
)
X_train, X_val, y_train, y_val = train_test_split(
    X_train, y_train, test_size=0.25, random_state=42
)
print(len(X_train), len(X_val), len(X_test))

# %% antes tags=["fora-do-slide"]
import numpy as np
import pandas as pd

columns = ["bmi", "bp", "s5"]
before = X_train

# %% grafico_dados
import matplotlib.pyplot as plt

names = ["índice de massa corporal", "pressão média"]
names.append("log dos triglicerídeos")
fig, axes = plt.subplots(1, 3, figsize=(10.2, 3.6), sharey=True)
for i, ax in enumerate(axes):
    ax.scatter(X_train[:, i], y_train, s=18, alpha=0.7)
    r = pd.Series(X_train[:, i]).corr(pd.Series(y_train))
    ax.set_title(f"{columns[i]}: correlação {r:.2f}")
    ax.set(xlabel=names[i])
axes[0].set(ylabel="progressão em um ano")

# %% escala
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_val = scaler.transform(X_val)
X_test = scaler.transform(X_test)

# %% efeito_da_escala
fig, axes = plt.subplots(1, 2, figsize=(10.2, 2.3), sharey=True)
for ax, values, title in [
    (axes[0], before, "antes: média ± desvio"),
    (axes[1], X_train, "depois: média 0, desvio 1"),
]:
    for i in range(3):
        spread = np.linspace(-0.25, 0.25, len(values))
        ax.scatter(
            values[:, i], i + spread, s=10, alpha=0.5, color="C0"
        )
        ax.plot([values[:, i].mean()] * 2, [i - 0.4, i + 0.4], "C4-")
    ax.set_title(title)
for i in range(3):
    m, d = before[:, i].mean(), before[:, i].std()
    axes[0].text(146, i, f"{m:.1f} ± {d:.1f}", va="center")
axes[0].set_yticks(range(3), columns)
axes[0].invert_yaxis()
axes[0].set(xlim=(-5, 192))

# %% baseline
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

mean = DummyRegressor().fit(X_train, y_train)
linear = LinearRegression().fit(X_train, y_train)

for name, baseline in [("média", mean), ("linear", linear)]:
    mae = mean_absolute_error(y_val, baseline.predict(X_val))
    print(f"{name}: MAE de {mae:.1f}")

# %% modelo
import keras
from keras import layers

keras.utils.set_random_seed(42)

model = keras.Sequential([
    keras.Input(shape=(3,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1),
])

# %% compilar
adam = keras.optimizers.Adam(learning_rate=0.05)
model.compile(
    optimizer=adam,
    loss="mse",
    metrics=["mae"],
)

# %% treinar
history = model.fit(
    X_train,
    y_train,
    epochs=40,
    validation_data=(X_val, y_val),
    verbose=0,
)
print(list(history.history))

# %% curva
fig, ax = plt.subplots(figsize=(4.9, 3.7))
epochs = range(1, 41)
ax.plot(epochs, history.history["mae"])
ax.plot(epochs, history.history["val_mae"])
ax.set(
    xlabel="época", ylabel="erro absoluto médio (MAE)", ylim=(0, 170)
)
ax.set(xticks=[1, 10, 20, 30, 40], yticks=[0, 50, 100, 150])
style = {"weight": 600, "fontsize": 16}
ax.text(40, 56, "treino", color="C0", ha="right", **style)
ax.text(40, 24, "validação", color="C1", ha="right", **style)
ax.set_title("O erro cai e estabiliza")

# %% avaliar
results = model.evaluate(
    X_test,
    y_test,
    return_dict=True,
    verbose=0,
)
print(f"MSE: {results['loss']:.0f}")
print(f"MAE: {results['mae']:.1f}")

# %% prever
predictions = model.predict(
    X_test[:3],
    verbose=0,
)
print("formato:", predictions.shape)
print("previsto:", predictions[:, 0].round())
print("real:", y_test[:3])

# %% uso
# As medidas de hoje: bmi, bp, s5
new = np.array([[27.0, 90.0, 4.6]])

scaled = scaler.transform(new)
right = model.predict(scaled, verbose=0)
wrong = model.predict(new, verbose=0)
print(f"com a escala: {right[0, 0]:.0f}")
print(f"sem a escala: {wrong[0, 0]:.0f}")

# %% guardar
import joblib

model.save("rede.keras")
joblib.dump(scaler, "escala.joblib")

# %% ler_de_volta tags=["fora-do-slide"]
loaded = keras.models.load_model("rede.keras")
loaded_scaler = joblib.load("escala.joblib")
after = loaded.predict(loaded_scaler.transform(new), verbose=0)
same_after_loading = bool(np.allclose(after, right))
new_prediction, unscaled_prediction = right.item(), wrong.item()

# %% comparar
from sklearn.metrics import r2_score

forecasts = {
    "média": mean.predict(X_test),
    "regressão linear": linear.predict(X_test),
    "rede neural": model.predict(X_test, verbose=0)[:, 0],
}
comparison = pd.DataFrame({
    name: {
        "MAE": mean_absolute_error(y_test, predicted),
        "R²": r2_score(y_test, predicted),
    }
    for name, predicted in forecasts.items()
}).T.rename_axis("modelo")
comparison

# %% valores tags=["fora-do-slide"]
people = len(data)
curves = history.history
layers_list = [(c.units, c.activation.__name__) for c in model.layers]
parameters = model.count_params()
test_mae = comparison["MAE"].to_dict()
test_r2 = comparison["R²"].to_dict()
largest_target, smallest_target = float(y.max()), float(y.min())

# %% previsto_real
fig, ax = plt.subplots(figsize=(4.9, 4.1))
ax.scatter(y_test, forecasts["rede neural"], s=26)
ax.plot([25, 350], [25, 350], color="C4", linestyle="--")
ax.text(215, 265, "acerto exato →", ha="right")
ax.set(xlabel="real", ylabel="previsto", aspect="equal")
ax.set(xlim=(20, 350), ylim=(20, 350))
ax.set(xticks=[100, 200, 300], yticks=[100, 200, 300])
