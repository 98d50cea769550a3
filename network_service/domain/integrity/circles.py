"""Circles in what names one another: the strongly connected parts of a directed graph (Tarjan 1972)."""

from collections.abc import Iterator, Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The sets of two nodes and more of which each leads to every other.

    Without recursion, as a chain of offices may be longer than Python's stack is deep.
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_nodes: list[str] = []
    is_open: set[str] = set()
    found: list[list[str]] = []

    def enter(node: str) -> tuple[str, Iterator[str]]:
        order[node] = lowest[node] = len(order)
        open_nodes.append(node)
        is_open.add(node)
        return node, iter(edges.get(node, ()))

    for start in edges:
        way = [] if start in order else [enter(start)]
        while way:
            node, onward = way[-1]
            other = next(onward, None)
            if other is None:
                way.pop()
                if way:
                    before = way[-1][0]
                    lowest[before] = min(lowest[before], lowest[node])
                if lowest[node] == order[node]:
                    part = [open_nodes.pop()]
                    while part[-1] != node:
                        part.append(open_nodes.pop())
                    is_open.difference_update(part)
                    if len(part) > 1:
                        found.append(part[::-1])
            elif other not in order:
                way.append(enter(other))
            elif other in is_open:
                lowest[node] = min(lowest[node], order[other])
    return found
