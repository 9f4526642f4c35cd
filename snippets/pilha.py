# %% [markdown]
# # Onde o Keras fica
# Do código que você escreve até o processador que faz as contas.

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch


def caixa(x, y, largura, texto, cor, cheia=False):
    estilo = {
        "boxstyle": "round,pad=0,rounding_size=0.12",
        "linewidth": 2.5,
        "edgecolor": cor,
    }
    ax.add_patch(
        FancyBboxPatch(
            (x, y),
            largura,
            0.9,
            facecolor=cor if cheia else "white",
            **estilo,
        )
    )
    cor_do_texto = "white" if cheia else "C4"
    centro = (x + largura / 2, y + 0.43)
    ax.text(
        *centro,
        texto,
        ha="center",
        va="center",
        color=cor_do_texto,
        fontsize=14,
        weight=600,
    )


fig, ax = plt.subplots(figsize=(4.1, 4.1))
ax.set(xlim=(-0.1, 9.1), ylim=(-0.1, 5.35))
ax.set_axis_off()
caixa(0, 4.35, 9, "seu código", "0.45")
caixa(0, 2.9, 9, "Keras", "C0", cheia=True)
for i, backend in enumerate(["TensorFlow", "JAX", "PyTorch"]):
    caixa(3.1 * i, 1.45, 2.8, backend, "C1" if i == 0 else "0.45")
for i, processador in enumerate(["CPU", "GPU", "TPU"]):
    caixa(3.1 * i, 0, 2.8, processador, "0.45")
for y in (4.27, 2.82, 1.37):
    ax.annotate(
        "",
        (4.5, y - 0.4),
        (4.5, y),
        arrowprops={"arrowstyle": "-|>", "color": "0.45", "lw": 2},
    )
