"""Simple networks are simple: one edge for many ties, no loops, the greatest known strength."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from network_service.snapshot.model import index_array, simple_edges

ties = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from([1.0, 2.0, 3.0, 4.0, 5.0, float("nan")])),
    max_size=30,
)


@given(ties, st.booleans())
def test_edges_are_what_a_dictionary_of_the_ties_says(rows: list[tuple[int, int, float]], directed: bool):
    expected: dict[tuple[int, int], float] = {}
    for source, target, strength in rows:
        key = (source, target) if directed else (min(source, target), max(source, target))
        if source != target:
            before = expected.get(key, float("nan"))
            expected[key] = float(np.fmax(before, strength))
    edges = simple_edges(
        6,
        index_array(row[0] for row in rows),
        index_array(row[1] for row in rows),
        np.array([row[2] for row in rows], dtype=np.float64),
        directed=directed,
    )
    found = list(zip(edges.source.tolist(), edges.target.tolist(), strict=True))
    assert found == sorted(expected)
    np.testing.assert_array_equal(edges.strength, [expected[key] for key in found])
