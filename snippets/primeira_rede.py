# %% [markdown]
# # A primeira rede, do começo ao fim
# Prever a progressão do diabetes a partir de três medidas, ao lado de dois modelos simples.

# %% dados
from sklearn.datasets import load_diabetes

data = load_diabetes(as_frame=True, scaled=False)
dados = data.frame[["bmi", "bp", "s5", "target"]]
dados.head(4)

# %% grafico_dados
import matplotlib.pyplot as plt

nomes = {"bmi": "índice de massa corporal", "bp": "pressão média"}
nomes["s5"] = "log dos triglicerídeos"
fig, eixos = plt.subplots(1, 3, figsize=(10.2, 3.5), sharey=True)
for ax, (coluna, nome) in zip(eixos, nomes.items(), strict=True):
    ax.scatter(dados[coluna], dados["target"], s=18, alpha=0.7)
    r = dados[coluna].corr(dados["target"])
    ax.set_title(f"{coluna}: correlação {r:.2f}")
    ax.set(xlabel=nome)
eixos[0].set(ylabel="progressão em um ano")

# %% divisao
from sklearn.model_selection import train_test_split

X = dados[["bmi", "bp", "s5"]].to_numpy()
y = dados["target"].to_numpy()

X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, random_state=42
)
X_train, X_val, y_train, y_val = train_test_split(
    X_train, y_train, test_size=0.25, random_state=42
)
print(len(X_train), len(X_val), len(X_test))

# %% antes tags=["fora-do-slide"]
import pandas as pd

colunas = ["bmi", "bp", "s5"]
antes = pd.DataFrame(X_train, columns=colunas).agg(["mean", "std"])

# %% escala
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_val = scaler.transform(X_val)
X_test = scaler.transform(X_test)

# %% efeito_da_escala
depois = pd.DataFrame(X_train, columns=colunas).agg(["mean", "std"])
resumo = pd.DataFrame({
    "média antes": antes.loc["mean"],
    "desvio antes": antes.loc["std"],
    "média depois": depois.loc["mean"],
    "desvio depois": depois.loc["std"],
})
resumo.rename_axis("coluna")

# %% baseline
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

mean = DummyRegressor().fit(X_train, y_train)
linear = LinearRegression().fit(X_train, y_train)

for name, baseline in [("média", mean), ("linear", linear)]:
    mae = mean_absolute_error(y_val, baseline.predict(X_val))
    print(f"{name}: erro médio de {mae:.1f}")

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
fig, ax = plt.subplots(figsize=(5.7, 4.3))
epocas = range(1, 41)
ax.plot(epocas, history.history["mae"], label="treino")
ax.plot(epocas, history.history["val_mae"], label="validação")
ax.set(xlabel="época", ylabel="erro médio (MAE)", ylim=(0, 170))
ax.set(xticks=[1, 10, 20, 30, 40], yticks=[0, 50, 100, 150])
ax.legend(fontsize=14)
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

# %% comparar
from sklearn.metrics import r2_score

previsoes = {
    "média": mean.predict(X_test),
    "regressão linear": linear.predict(X_test),
    "rede neural": model.predict(X_test, verbose=0)[:, 0],
}
comparacao = pd.DataFrame({
    nome: {
        "erro médio (MAE)": mean_absolute_error(y_test, previsto),
        "R²": r2_score(y_test, previsto),
    }
    for nome, previsto in previsoes.items()
}).T.rename_axis("modelo")
comparacao

# %% valores tags=["fora-do-slide"]
pessoas = len(dados)
curvas = history.history
camadas = [(c.units, c.activation.__name__) for c in model.layers]
parametros = model.count_params()
mae_no_teste = comparacao["erro médio (MAE)"].to_dict()
r2_no_teste = comparacao["R²"].to_dict()
maior_alvo, menor_alvo = float(y.max()), float(y.min())

# %% previsto_real
fig, ax = plt.subplots(figsize=(4.9, 4.3))
ax.scatter(y_test, previsoes["rede neural"], s=26)
ax.plot([25, 350], [25, 350], color="C4", linestyle="--")
ax.text(215, 265, "acerto exato →", ha="right")
ax.set(xlabel="real", ylabel="previsto", aspect="equal")
ax.set(xlim=(20, 350), ylim=(20, 350))
ax.set(xticks=[100, 200, 300], yticks=[100, 200, 300])
