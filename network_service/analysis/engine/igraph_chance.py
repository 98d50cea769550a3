"""Chance in igraph, which has one generator for the whole process, lent from a seed and given back."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

import igraph


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Give igraph a generator of our own and take it away again: the same seed, the same draws, in any process."""
    igraph.set_random_number_generator(random.Random(seed))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)
