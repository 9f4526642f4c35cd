# %% [markdown]
# # CNN contra rede densa
# O mesmo número de pesos, os mesmos dígitos: quem aguenta um dígito fora do lugar?

# %% dados tags=["fora-do-slide"]
import keras
import numpy as np
import pandas as pd
from keras import layers
from scipy import ndimage
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

digits = load_digits()
X, y = digits.images[..., None].astype("float32") / 16, digits.target
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.25, stratify=y, random_state=42
)
X_train, X_val, y_train, y_val = train_test_split(
    X_train, y_train, test_size=0.2, stratify=y_train, random_state=42
)

# %% modelo
cnn = [
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
]

# %% densa tags=["fora-do-slide"]
densa = [
    layers.Flatten(),
    layers.Dense(80, activation="relu"),
    layers.Dense(10, activation="softmax"),
]


def treinar(camadas, imagens, rotulos, epocas):
    keras.utils.set_random_seed(42)
    # Camadas novas, criadas depois da semente: cada treino começa do zero.
    novas = [type(c).from_config(c.get_config()) for c in camadas]
    rede = keras.Sequential([keras.Input(shape=(8, 8, 1)), *novas])
    adam = keras.optimizers.Adam(learning_rate=0.005)
    rede.compile(
        adam, "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    rede.fit(
        imagens,
        rotulos,
        epochs=epocas,
        batch_size=64,
        validation_data=(X_val, y_val),
        validation_batch_size=len(X_val),
        verbose=0,
    )
    return rede


redes = {
    "CNN": treinar(cnn, X_train, y_train, 20),
    "densa": treinar(densa, X_train, y_train, 20),
}
parametros = {nome: rede.count_params() for nome, rede in redes.items()}
logistica = LogisticRegression(max_iter=1000).fit(
    X_train.reshape(-1, 64), y_train
)


# %% deslocar
def shift(x, down, right):
    move = (0, down, right, 0)
    return ndimage.shift(x, move, order=0)


steps = [(1, 0), (-1, 0), (0, 1), (0, -1)]

# %% medir tags=["fora-do-slide"]


def acerto(rede, imagens):
    previsto = rede.predict_on_batch(imagens).argmax(axis=1)
    return float(np.mean(previsto == y_test))


def acerto_deslocado(rede, pixels):
    return float(
        np.mean([
            acerto(rede, shift(X_test, pixels * b, pixels * d))
            for b, d in steps
        ])
    )


def acerto_girado(rede, graus):
    giros = [
        ndimage.rotate(
            X_test, s * graus, (2, 1), reshape=False, order=1
        )
        for s in (1, -1)
    ]
    return float(np.mean([acerto(rede, giro) for giro in giros]))


distancias, angulos = [0, 1, 2], [0, 15, 30, 45, 90]
por_distancia = {
    nome: [acerto_deslocado(rede, d) for d in distancias]
    for nome, rede in redes.items()
}
por_angulo = {
    nome: [acerto_girado(rede, a) for a in angulos]
    for nome, rede in redes.items()
}
logistica_limpo = float(logistica.score(X_test.reshape(-1, 64), y_test))
logistica_deslocado = float(
    np.mean([
        logistica.score(shift(X_test, b, d).reshape(-1, 64), y_test)
        for b, d in steps
    ])
)

# %% tabela
pd.DataFrame({
    "no lugar (%)": {
        "regressão logística": 100 * logistica_limpo,
        "rede densa": 100 * por_distancia["densa"][0],
        "CNN": 100 * por_distancia["CNN"][0],
    },
    "1 pixel ao lado (%)": {
        "regressão logística": 100 * logistica_deslocado,
        "rede densa": 100 * por_distancia["densa"][1],
        "CNN": 100 * por_distancia["CNN"][1],
    },
}).rename_axis("acerto no teste")

# %% deslocado
import matplotlib.pyplot as plt

caso = int(np.flatnonzero(y_test == 4)[0])
fig, eixos = plt.subplots(1, 3, figsize=(4.8, 1.9))
for ax, pixels, nome in zip(
    eixos,
    distancias,
    ["no lugar", "1 pixel", "2 pixels"],
    strict=True,
):
    imagem = shift(X_test[[caso]], 0, pixels)[0, ..., 0]
    ax.imshow(imagem, cmap="gray_r", vmin=0, vmax=1)
    ax.set_title(nome, loc="center", fontsize=15)
    ax.set(xticks=[], yticks=[])
    ax.grid(False)

