# %% [markdown]
# # Baselines para texto: contar palavras
# Sacos de palavras e de pares de palavras, com regressão logística, nas opiniões da gramática.

# %% dados tags=["fora-do-slide"]
import pandas as pd

df = pd.read_csv("data/opinioes.csv")
train = df[df["conjunto"] == "treino"]
test = df[df["conjunto"] == "teste"]

# %% imports tags=["fora-do-slide"]
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


# %% saco
def bag_of_words(most):
    return make_pipeline(
        CountVectorizer(
            ngram_range=(1, most),
            token_pattern=r"\w+",
        ),
        LogisticRegression(max_iter=1000),
    )


words = bag_of_words(1)
words.fit(train["frase"], train["positiva"])
pairs = bag_of_words(2)
pairs.fit(train["frase"], train["positiva"])

# %% medir tags=["fora-do-slide"]
majority = train["positiva"].mode()[0]
answers = {
    "maioria": pd.Series(majority, index=test.index),
    "palavras": pd.Series(
        words.predict(test["frase"]), index=test.index
    ),
    "pares": pd.Series(pairs.predict(test["frase"]), index=test.index),
}
right = pd.DataFrame({
    name: answer == test["positiva"] for name, answer in answers.items()
})
accuracy = {name: float(right[name].mean()) for name in right}
by_kind = right.groupby(test["tipo"]).mean()
by_kind = {
    kind: {name: float(row[name]) for name in right}
    for kind, row in by_kind.iterrows()
}
pairs_by_kind = {kind: row["pares"] for kind, row in by_kind.items()}
# Um saco de cinco palavras seguidas tem quase a frase inteira.
five = bag_of_words(5).fit(train["frase"], train["positiva"])
five_words = float(five.score(test["frase"], test["positiva"]))
five_words_train = float(five.score(train["frase"], train["positiva"]))
far = [pairs_by_kind[kind] for kind in ("direta", "negada", "dupla")]
far_worst, far_best = min(far), max(far)
# O que cada saco vê da mesma frase.
pair_features = pairs[0].build_analyzer()("não achei o filme ruim")

# %% tabela
pd.DataFrame({
    "acurácia (%)": {
        "a maioria": 100 * accuracy["maioria"],
        "saco de palavras": 100 * accuracy["palavras"],
        "palavras e pares": 100 * accuracy["pares"],
        "até 5 seguidas": 100 * five_words,
    }
}).rename_axis("baseline")
