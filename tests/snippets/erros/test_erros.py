"""Every error fails as it declares, and the right way is right: a test for each, named after its snippet."""

import inspect
import re
import sys

import keras
import numpy as np
import pandas as pd
import pytest

from engine.core.paths import Paths
from engine.pytest_plugin import snippets_of
from engine.snippets.expected import ERRORS_FOLDER, FIXED_CELL
from engine.snippets.store import Store
from tests.conftest import ROOT

SNIPPETS = {name.removeprefix(f"{ERRORS_FOLDER}/"): each for name, each in snippets_of(ROOT).items() if each.is_error}


def said(cell) -> list[str]:
    """Return what a cell that ran complained of: its exception, and its warnings as the engine writes them."""
    errors = [f"{output.ename}: {output.evalue}" for output in cell.outputs if output.output_type == "error"]
    return errors + [output.text for output in cell.outputs if output.get("name") == "stderr"]


@pytest.mark.parametrize("name", SNIPPETS)
def test_fails_as_declared_and_then_the_right_way_runs_in_silence(name):
    """That an effect came true, and is gone after ``certo``, the engine judges: otherwise it keeps no result."""
    notebook, reason = Store.of(Paths.of(ROOT)).get(SNIPPETS[name])
    assert notebook is not None, f"{reason}; build the deck first: python3 build.py"
    cells = {cell.metadata.name: cell for cell in notebook.cells if cell.cell_type == "code"}
    declared = {name: cell.declared for name, cell in SNIPPETS[name].cells.items() if cell.declared}
    assert declared
    for cell, declaration in declared.items():
        kind = declaration.raises or declaration.warns
        if kind:
            (complaint,) = said(cells[cell])
            assert re.search(rf"^{kind}: ", complaint, re.M) and declaration.pattern.search(complaint)
    assert said(cells[FIXED_CELL]) == []


def test_every_error_has_a_test_of_what_is_right():
    tests = {name.removeprefix("test_") for name, _ in inspect.getmembers(sys.modules[__name__], inspect.isfunction)}
    assert set(SNIPPETS) - tests == set()


def test_no_declaration_holds_a_backslash():
    """Python reads it as an escape, and warns of one that it does not know: [(] does what it would."""
    lines = [line for snippet in SNIPPETS.values() for line in snippet.text.splitlines() if line.startswith("# %%")]
    assert [line for line in lines if "\\" in line] == []


# Importing


def test_sequential(snippet):
    assert snippet.Sequential is keras.Sequential


def test_wrappers_antigos(snippet):
    assert snippet.SKLearnClassifier is keras.wrappers.SKLearnClassifier


def test_bloco_sozinho(snippet):
    assert int(snippet.model.optimizer.iterations) == 5


def test_pandas_sem_importar(values):
    assert values.table.shape == (2, 1)


def test_nome_trocado(snippet):
    assert snippet.callbacks == [snippet.early_stopping]


def test_nome_na_chamada(snippet):
    assert isinstance(snippet.optimizer, keras.optimizers.Adam)


# Data


def test_arquivo(values):
    assert len(values.df) == 150


def test_coluna(values):
    assert list(values.labels.categories) == ["azul", "verde"]


def test_atributo_coluna(values):
    assert values.df["codigo"].tolist() == [0, 1, 0]


def test_rotulo_ausente(values):
    assert (values.codes >= 0).all()
    assert values.y.sum(axis=0).tolist() == [1, 1, 1]


def test_codigos_sem_nome(values):
    assert values.answer == sorted(values.names)[values.predicted]


def test_dados_ordenados(values):
    assert set(values.y_part) == {0, 1, 2}


# Building


def test_forma(snippet):
    assert snippet.model.input_shape == (None, snippet.X.shape[1])


def test_input_shape(snippet):
    assert snippet.model.built
    assert snippet.model.count_params() == 3 * 2 + 2 + 2 + 1


def test_sem_entrada(values):
    assert values.total == 3 * 2 + 2 + 2 + 1


def test_argumento_repetido(snippet):
    assert issubclass(snippet.Dense, keras.layers.Layer)


def test_tahn(snippet):
    assert snippet.layer.activation is keras.activations.tanh


def test_leaky_inclinacao(snippet):
    assert float(snippet.a[0]) == pytest.approx(-0.2)
    assert float(snippet.b[0]) == pytest.approx(-0.2)


def test_sem_sigmoid(values):
    assert 0 <= values.p.min() < 0.2 and 0.8 < values.p.max() <= 1


def test_softmax_um(values):
    assert len(np.unique(values.p.round(3))) > 10


