# %% [markdown]
# # O fluxo de um projeto
# Sete passos, os mesmos em todo o curso, e a volta que quase todo projeto dá.

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

steps = [
    ("problema", "o que\nprever, e\npara quê?"),
    ("dados", "limpar,\ndividir,\npadronizar"),
    ("baseline", "o modelo\nmais simples\npossível"),
    ("modelo", "camadas,\nperda,\notimizador"),
    ("treino", "ajustar\npesos, olhar\ncurvas"),
    ("avaliação", "uma vez\nsó, no\nteste"),
    ("uso", "salvar,\nprever,\nacompanhar"),
]
fig, ax = plt.subplots(figsize=(10.2, 3.6))
ax.set(xlim=(-0.1, 14.0), ylim=(-1.75, 2.15))
ax.set_axis_off()
for i, (name, question) in enumerate(steps):
    x = 2 * i
    style = {
        "boxstyle": "round,pad=0,rounding_size=0.15",
        "facecolor": "C0",
        "edgecolor": "none",
    }
    ax.add_patch(FancyBboxPatch((x, 0), 1.72, 0.95, **style))
    ax.text(
        x + 0.86,
        0.46,
        name,
        ha="center",
        va="center",
        color="white",
        weight=600,
        fontsize=15,
    )
    ax.text(
        x + 0.86, -0.3, question, ha="center", va="top", fontsize=15
    )
    if i:
        ax.add_patch(
            FancyArrowPatch(
                (x - 0.3, 0.47),
                (x + 0.03, 0.47),
                arrowstyle="-|>",
                mutation_scale=14,
                color="0.45",
            )
        )
lap = {
    "arrowstyle": "-|>",
    "mutation_scale": 18,
    "color": "C1",
    "linewidth": 2.2,
    "linestyle": "-",
}
ax.add_patch(
    FancyArrowPatch(
        (8.86, 1.02),
        (6.86, 1.02),
        connectionstyle="arc3,rad=0.6",
        **lap,
    )
)
ax.text(
    7.86,
    1.85,
    "mudar o modelo olhando a validação, nunca o teste",
    ha="center",
    color="C1",
    weight=600,
    fontsize=16,
)
