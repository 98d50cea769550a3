"""numpy: leading eigenvectors, Katz's sum and PageRank, the same to the last digit in any process.

igraph's eigenvectors start from a random vector and differ from call to call at 1e-16; networkx's need scipy or many
rounds of plain Python. At 12,000 ties these take 5 to 40 ms, at 120,000 under half a second.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from network_service.snapshot.model import Index, Strength

_STEPS = 320
"""Lanczos vectors kept: all that there are in a network of 320 actors, which is then solved exactly."""
_CELLS = 4_000_000
"""Numbers in those vectors at most, 32 MB: 200 vectors in a network of 20,000 actors, which needs some 40."""
_RESTARTS = 6
"""From the best vector so far: a path of 1,000 actors needs all, one of 20,000 gives up after seconds."""
_SMALL = 1e-9
"""How far the vector found may lean from the true one: its error against the gap to the next eigenvalue."""
_EXACT = 1e-13
"""Relative change at which a sum that converges like a geometric series is done."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A sparse square matrix by rows: `columns` and `entries` of all filled rows one after the other."""

    size: int
    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    columns: NDArray[np.int64]
    entries: Strength

    def __matmul__(self, vector: Strength) -> Strength:
        """The matrix times a vector."""
        product = np.zeros(self.size)
        if len(self.rows):
            product[self.rows] = np.add.reduceat(self.entries * vector[self.columns], self.starts)
        return product


@dataclass(frozen=True, slots=True)
class LeadingPair:
    """The largest eigenvalue of a matrix and its vector of length 1, with how far each may be off."""

    value: float
    vector: Strength
    value_error: float
    vector_error: float

    @property
    def converged(self) -> bool:
        """Whether the vector is as exact as promised."""
        return self.vector_error <= _SMALL


def matrix(size: int, row: Index, column: Index, entries: Strength) -> Matrix:
    """A matrix from its filled places."""
    order = np.argsort(row, kind="stable")
    rows, starts = np.unique(row[order], return_index=True)
    return Matrix(size, rows.astype(np.int64), starts, column[order].astype(np.int64), entries[order])


def symmetric(size: int, source: Index, target: Index, entries: Strength) -> Matrix:
    """The adjacency matrix of undirected edges."""
    ends = np.concatenate((source, target)), np.concatenate((target, source))
    return matrix(size, *ends, np.concatenate((entries, entries)))


def leading_pair(adjacency: Matrix) -> LeadingPair:
    """Lanczos's method with all vectors kept orthogonal, begun from the row sums; for entries above 0.

    In a drawn-out network the next eigenvalue is so near that the vector does not settle (a path of 2,000 actors): the
    answer then says how far it may be off.
    """
    start = adjacency @ np.ones(adjacency.size)
    steps = min(_STEPS, max(_CELLS // adjacency.size, 20))
    found = _lanczos(adjacency, start / np.linalg.norm(start), steps)
    for _ in range(_RESTARTS):
        if found.converged:
            break
        found = _lanczos(adjacency, found.vector, steps)
    return found


def _lanczos(adjacency: Matrix, start: Strength, steps: int) -> LeadingPair:
    kept = np.zeros((min(steps, adjacency.size), adjacency.size))
    diagonal, beside = np.zeros(len(kept)), np.zeros(len(kept))
    kept[0], look = start, 20
    for step in range(len(kept)):
        following = adjacency @ kept[step]
        diagonal[step] = kept[step] @ following
        for _ in range(2):  # once leaves a part of 1e-8 in the way, twice is enough (Giraud and Langou 2005)
            following -= (kept[: step + 1] @ following) @ kept[: step + 1]
        beside[step] = np.linalg.norm(following)
        closed = beside[step] <= 1e-12 * max(abs(diagonal[0]), 1.0)
        if closed or step + 1 in (look, len(kept)):
            found = _ritz(kept[: step + 1], diagonal[: step + 1], beside[: step + 1])
            if closed or found.converged or step + 1 == len(kept):
                return found
            look *= 2
        kept[step + 1] = following / beside[step]
    raise AssertionError("the last step answers")


def _ritz(kept: Strength, diagonal: Strength, beside: Strength) -> LeadingPair:
    """The best pair within the space of the vectors kept."""
    values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(beside[:-1], 1) + np.diag(beside[:-1], -1))
    error = float(beside[-1] * abs(vectors[-1, -1]))
    lean = error / float(values[-1] - values[-2]) if len(values) > 1 else 0.0
    vector = np.abs(vectors[:, -1] @ kept)  # by Perron and Frobenius all of one sign
    # The value is off by at most the error and, by Kato and Temple, by its square against the gap.
    return LeadingPair(float(values[-1]), vector / np.linalg.norm(vector), error * min(lean, 1.0), lean)


def katz_sum(adjacency: Matrix, alpha: float) -> Strength:
    """The x with x = alpha A x + 1 of a symmetric A, for alpha below 1/(largest eigenvalue): conjugate gradients."""
    found = np.ones(adjacency.size)
    rest = np.ones(adjacency.size) - (found - alpha * (adjacency @ found))
    way, square = rest, float(rest @ rest)
    enough = _EXACT**2 * adjacency.size
    while square > enough:
        image = way - alpha * (adjacency @ way)
        far = square / float(way @ image)
        found, rest = found + far * way, rest - far * image
        before, square = square, float(rest @ rest)
        way = rest + square / before * way
    return found


def pagerank(following: Matrix, damping: float) -> Strength:
    """Shares of a walker that follows an arc with probability `damping` and else starts anew anywhere; they sum to 1.

    `following` holds at (v, u) the probability to go from u to v. Who has no arc out starts anew anywhere too: that
    only scales the sum of all walks, so it need not enter it.
    """
    found = np.ones(following.size)
    while True:
        better = 1 + damping * (following @ found)
        change, found = float(np.abs(better - found).sum()), better
        if change <= _EXACT * float(found.sum()):
            shares: Strength = found / found.sum()
            return shares