def test_sigmoid_categorica(values):
    np.testing.assert_allclose(values.total, 1, atol=1e-5)


def test_softmax_binaria(values):
    assert values.loss == pytest.approx(np.log(3), abs=1e-4)


def test_bn_depois_da_saida(values):
    np.testing.assert_allclose(values.total, 1, atol=1e-5)


# Compiling


def test_lr(snippet):
    assert float(snippet.optimizer.learning_rate) == pytest.approx(0.001)


def test_decay(values):
    assert values.rate == pytest.approx(0.1 / (1 + 0.01 * 100), abs=0.001)


def test_perda_relu(snippet):
    assert snippet.model.loss == "binary_crossentropy"


def test_accuarcy(snippet):
    assert "accuracy" in snippet.model.get_metrics_result()


def test_rotulo_inteiro(snippet):
    one_hot = keras.utils.to_categorical(snippet.y)
    p = snippet.model.predict(snippet.X, verbose=0)
    by_hand = -np.log((p * one_hot).sum(axis=1)).mean()
    assert snippet.model.evaluate(snippet.X, snippet.y, verbose=0) == pytest.approx(by_hand, abs=1e-4)


def test_multirrotulo_accuracy(values):
    assert values.shown == pytest.approx(values.counted, abs=1e-6)
    assert values.counted > 0.9


def test_metrics_no_fit(snippet):
    assert "accuracy" in snippet.model.get_metrics_result()


# Training


def test_train(snippet):
    assert int(snippet.model.optimizer.iterations) == 2 * 2  # 64 examples, lots of 32


def test_epohcs(snippet):
    assert int(snippet.model.optimizer.iterations) == 2 * 2


def test_alvo_sem_escala(values):
    assert values.r2 > 0.2


def test_sem_escala(values):
    assert values.accuracy > 0.82


def test_poucas_epocas(values):
    assert values.accuracy > 0.95


def test_sem_semente(values):
    np.testing.assert_array_equal(values.first, values.second)


def test_fit_duas_vezes(values):
    assert values.again == pytest.approx(values.first, abs=1e-6)


def test_otimizador_continua(values):
    assert values.steps == 0


def test_bn_depois_do_treino(values):
    assert values.before != values.after


def test_parada_sem_validacao(snippet):
    assert 0 < snippet.stopping.stopped_epoch < 19


def test_sem_restaurar(values):
    assert values.kept == pytest.approx(values.best, abs=1e-4)


def test_nunca_para(values):
    assert 0 < values.stopped < 99


def test_avaliar_no_treino(values):
    assert 0.3 < values.accuracy < 0.7


def test_teste_como_validacao(values):
    assert values.score == pytest.approx(0.5, abs=0.03)


# Reading results


def test_chave_acc(snippet):
    assert set(snippet.history.history) == {"accuracy", "loss", "val_accuracy", "val_loss"}


def test_chave_val_acc(snippet):
    assert set(snippet.history.history) == {"accuracy", "loss", "val_accuracy", "val_loss"}


def test_chave_sem_metrica(values):
    assert len(values.accuracy) == 1 and 0 <= values.accuracy[0] <= 1


def test_history_objeto(values):
    assert len(values.losses) == 2


def test_evaluate_indice(values):
    assert list(values.measures) == ["loss"] and values.loss == values.measures["loss"]


def test_sem_metrica(values):
    assert set(values.measure) == {"accuracy", "loss"}


def test_dataframe_history(values):
    assert isinstance(values.table, pd.DataFrame) and list(values.table) == ["relu"] and len(values.table) == 2


def test_show_sem_tela(snippet):
    assert b"<svg" in snippet.file.getvalue()


# Tuning


def test_kfold_ordenado(values):
    assert values.scores.min() > 0.9


def test_escala_fora_da_dobra(values):
    assert values.mean == pytest.approx(0, abs=1e-9)


def test_busca_sem_semente(values):
    assert values.first == values.second and len(values.first) == 5


def test_busca_n_iter(values):
    assert values.combinations == 27 and values.total == 9 * 2 * 3


def test_busca_sem_fit(values):
    assert values.best["n_neighbors"] in values.space["n_neighbors"]


def test_busca_sem_scoring(values):
    assert values.score == pytest.approx(0.5)


def test_build_fn(snippet):
    assert snippet.network.model is snippet.build_model


def test_wrapper_um_neuronio(snippet):
    assert snippet.network.model_.output_shape == (None, 2)


def test_wrapper_aninhado(snippet):
    assert snippet.network.get_params()["model_kwargs"] == {"learning_rate": 0.1}
