# %% [markdown]
# # Opiniões geradas por uma gramática
# Onze moldes, dez coisas, oito elogios e oito críticas: frases em que o sentido depende da ordem e da negação.

# %% moldes tags=["fora-do-slide"]
templates = [
    ("direta", "achei o {c} {a}", +1),
    ("negada", "não achei o {c} {a}", -1),
    ("correção", "o {c} não é {b}, é {a}", +1),
    ("par", "o {c} é {a} e não é {b}", +1),
    ("surpresa", "esperava um {c} {b} e achei {a}", +1),
    ("embora", "embora pareça {b}, o {c} é {a}", +1),
    ("embora", "o {c} é {a}, embora pareça {b}", +1),
    ("outros", "quem disse que o {c} é {a} errou", -1),
    ("outros", "quem disse que o {c} é {a} acertou", +1),
    ("dupla", "discordo de quem achou o {c} {a}", -1),
    ("dupla", "discordo de quem não achou o {c} {a}", +1),
]

# %% palavras tags=["fora-do-slide"]
import numpy as np
import pandas as pd

things = "filme livro show curso jogo disco romance roteiro final texto"
praise = "bom legal divertido bonito interessante original "
praise += "emocionante envolvente"
criticism = "ruim chato cansativo fraco confuso previsível bobo "
criticism += "arrastado"
openings = [
    "",
    "para mim ",
    "no geral ",
    "desta vez ",
    "no fim das contas ",
    "sem pensar muito ",
]
things, praise, criticism = (
    words.split() for words in (things, praise, criticism)
)

# %% gerar tags=["fora-do-slide"]
rng = np.random.default_rng(42)
rows = []
for kind, template, sign in templates:
    made = set()
    while len(made) < 240:
        # Uma coisa, um elogio, uma crítica e uma abertura.
        drawn = tuple(
            int(rng.integers(len(words)))
            for words in (things, praise, criticism, openings)
        )
        thing, good, bad = (
            words[k]
            for words, k in zip(
                (things, praise, criticism), drawn[:3], strict=True
            )
        )
        # As duas frases do par: o elogio e a crítica trocam de lugar.
        pair = [
            openings[drawn[3]] + template.format(c=thing, a=a, b=b)
            for a, b in ((good, bad), (bad, good))
        ]
        if made.intersection(pair):
            continue
        made.update(pair)
        rows += [
            (sentence, int(value > 0), kind)
            for sentence, value in zip(pair, (sign, -sign), strict=True)
        ]

df = pd.DataFrame(rows, columns=["frase", "positiva", "tipo"])

# %% dividir tags=["fora-do-slide"]
# As frases com as mesmas palavras vão juntas para o mesmo conjunto.
bag = df["frase"].map(
    lambda s: " ".join(sorted(s.replace(",", "").split()))
)
bags = rng.permutation(bag.unique())
first, second = int(0.6 * len(bags)), int(0.8 * len(bags))
df["conjunto"] = "treino"
df.loc[bag.isin(bags[first:second]), "conjunto"] = "validação"
df.loc[bag.isin(bags[second:]), "conjunto"] = "teste"


# %% exemplos
opened = df["frase"].str.startswith(tuple(openings[1:]))
# Um par de cada tipo, o mais curto: as duas frases são vizinhas no arquivo.
length = df["frase"].str.len().groupby(df.index // 2).transform("sum")
examples = df.loc[length[~opened].sort_values(kind="stable").index]
examples = examples.drop_duplicates(["tipo", "positiva"])
examples = examples.pivot(
    index="tipo", columns="positiva", values="frase"
)
shown = ["direta", "negada", "par", "surpresa", "outros"]
examples = examples.loc[shown, [1, 0]]
examples.columns = ["positiva", "negativa"]
examples = examples.rename_axis("tipo")
examples

# %% contar tags=["fora-do-slide"]
sizes = df["conjunto"].value_counts().to_dict()
train_size, val_size, test_size = (
    sizes[name] for name in ("treino", "validação", "teste")
)
count = len(df)
kinds = {kind: int(n) for kind, n in df["tipo"].value_counts().items()}
vocabulary = {
    word for s in df["frase"] for word in s.replace(",", "").split()
}
word_count = len(vocabulary)
kind_count, template_count = len(kinds), len(templates)
