"""Every error fails as it declares, and the right way is right: a test for each, named after its snippet."""

import inspect
import re
import sys

import keras
import numpy as np
import pandas as pd
import pytest
from sklearn.base import is_classifier

from engine.pytest_plugin import results
from engine.snippets.expected import RIGHT
from tests.conftest import ROOT
from tests.snippets.erros.conftest import SNIPPETS


def said(cell) -> list[str]:
    """Return what a cell that ran complained of: its exception, and its warnings as the engine writes them."""
    errors = [f"{output.ename}: {output.evalue}" for output in cell.outputs if output.output_type == "error"]
    return errors + [output.text for output in cell.outputs if output.get("name") == "stderr"]


@pytest.mark.parametrize("name", SNIPPETS)
def test_fails_as_declared_and_then_the_right_way_runs_in_silence(name):
    """That an effect came true, and is gone after ``certo``, the engine judges: otherwise it keeps no result."""
    kept = results(ROOT)[1].get(SNIPPETS[name])
    assert kept.notebook is not None, f"{kept.reason}; build the deck first: python3 build.py"
    cells = {cell.metadata.name: cell for cell in kept.notebook.cells if cell.cell_type == "code"}
    declared = {name: cell.declared for name, cell in SNIPPETS[name].cells.items() if cell.declared}
    assert declared
    for cell, declaration in declared.items():
        kind = declaration.raises or declaration.warns
        if kind:
            (complaint,) = said(cells[cell])
            assert re.search(rf"^{kind}: ", complaint, re.M) and declaration.pattern.search(complaint)
    assert said(cells[RIGHT]) == []


def test_every_error_has_a_test_of_what_is_right():
    tests = {name.removeprefix("test_") for name, _ in inspect.getmembers(sys.modules[__name__], inspect.isfunction)}
    assert set(SNIPPETS) - tests == set()


def test_no_declaration_holds_a_backslash():
    """Python reads it as an escape, and warns of one that it does not know: [(] does what it would."""
    lines = [line for snippet in SNIPPETS.values() for line in snippet.text.splitlines() if line.startswith("# %%")]
    assert [line for line in lines if "\\" in line] == []


# Importing


def test_sequential(erro):
    assert erro.Sequential is keras.Sequential


def test_wrappers_antigos(erro):
    assert erro.SKLearnClassifier is keras.wrappers.SKLearnClassifier


def test_bloco_sozinho(erro):
    assert int(erro.model.optimizer.iterations) == 5


def test_pandas_sem_importar(erro):
    assert erro.tabela.shape == (2, 1)


def test_nome_trocado(erro):
    assert erro.callbacks == [erro.early_stopping]


def test_nome_na_chamada(erro):
    assert isinstance(erro.optimizer, keras.optimizers.Adam)


# Data


def test_arquivo(erro):
    assert len(erro.df) == 150


def test_coluna(erro):
    assert list(erro.rotulos.categories) == ["azul", "verde"]


def test_atributo_coluna(erro):
    assert erro.df["codigo"].tolist() == [0, 1, 0]


def test_rotulo_ausente(erro):
    assert (erro.codigos >= 0).all()
    assert erro.y.sum(axis=0).tolist() == [1, 1, 1]


def test_codigos_sem_nome(erro):
    assert erro.resposta == sorted(erro.nomes)[erro.previsto]


def test_dados_ordenados(erro):
    assert set(erro.y_parte) == {0, 1, 2}


# Building


def test_forma(erro):
    assert erro.model.input_shape == (None, erro.X.shape[1])


def test_input_shape(erro):
    assert erro.model.built
    assert erro.model.count_params() == 3 * 2 + 2 + 2 + 1


def test_sem_entrada(erro):
    assert erro.total == 3 * 2 + 2 + 2 + 1


def test_argumento_repetido(erro):
    assert issubclass(erro.Dense, keras.layers.Layer)


def test_tahn(erro):
    assert erro.camada.activation is keras.activations.tanh


def test_leaky_inclinacao(erro):
    assert float(erro.a[0]) == pytest.approx(-0.2)
    assert float(erro.b[0]) == pytest.approx(-0.2)


def test_sem_sigmoid(erro):
    assert 0 <= erro.p.min() < 0.2 and 0.8 < erro.p.max() <= 1


def test_softmax_um(erro):
    assert len(np.unique(erro.p.round(3))) > 10


def test_sigmoid_categorica(erro):
    np.testing.assert_allclose(erro.soma, 1, atol=1e-5)


def test_softmax_binaria(erro):
    assert erro.perda == pytest.approx(np.log(3), abs=1e-4)


def test_bn_depois_da_saida(erro):
    np.testing.assert_allclose(erro.soma, 1, atol=1e-5)


# Compiling


def test_lr(erro):
    assert float(erro.optimizer.learning_rate) == pytest.approx(0.001)


def test_decay(erro):
    assert erro.taxa == pytest.approx(0.1 / (1 + 0.01 * 100), abs=0.001)


