# %% [markdown]
# # Onde o Keras fica
# Do código que você escreve até o processador que faz as contas.

# %% desenho
import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch


def box(x, y, width, text, color, filled=False):
    style = {
        "boxstyle": "round,pad=0,rounding_size=0.12",
        "linewidth": 2.5,
        "edgecolor": color,
    }
    ax.add_patch(
        FancyBboxPatch(
            (x, y),
            width,
            0.9,
            facecolor=color if filled else "white",
            **style,
        )
    )
    text_color = "white" if filled else "C4"
    center = (x + width / 2, y + 0.43)
    ax.text(
        *center,
        text,
        ha="center",
        va="center",
        color=text_color,
        fontsize=15,
        weight=600,
    )


fig, ax = plt.subplots(figsize=(4.9, 4.1))
ax.set(xlim=(-0.1, 9.1), ylim=(-0.1, 5.35))
ax.set_axis_off()
box(0, 4.35, 9, "seu código", "0.45")
box(0, 2.9, 9, "Keras", "C0", filled=True)
for i, backend in enumerate(["TensorFlow", "JAX", "PyTorch"]):
    box(3.1 * i, 1.45, 2.8, backend, "C0" if i == 0 else "0.45")
for i, processor in enumerate(["CPU", "GPU", "TPU"]):
    box(3.1 * i, 0, 2.8, processor, "0.45")
for y in (4.27, 2.82, 1.37):
    ax.annotate(
        "",
        (4.5, y - 0.4),
        (4.5, y),
        arrowprops={"arrowstyle": "-|>", "color": "0.45", "lw": 2},
    )