# %% limites
fig, (lado, giro) = plt.subplots(
    1, 2, figsize=(10.2, 3.75), sharey=True
)
for nome, marca in [("CNN", "o"), ("densa", "^")]:
    lado.plot(
        distancias,
        100 * np.array(por_distancia[nome]),
        marker=marca,
        markersize=10,
        linewidth=3,
        label=nome,
    )
    giro.plot(
        angulos,
        100 * np.array(por_angulo[nome]),
        marker=marca,
        markersize=10,
        linewidth=3,
    )
for ax in (lado, giro):
    ax.axhline(10, color="0.4", linestyle=":", linewidth=1.8)
    ax.set(ylim=(0, 102))
giro.text(4, 13, "sorteio", fontsize=14, color="0.3")
lado.set(
    xlabel="pixels de deslocamento",
    ylabel="acerto no teste (%)",
    xticks=distancias,
)
giro.set(xlabel="graus de rotação", xticks=angulos)
lado.legend(fontsize=15)

# %% aumentar
shifted = [shift(X_train, *step) for step in steps]
X_more = np.concatenate([X_train, *shifted])
y_more = np.tile(y_train, 5)

# %% treinar_mais tags=["fora-do-slide"]
aumentada = treinar(cnn, X_more, y_more, 8)
acertos_aumentada = [acerto_deslocado(aumentada, d) for d in distancias]
giro_aumentada = acerto_girado(aumentada, 90)

# %% tabela_aumentada
pd.DataFrame(
    {
        "CNN": 100 * np.array(por_distancia["CNN"]),
        "CNN, dados aumentados": 100 * np.array(acertos_aumentada),
    },
    index=pd.Index(
        ["no lugar", "1 pixel ao lado", "2 pixels ao lado"],
        name="acerto no teste (%)",
    ),
)

# %% mapas
rede = redes["CNN"]
filtros = rede.layers[0].kernel.numpy()[:, :, 0, :]
mapas = keras.Sequential(rede.layers[:1]).predict_on_batch(
    X_test[[caso]]
)[0]
# Os seis filtros que mais respondem a esta imagem.
escolhidos = np.argsort(-mapas.sum(axis=(0, 1)))[:6]

fig, eixos = plt.subplots(2, 7, figsize=(10.2, 3.5))
eixos[0, 0].set_axis_off()
eixos[1, 0].imshow(X_test[caso, ..., 0], cmap="gray_r")
eixos[1, 0].set_title("entrada", loc="center", fontsize=15)
maior = abs(filtros).max()
for coluna, f in enumerate(escolhidos, start=1):
    eixos[0, coluna].imshow(
        filtros[..., f], cmap="PuOr", vmin=-maior, vmax=maior
    )
    eixos[1, coluna].imshow(
        mapas[..., f], cmap="gray_r", vmin=0, vmax=mapas.max()
    )
eixos[0, 1].set_title("filtros", fontsize=15)
eixos[1, 1].set_title("mapas", fontsize=15)
for ax in eixos.ravel():
    ax.set(xticks=[], yticks=[])
    ax.grid(False)

# %% contar_erros tags=["fora-do-slide"]
probabilidades = rede.predict_on_batch(X_test)
previsto = probabilidades.argmax(axis=1)
errados = np.flatnonzero(previsto != y_test)
confianca = probabilidades[errados].max(axis=1)
errados = errados[np.argsort(-confianca)]
quantos_erros, quantos_testes = len(errados), len(y_test)

# %% erros
mostrados = errados[:12]
fig, eixos = plt.subplots(2, 6, figsize=(10.2, 3.35))
for ax in eixos.flat:
    ax.set_axis_off()
for ax, i in zip(eixos.flat, mostrados, strict=False):
    ax.imshow(X_test[i, ..., 0], cmap="gray_r", vmin=0, vmax=1)
    ax.set_title(
        f"é {y_test[i]}, disse {previsto[i]}", loc="center", fontsize=15
    )
