def test_both_brakes_lower_the_loss_on_test(values):
    loss = values.test_loss
    assert loss["dropout"] < 0.9 * loss["nenhum"]
    assert loss["L2"] < 0.75 * loss["nenhum"]


def test_without_a_brake_the_loss_in_validation_rises(values):
    free, l2 = values.curves["nenhum"], values.curves["L2"]
    assert free[-1] > 1.4 * min(free)
    assert l2[-1] < 1.2 * min(l2)
