# Deterministic: words 44 %, words and pairs 79 %, up to five in a row 81 % on test and 98 % on training.


def test_a_bag_of_words_is_no_better_than_chance(values):
    assert values.accuracy["palavras"] < 0.57
    assert abs(values.accuracy["maioria"] - 0.5) < 0.05


def test_pairs_help_where_the_words_that_decide_are_neighbours(values):
    kinds = values.pairs_by_kind
    assert min(kinds[each] for each in ("correção", "par", "surpresa", "embora", "outros")) > 0.9
    assert max(kinds[each] for each in ("direta", "negada", "dupla")) < 0.65
    assert 0.7 < values.accuracy["pares"] < 0.9


def test_five_words_in_a_row_are_learned_by_heart(values):
    assert values.five_words_train > 0.95
    assert values.five_words < 0.9


def test_a_bag_of_words_answers_alike_to_the_same_words(snippet):
    swapped = ["o filme é bom e não é chato", "o filme é chato e não é bom"]
    first, second = snippet.words.predict_proba(swapped)
    assert (abs(first - second) < 1e-9).all()


def test_no_pair_has_both_words_that_decide(values):
    assert not any("não" in each and "ruim" in each for each in values.pair_features)
