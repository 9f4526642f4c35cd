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

dados = load_diabetes(as_frame=True, scaled=False).frame
X = dados[["bmi", "bp", "s5"]].to_numpy()
y = dados["target"].to_numpy()
linhas = []
for semente in range(5):
    X_train, X_test, y_train, y_test = train_test_split(
        X, y, test_size=0.2, random_state=semente
    )
    scaler = StandardScaler().fit(X_train)
    X_train, X_test = (
        scaler.transform(X_train),
        scaler.transform(X_test),
    )
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(3,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile(keras.optimizers.Adam(0.1), "mse")
    model.fit(X_train, y_train, epochs=12, batch_size=32, verbose=0)
    linear = LinearRegression().fit(X_train, y_train)
    previstos = {
        "média": [y_train.mean()] * len(y_test),
        "regressão linear": linear.predict(X_test),
        "rede neural": model(X_test).numpy()[:, 0],
    }
    linhas.append({
        nome: mean_absolute_error(y_test, previsto)
        for nome, previsto in previstos.items()
    })
erros = pd.DataFrame(linhas)

# %% contagem tags=["fora-do-slide"]
divisoes = len(erros)
rede_venceu = int(
    (erros["rede neural"] < erros["regressão linear"]).sum()
)
diferencas = (erros["rede neural"] - erros["regressão linear"]).abs()
maior_diferenca = float(diferencas.max())

# %% grafico
import matplotlib.pyplot as plt

fig, ax = plt.subplots(figsize=(5.7, 4.3))
marcas = {
    "média": {"color": "C4", "marker": "s", "s": 90},
    "regressão linear": {
        "edgecolors": "C1",
        "color": "none",
        "s": 330,
        "lw": 3,
    },
    "rede neural": {"color": "C0", "marker": "^", "s": 90},
}
for nome, marca in marcas.items():
    ax.scatter(erros[nome], erros.index + 1, label=nome, **marca)
ax.legend(
    loc="lower center",
    bbox_to_anchor=(0.46, 1),
    ncols=3,
    handletextpad=0.1,
    columnspacing=1,
    markerscale=0.7,
)
ax.set(xlabel="erro médio no teste (MAE)", ylabel="divisão dos dados")
ax.set(yticks=range(1, 6), ylim=(5.5, 0.5), xlim=(35, 70))
