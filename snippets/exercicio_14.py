# %% [markdown]
# # Exercício 14: contar palavras basta?
# Solução: um saco de palavras, medido em cada tipo de frase. Onde a ordem decide, ele não passa da metade.

# %% preparo tags=["fora-do-slide"]
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

df = pd.read_csv("data/opinioes.csv")
train = df[df["conjunto"] == "treino"]
val = df[df["conjunto"] == "validação"]


# %% nota tags=["fora-do-slide", "lacuna"]
# score_kind(kind): treina um saco de palavras só neste tipo de frase, e devolve
# a nota dele na validação, nas frases do mesmo tipo.
def score_kind(kind):
    bag = make_pipeline(
        CountVectorizer(token_pattern=r"\w+"),
        LogisticRegression(max_iter=1000),
    )
    own = train[train["tipo"] == kind]
    bag.fit(own["frase"], own["positiva"])
    own = val[val["tipo"] == kind]
    return float(bag.score(own["frase"], own["positiva"]))


# %% medir tags=["fora-do-slide"]
scores = {
    kind: score_kind(kind)
    for kind in ("direta", "negada", "par", "surpresa")
}

# %% resposta
pd.DataFrame({
    "tipo": scores.keys(),
    "acurácia (%)": [100 * score for score in scores.values()],
})
