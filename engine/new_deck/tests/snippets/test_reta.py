import pytest


def test_o_ajuste_encontra_a_reta_de_onde_os_pontos_vieram(values):
    assert values.inclinacao == pytest.approx(values.inclinacao_real, abs=0.3)
    assert values.altura == pytest.approx(1, abs=0.5)


def test_o_erro_tem_o_tamanho_do_ruido(values):
    assert 0.1 < values.erro < 0.6
