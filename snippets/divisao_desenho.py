# %% [markdown]
# # Treino, validação e teste
# Três conjuntos, três papéis: ensinar, escolher e julgar.

# %% desenho
import matplotlib.pyplot as plt

subsets = [
    (0, 60, "C0", "treino\n60 %", "ensina: ajusta\npesos e escala"),
    (
        60,
        20,
        "C1",
        "validação\n20 %",
        "escolhe: épocas,\ncamadas, taxa",
    ),
    (80, 20, "C4", "teste\n20 %", "julga: uma vez,\nno fim"),
]
fig, ax = plt.subplots(figsize=(10.2, 2.6))
for start, width, color, name, role in subsets:
    ax.barh(0, width - 0.6, left=start, color=color, height=0.8)
    middle = start + (width - 0.6) / 2
    style = {"ha": "center", "weight": 600, "fontsize": 20}
    ax.text(middle, -0.03, name, color="white", va="center", **style)
    ax.text(middle, -0.55, role, ha="center", va="top", fontsize=17)
ax.set(xlim=(-0.5, 100), ylim=(-1.05, 0.42))
ax.set_axis_off()
