"""The table of engines: who comes first, who stands in, and that nobody is imported before there is work."""

import subprocess
import sys

import numpy as np
import pytest

from network_service.analysis import engine
from network_service.analysis.engine import choice
from network_service.analysis.engine.network import Network
from network_service.snapshot.model import index_array

CHAIN = Network(100, index_array(range(99)), index_array(range(1, 100)))


def test_each_kind_of_work_has_its_engine() -> None:
    short = Network(3, index_array([0, 1]), index_array([1, 2]))
    assert choice.betweenness(short).engine == "igraph"
    assert choice.membership(short).engine == "numpy"
    assert choice.distance_sums(short).engine == "numpy"


def test_a_network_too_deep_for_the_first_goes_to_the_next() -> None:
    made = choice.distance_sums(CHAIN)
    assert (made.engine, made.value.total[0]) == ("igraph", 99 * 100 / 2)


def test_networkx_stands_in_where_igraph_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "network_service.analysis.engine.igraph_engine", raising=False)
    monkeypatch.delattr(engine, "igraph_engine", raising=False)
    monkeypatch.setitem(sys.modules, "igraph", None)
    assert choice.betweenness(CHAIN).engine == "networkx"
    assert choice.distance_sums(CHAIN).engine == "networkx"


def test_compiled_code_is_asked_where_there_is_much_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "LARGE", 1)
    whole = Network(3, index_array([0, 1]), index_array([1, 2]), np.array([2.0, 3.0]))
    assert choice.betweenness(whole).engine == "numba"
    assert choice.edge_betweenness(whole).engine == "numba"
    assert choice.distance_sums(whole).engine == "numba"
    broken = Network(3, index_array([0, 1]), index_array([1, 2]), np.array([2.0, 3.5]))
    assert choice.betweenness(broken).engine == "igraph"


def test_components_need_no_graph_engine() -> None:
    made = choice.membership(CHAIN)
    assert (made.value, made.maker["engine"]) == ([0] * 100, "numpy")


def test_no_engine_is_imported_before_there_is_work() -> None:
    program = (
        "import sys, network_service.analysis.measures;"
        "print({'igraph', 'networkx', 'numba'} & {name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
