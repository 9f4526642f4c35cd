import pandas as pd

from tests.conftest import ROOT

DATA = ROOT / "snippets" / "data"


def bag(sentence):
    return tuple(sorted(sentence.replace(",", "").split()))


def test_the_data_file_is_what_the_grammar_makes(values):
    kept = pd.read_csv(DATA / "opinioes.csv")
    pd.testing.assert_frame_equal(values.df.reset_index(drop=True), kept, check_dtype=False)


def test_no_sentence_repeats_and_no_bag_of_words_is_in_two_sets(values):
    assert not values.df["frase"].duplicated().any()
    sets = values.df.groupby(values.df["frase"].map(bag))["conjunto"].nunique()
    assert sets.max() == 1


def test_half_of_each_kind_is_positive(values):
    assert (values.df.groupby("tipo")["positiva"].mean() == 0.5).all()


def test_same_words_mean_both_where_the_slide_says_so(values):
    groups = values.df.groupby(values.df["frase"].map(bag))["positiva"].agg(["mean", "size"])
    kinds = values.df.groupby(values.df["frase"].map(bag))["tipo"].first()
    mixed = groups[kinds.isin(["correção", "par", "surpresa", "embora"])]
    assert (mixed["mean"] == 0.5).all()


def test_a_negation_turns_the_label(values):
    label = dict(zip(values.df["frase"], values.df["positiva"], strict=True))
    turned = [(s, s.replace("não achei", "achei")) for s in label if "não achei" in s]
    both = [(label[s], label[t]) for s, t in turned if t in label]
    assert len(both) > 10
    assert all(one != other for one, other in both)


def test_the_sentences_from_outside_are_balanced_and_new(values):
    outside = pd.read_csv(DATA / "opinioes_fora.csv")
    assert outside["positiva"].mean() == 0.5
    assert not set(outside["frase"]) & set(values.df["frase"])
