import pytest


def test_o_ajuste_encontra_a_reta_de_onde_os_pontos_vieram(snippet):
    assert snippet.inclinacao == pytest.approx(snippet.inclinacao_real, abs=0.3)
    assert snippet.altura == pytest.approx(1, abs=0.5)


def test_o_erro_tem_o_tamanho_do_ruido(snippet):
    assert 0.1 < snippet.erro < 0.6
