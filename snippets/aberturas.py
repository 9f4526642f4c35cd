# %% [markdown]
# # Um desenho para cada parte
# O traço que resume cada assunto do curso, como aparece na abertura da parte.

# %% tela tags=["fora-do-slide"]
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Circle, Polygon, Rectangle

plt.rcParams["lines.linewidth"] = 5
t = np.linspace(0, 1, 100)


def canvas():
    ax = plt.subplots(figsize=(4.1, 4.1))[1]
    ax.set(xlim=(-0.1, 1.1), ylim=(-0.1, 1.1), aspect="equal")
    ax.set_axis_off()
    return ax


# %% neuronio
ax = canvas()
for height in (0.08, 0.5, 0.92):
    ax.plot([0.08, 0.55], [height, 0.5], "C5-", lw=3, zorder=0)
    ax.add_patch(
        Circle((0.08, height), 0.08, fc="white", ec="C4", lw=5)
    )
ax.plot([0.55, 1.05], [0.5, 0.5], "C1-", zorder=0)
ax.add_patch(Circle((0.58, 0.5), 0.2, fc="white", ec="C0", lw=5))
ax.plot([0.48, 0.58, 0.68], [0.44, 0.44, 0.58], "C0-")

# %% descida
ax = canvas()
weight = 0.5 - 0.46 * 0.62 ** np.arange(8)
ax.plot(t, 4 * (t - 0.5) ** 2, "C5-")
ax.plot(weight, 4 * (weight - 0.5) ** 2, "C0-o", markersize=14, lw=3)
ax.plot(0.5, 0, "C2*", markersize=34)

# %% sigmoide
ax = canvas()
ax.plot([0, 1], [0.5, 0.5], "C5--", lw=3)
ax.plot(t, 1 / (1 + np.exp(-12 * (t - 0.5))), "C0-")
ax.plot([0.12, 0.3], [0.2, 0.2], "C1o", markersize=20)
ax.plot([0.7, 0.88], [0.8, 0.8], "C0^", markersize=20)

# %% overfitting
ax = canvas()
ax.plot(t, 0.9 * np.exp(-3 * t), "C0-")
validation = 0.9 * np.exp(-4 * t) + 0.62 * t**1.5 + 0.08
ax.plot(t, validation, "C1--")
best = validation.argmin()
ax.plot(t[best], validation[best], "C2*", markersize=34)

# %% aprendizado
ax = canvas()
ax.plot(t, 0.72 + 0.26 * np.exp(-4 * t), "C0-")
ax.plot(t, 0.66 - 0.6 * np.exp(-4 * t), "C1--o", markevery=24, ms=14)

# %% ativacoes
ax = canvas()
z = 2 * t - 1
for x, y, color, curve in [
    (0.02, 0.62, "C1", 1 / (1 + np.exp(-6 * z))),
    (0.6, 0.8, "C2", np.tanh(4 * z) / 2),
    (0.02, 0.1, "C0", np.maximum(z, 0)),
    (0.6, 0.1, "C3", np.maximum(z, 0.25 * z)),
]:
    ax.plot([x, x + 0.4], [y, y], "C5-", lw=2)
    ax.plot(x + 0.4 * t, y + 0.38 * curve, color=color, ls="-")

# %% lotes
ax = canvas()
for row, size in enumerate([4, 4, 4, 4, 2]):
    for column in range(size):
        corner = (0.02 + 0.2 * column, 0.86 - 0.21 * row)
        ax.add_patch(
            Rectangle(corner, 0.14, 0.14, fill=False, ec="C0", lw=5)
        )
    height = 0.93 - 0.21 * row
    ax.annotate(
        "",
        (1.06, height),
        (0.86, height),
        arrowprops={"arrowstyle": "->", "color": "C1", "lw": 4},
    )

# %% busca
ax = canvas()
rng = np.random.default_rng(12)
ax.plot([0, 0, 1.06], [1.06, 0, 0], "C5-", lw=3)
for x in (0.2, 0.53, 0.86):
    ax.plot([x] * 3, [0.2, 0.53, 0.86], "C5s", ms=16, mew=3, mfc="none")
ax.plot(*rng.uniform(0.1, 0.98, (2, 9)), "C0o", markersize=14)
ax.plot(0.68, 0.72, "C2*", markersize=36)

# %% autoencoder
ax = canvas()
for x, way in [(0, 1), (1, -1)]:
    end = x + 0.36 * way
    corners = [(x, 0.05), (x, 0.95), (end, 0.68), (end, 0.32)]
    ax.add_patch(Polygon(corners, fill=False, ec="C0", lw=5))
for i in range(4):
    corner = (0.45, 0.32 + 0.09 * i)
    ax.add_patch(
        Rectangle(corner, 0.1, 0.09, fill=False, ec="C2", lw=4)
    )

# %% atencao
ax = canvas()
shares = [0.3, 0.1, 1, 0.2]
for x, share in zip(np.linspace(0.05, 0.95, 4), shares, strict=True):
    ax.plot([x, 0.5], [0.9, 0.12], "C0-", lw=2 + 12 * share)
    ax.add_patch(Circle((x, 0.92), 0.08, fc="white", ec="C4", lw=5))
ax.add_patch(Circle((0.5, 0.1), 0.1, fc="white", ec="C1", lw=5))

# %% fechamento
ax = canvas()
ax.add_patch(Rectangle((0.08, 0), 0.84, 1, fill=False, ec="C4", lw=5))
for height in (0.8, 0.6, 0.4, 0.2):
    ax.plot([0.4, 0.8], [height, height], "C5-")
    ticks = np.array([[0.18, 0.22, 0.3], [0, -0.05, 0.06]])
    ax.plot(ticks[0], height + ticks[1], "C2-")

# %% erros
ax = canvas()
for row, length in enumerate([0.8, 0.5, 0.66, 0.4, 0.9]):
    height = 0.95 - 0.22 * row
    color = "C1" if row == 4 else "C5"
    ax.plot(
        [0.12, 0.12 + length], [height, height], color=color, ls="-"
    )
ax.plot([-0.06, 0.02], [0.11, 0.03], "C1-")
ax.plot([-0.06, 0.02], [0.03, 0.11], "C1-")

# %% exercicios
ax = canvas()
pencil = [
    (0.02, 0.02),
    (0.08, 0.26),
    (0.78, 0.96),
    (0.96, 0.78),
    (0.26, 0.08),
]
ax.add_patch(Polygon(pencil, fill=False, ec="C4", lw=5))
ax.plot([0.08, 0.26], [0.26, 0.08], "C4-")
ax.plot([0.67, 0.85], [0.85, 0.67], "C0-")
ax.plot([0.5, 1.05], [0, 0], "C5-")
