# %% [markdown]
# # Uma divisão só não decide
# A mesma comparação em cinco divisões dos dados: a ordem entre a rede e a reta muda com a sorte.

# %% divisoes tags=["fora-do-slide"]
import keras
import pandas as pd
from keras import layers
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

data = load_diabetes(as_frame=True, scaled=False).frame
X = data[["bmi", "bp", "s5"]].to_numpy()
y = data["target"].to_numpy()
rows = []
for seed in range(5):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.2, random_state=seed
    )
    scaler = StandardScaler().fit(X_train)
    X_train, X_test = (
        scaler.transform(X_train),
        scaler.transform(X_test),
    )
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.05), loss="mse"
    )
    model.fit(X_train, y_train, epochs=40, verbose=0)
    linear = LinearRegression().fit(X_train, y_train)
    predictions = {
        "média": [y_train.mean()] * len(y_test),
        "regressão linear": linear.predict(X_test),
        "rede neural": model.predict(X_test, verbose=0)[:, 0],
    }
    rows.append({
        name: mean_absolute_error(y_test, predicted)
        for name, predicted in predictions.items()
    })
errors = pd.DataFrame(rows)

# %% contagem tags=["fora-do-slide"]
splits = len(errors)
network_wins = int(
    (errors["rede neural"] < errors["regressão linear"]).sum()
)
differences = (errors["rede neural"] - errors["regressão linear"]).abs()
largest_difference = float(differences.max())

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.1))
markers = {
    "média": {"color": "C5", "marker": "s", "s": 90},
    "regressão linear": {
        "edgecolors": "C5",
        "color": "none",
        "s": 330,
        "lw": 3,
    },
    "rede neural": {"color": "C0", "marker": "^", "s": 90},
}
for name, marker in markers.items():
    ax.scatter(errors[name], errors.index + 1, **marker)
for name, color, gap, align in [
    ("média", "C5", 0, "center"),
    ("regressão linear", "C5", 1.6, "right"),
    ("rede neural", "C0", -1.6, "left"),
]:
    ax.text(
        errors[name][0] - gap,
        1 if gap else 0.72,
        name,
        color=color,
        weight=600,
        fontsize=15,
        ha=align,
        va="center" if gap else "bottom",
    )
ax.set(xlabel="MAE no teste", ylabel="divisão dos dados")
ax.set(yticks=range(1, 6), ylim=(5.5, 0.3), xlim=(32, 70))
