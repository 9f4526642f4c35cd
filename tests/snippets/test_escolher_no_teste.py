# Over 4 draws of the data: .58 to .70 on the 50 that choose, .49 to .51 on the new ones.


def test_the_score_that_chose_promises_too_much(snippet):
    assert snippet.escolhida > snippet.inedita + 0.05
    assert snippet.escolhida == max(attempt[0] for attempt in snippet.attempts)


def test_nothing_was_learned(snippet):
    assert 0.45 < snippet.inedita < 0.55


def test_every_epoch_of_every_network_is_an_attempt(snippet):
    assert snippet.tentativas == 4 * 30


def test_the_three_sets_share_no_row(snippet):
    rows = [set(range(len(snippet.y))[part]) for part in (snippet.train, snippet.chosen, snippet.new)]
    assert sum(map(len, rows)) == len(set.union(*rows)) == len(snippet.y)
