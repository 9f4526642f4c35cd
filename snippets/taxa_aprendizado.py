# %% [markdown]
# # A taxa de aprendizado
# O mesmo problema de um peso só, com a taxa baixa demais, boa e alta demais.

# %% descida tags=["fora-do-slide"]
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.preprocessing import StandardScaler

dados = load_diabetes(as_frame=True, scaled=False).frame
x, y = StandardScaler().fit_transform(dados[["bmi", "target"]]).T


def perda(w):
    return np.mean((np.multiply.outer(w, x) - y) ** 2, axis=-1)


def descer(learning_rate, passos=12, w=-1.0):
    pesos = [w]
    for _ in range(passos):
        w = w - learning_rate * np.mean(2 * (w * x - y) * x)
        pesos.append(w)
    return np.array(pesos)


taxas = {"baixa demais": 0.01, "boa": 0.2, "alta demais": 1.03}
caminhos = {nome: descer(taxa) for nome, taxa in taxas.items()}
perda_inicial = float(perda(-1.0))
perda_final = {
    nome: float(perda(pesos[-1])) for nome, pesos in caminhos.items()
}

# %% grafico
import matplotlib.pyplot as plt

fig, eixos = plt.subplots(1, 3, figsize=(10.2, 4), sharey=True)
curva = np.linspace(-3, 4.2, 120)
for ax, cor, (nome, pesos) in zip(
    eixos, ["C3", "C0", "C1"], caminhos.items(), strict=True
):
    ax.plot(curva, perda(curva), color="0.7", linestyle="-")
    ax.plot(pesos, perda(pesos), "o-", color=cor)
    mudanca = f"perda {perda_inicial:.1f} → {perda_final[nome]:.1f}"
    ax.set_title(f"{nome}: {taxas[nome]:.2f}\n{mudanca}")
    ax.set(xlabel="peso w", xlim=(-3, 4.2), ylim=(0, 12))
    ax.set(xticks=[-2, 0, 2, 4], yticks=[0, 4, 8, 12])
eixos[0].set(ylabel="perda (MSE)")