def test_perda_relu(erro):
    assert erro.model.loss == "binary_crossentropy"


def test_accuarcy(erro):
    assert "accuracy" in erro.model.get_metrics_result()


def test_rotulo_inteiro(erro):
    one_hot = keras.utils.to_categorical(erro.y)
    p = erro.model.predict(erro.X, verbose=0)
    by_hand = -np.log((p * one_hot).sum(axis=1)).mean()
    assert erro.model.evaluate(erro.X, erro.y, verbose=0) == pytest.approx(by_hand, abs=1e-4)


def test_multirrotulo_accuracy(erro):
    assert erro.mostrada == pytest.approx(erro.contada, abs=1e-6)
    assert erro.contada > 0.9


def test_metrics_no_fit(erro):
    assert "accuracy" in erro.model.get_metrics_result()


# Training


def test_train(erro):
    assert int(erro.model.optimizer.iterations) == 2 * 2  # 64 examples, lots of 32


def test_epohcs(erro):
    assert int(erro.model.optimizer.iterations) == 2 * 2


def test_alvo_sem_escala(erro):
    assert erro.r2 > 0.2


def test_sem_escala(erro):
    assert erro.nota > 0.82


def test_poucas_epocas(erro):
    assert erro.nota > 0.95


def test_sem_semente(erro):
    np.testing.assert_array_equal(erro.a, erro.b)


def test_fit_duas_vezes(erro):
    assert erro.segunda == pytest.approx(erro.primeira, abs=1e-6)


def test_otimizador_continua(erro):
    assert erro.passos == 0


def test_bn_depois_do_treino(erro):
    assert erro.antes != erro.depois


def test_parada_sem_validacao(erro):
    assert 0 < erro.parada.stopped_epoch < 19


def test_sem_restaurar(erro):
    assert erro.ficou == pytest.approx(erro.melhor, abs=1e-4)


def test_nunca_para(erro):
    assert 0 < erro.parou < 99


def test_avaliar_no_treino(erro):
    assert 0.3 < erro.nota < 0.7


def test_teste_como_validacao(erro):
    assert erro.nota == pytest.approx(0.5, abs=0.03)


# Reading results


def test_chave_acc(erro):
    assert set(erro.history.history) == {"accuracy", "loss", "val_accuracy", "val_loss"}


def test_chave_val_acc(erro):
    assert set(erro.history.history) == {"accuracy", "loss", "val_accuracy", "val_loss"}


def test_chave_sem_metrica(erro):
    assert len(erro.acuracia) == 1 and 0 <= erro.acuracia[0] <= 1


def test_history_objeto(erro):
    assert len(erro.perdas) == 2


def test_evaluate_indice(erro):
    assert list(erro.medidas) == ["loss"] and erro.perda == erro.medidas["loss"]


def test_sem_metrica(erro):
    assert set(erro.medida) == {"accuracy", "loss"}


def test_dataframe_history(erro):
    assert isinstance(erro.tabela, pd.DataFrame) and list(erro.tabela) == ["relu"] and len(erro.tabela) == 2


def test_show_sem_tela(erro):
    assert b"<svg" in erro.arquivo.getvalue()


# Tuning


def test_kfold_ordenado(erro):
    assert erro.notas.min() > 0.9


def test_escala_fora_da_dobra(erro):
    assert erro.media == pytest.approx(0, abs=1e-9)


def test_busca_sem_semente(erro):
    assert erro.uma == erro.outra and len(erro.uma) == 5


def test_busca_n_iter(erro):
    assert erro.combinacoes == 27 and erro.total == 9 * 2 * 3


def test_busca_sem_fit(erro):
    assert erro.melhor["n_neighbors"] in erro.espaco["n_neighbors"]


def test_busca_sem_scoring(erro):
    assert erro.nota == pytest.approx(0.5)


def test_heranca_trocada(erro):
    assert is_classifier(erro.Rede())
    assert erro.notas.min() > 0.9


def test_build_fn(erro):
    assert erro.rede.model is erro.criar


def test_wrapper_assinatura(erro):
    assert erro.rede.predict(erro.X[:4]).shape == (4,)


def test_wrapper_um_neuronio(erro):
    assert erro.modelo.model_.output_shape == (None, 2)


def test_wrapper_parametro(erro):
    assert erro.rede.get_params()["model_kwargs"] == {"learning_rate": 0.1}


def test_wrapper_aninhado(erro):
    assert erro.rede.get_params()["model_kwargs"] == {"learning_rate": 0.1}


def test_wrapper_epocas(erro):
    assert erro.epocas == [7, 7]


def test_wrapper_muda_dicionario(erro):
    assert erro.opcoes == {"verbose": 0}


def test_wrapper_roc_auc(erro):
    assert np.isfinite(erro.notas).all() and ((erro.notas >= 0) & (erro.notas <= 1)).all()
