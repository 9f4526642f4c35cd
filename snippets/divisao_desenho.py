# %% [markdown]
# # Treino, validação e teste
# Três conjuntos, três papéis: ensinar, escolher e julgar.

# %% desenho
import matplotlib.pyplot as plt

subsets = [
    (0, 60, "C0", "treino\n60 %", "ensina:\najusta pesos\ne escala"),
    (60, 20, "C1", "validação\n20 %", "escolhe:\népocas, camadas"),
    (80, 20, "C4", "teste\n20 %", "julga: uma\nvez, no fim"),
]
fig, ax = plt.subplots(figsize=(3.8, 3.9))
for start, share, color, name, role in subsets:
    ax.bar(0, share - 1, bottom=start, color=color, width=1)
    middle = start + (share - 1) / 2
    style = {"ha": "center", "weight": 600, "fontsize": 18}
    ax.text(0, middle, name, color="white", va="center", **style)
    ax.text(0.62, middle, role, va="center", fontsize=16)
ax.set(xlim=(-0.5, 1.7), ylim=(100, 0))
ax.set_axis_off()
