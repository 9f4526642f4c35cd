# %% [markdown]
# # Autoencoder: comprimir para aprender
# Uma rede que copia dígitos, passando por um aperto no meio, comparada com a PCA de mesmo tamanho.

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split

X, y = load_digits(return_X_y=True)
X = (X / 16).astype("float32")
X_train, X_test, _, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=42
)
X_train, X_val = train_test_split(
    X_train, test_size=0.25, random_state=42
)


# %% modelo
def build_autoencoder(size):
    keras.utils.set_random_seed(42)
    model = keras.Sequential([
        keras.Input(shape=(64,)),
        layers.Dense(128, activation="relu"),
        layers.Dense(size),
        layers.Dense(128, activation="relu"),
        layers.Dense(64, activation="sigmoid"),
    ])
    adam = keras.optimizers.Adam(learning_rate=0.01)
    model.compile(adam, loss="mse")
    return model


# %% treinar
model = build_autoencoder(8)
model.fit(
    X_train,
    X_train,
    epochs=20,
    batch_size=64,
    validation_data=(X_val, X_val),
    verbose=0,
)

# %% comparar tags=["fora-do-slide"]
reconstrucao = {"autoencoder": np.array(model(X_test))}


def erro(imagens, copias):
    return float(np.mean((imagens - copias) ** 2))


modelos, linhas = {8: model}, {}
for tamanho in [2, 8, 16]:
    if tamanho not in modelos:
        modelos[tamanho] = build_autoencoder(tamanho)
        modelos[tamanho].fit(
            X_train, X_train, epochs=20, batch_size=64, verbose=0
        )
    pca = PCA(tamanho).fit(X_train)
    copia = pca.inverse_transform(pca.transform(X_test))
    if tamanho == 8:
        reconstrucao["PCA"] = copia
    linhas[tamanho] = {
        "PCA": erro(X_test, copia),
        "autoencoder": erro(X_test, np.array(modelos[tamanho](X_test))),
    }
media = erro(X_test, X_train.mean(axis=0))

# Sem camadas ocultas nem ativação, o autoencoder é linear.
keras.utils.set_random_seed(42)
linear = keras.Sequential([
    keras.Input(shape=(64,)),
    layers.Dense(8),
    layers.Dense(64),
])
linear.compile(keras.optimizers.Adam(0.02), "mse")
linear.fit(X_train, X_train, epochs=20, batch_size=64, verbose=0)
erro_linear = erro(X_test, np.array(linear(X_test)))
erro_pca = linhas[8]["PCA"]

# %% tabela
pd.DataFrame(linhas).T.rename_axis("números no código")

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Polygon

exemplo = 0
codificador = keras.Sequential(model.layers[:2])
codigo = np.array(codificador(X_test))[exemplo]

fig, ax = plt.subplots(figsize=(10.2, 3.3))
ax.set(xlim=(0, 20.4), ylim=(-3.9, 2.4))
ax.set_aspect("equal")
ax.set_axis_off()
ax.grid(False)
for x, imagem in [
    (0.2, X_test[exemplo]),
    (15.8, reconstrucao["autoencoder"][exemplo]),
]:
    ax.imshow(
        imagem.reshape(8, 8),
        cmap="gray_r",
        extent=(x, x + 4.4, -2.2, 2.2),
        vmin=0,
        vmax=1,
    )
    ax.plot(
        [x, x + 4.4, x + 4.4, x, x],
        [-2.2, -2.2, 2.2, 2.2, -2.2],
        color="0.55",
        linestyle="-",
        linewidth=1.5,
    )
for cor, pontos in [
    ("C0", [(5.4, -2.2), (5.4, 2.2), (8.6, 1.2), (8.6, -1.2)]),
    ("C1", [(15, -2.2), (15, 2.2), (11.8, 1.2), (11.8, -1.2)]),
]:
    ax.add_patch(
        Polygon(pontos, facecolor=cor, alpha=0.18, edgecolor="none")
    )
    ax.add_patch(
        Polygon(pontos, fill=False, edgecolor=cor, linewidth=2.5)
    )
ax.imshow(
    codigo.reshape(8, 1),
    cmap="PuOr",
    extent=(9.75, 10.65, -2.2, 2.2),
    vmin=-abs(codigo).max(),
    vmax=abs(codigo).max(),
)
for i in range(9):
    altura = -2.2 + 0.55 * i
    ax.plot(
        [9.75, 10.65],
        [altura, altura],
        color="0.45",
        linestyle="-",
        linewidth=1.5,
    )
for x in (9.75, 10.65):
    ax.plot([x, x], [-2.2, 2.2], color="0.45", ls="-", linewidth=1.5)
for inicio, fim in [
    (4.65, 5.35),
    (8.65, 9.7),
    (10.7, 11.75),
    (15.05, 15.75),
]:
    ax.add_patch(
        FancyArrowPatch(
            (inicio, 0),
            (fim, 0),
            arrowstyle="-|>",
            mutation_scale=18,
            linewidth=2,
            color="0.35",
            shrinkA=0,
            shrinkB=0,
        )
    )
for x, texto in [
    (2.4, "entrada\n64 números"),
    (7, "codificador"),
    (10.2, "código\n8 números"),
    (13.4, "decodificador"),
    (18, "cópia\n64 números"),
]:
    ax.text(x, -2.55, texto, ha="center", va="top", fontsize=15)

# %% copias
import matplotlib.pyplot as plt

primeiros = [int(np.flatnonzero(y_test == d)[0]) for d in range(5)]
fig, eixos = plt.subplots(3, 5, figsize=(5.7, 4.3))
fileiras = {"original": X_test, **reconstrucao}
for linha, (nome, imagens) in zip(eixos, fileiras.items(), strict=True):
    for ax, i in zip(linha, primeiros, strict=True):
        ax.imshow(
            imagens[i].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1
        )
        ax.set(xticks=[], yticks=[])
        ax.grid(False)
    linha[0].set_title(nome, fontsize=15)

# %% falhar tags=["fora-do-slide"]
quadros = X_test.reshape(-1, 8, 8)
sorteio = np.random.default_rng(42)
fora = {
    "dígito": X_test,
    "espelhado": quadros[:, :, ::-1].reshape(-1, 64),
    "embaralhado": X_test[:, sorteio.permutation(64)],
    "ruído": sorteio.random(X_test.shape).astype("float32"),
}
copias = {
    nome: np.array(model(imagens)) for nome, imagens in fora.items()
}
erros_fora = {
    nome: erro(imagens, copias[nome]) for nome, imagens in fora.items()
}
vezes = erros_fora["embaralhado"] / erros_fora["dígito"]

# %% fora
fig, eixos = plt.subplots(2, 4, figsize=(10.2, 3.8))
caso = primeiros[3]
for (cima, baixo), (nome, imagens) in zip(
    eixos.T, fora.items(), strict=True
):
    for ax, imagem in [
        (cima, imagens[caso]),
        (baixo, copias[nome][caso]),
    ]:
        ax.imshow(imagem.reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        ax.set(xticks=[], yticks=[])
        ax.grid(False)
    cima.set_title(nome, loc="center", fontsize=16)
    baixo.set_xlabel(
        f"erro {erros_fora[nome]:.3f}".replace(".", ","), fontsize=15
    )
eixos[0, 0].set_ylabel("original", fontsize=15)
eixos[1, 0].set_ylabel("cópia", fontsize=15)
