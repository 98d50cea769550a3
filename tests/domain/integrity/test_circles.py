"""Circles of any length are found, each once, and nothing that only leads into one."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.integrity.circles import circles

graphs = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=3), max_size=8)


@given(edges=graphs)
def test_circles_are_the_strongly_connected_parts_of_two_nodes_and_more(edges: dict[str, list[str]]):
    graph = nx.DiGraph((one, other) for one, others in edges.items() for other in others)
    parts = nx.strongly_connected_components(graph)
    assert {frozenset(part) for part in circles(edges)} == {frozenset(part) for part in parts if len(part) > 1}


def test_a_chain_far_longer_than_the_stack_is_deep_ends():
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert circles(chain) == []
    (circle,) = circles({**chain, "20000": ["0"]})
    assert len(circle) == 20_001
