"""The collaboration of actors as UCINET's data language (DL), as an edge list with numbered nodes.

UCINET knows nodes with a label and one number for each ordered pair of them. Carried: every group and organisation by
name, isolates too; who declares to work with whom, both ways where a tie holds both ways (when read again, such a tie
is told from two that go one way only if all ties of the file hold both ways); weights. Not carried: other
kinds of nodes and ties, every other column, dates, and that data are invented: DL has no place for a remark. Of ties
from one node to another one is written, with the largest weight; a weight of zero, which would mean that there is no
tie, is left out.

Older versions of UCINET show the first 18 characters of a label; as the data name nodes by number, nothing is mixed up.
A name that another node has too is followed by its id in brackets, which our reader understands. DL cannot write a
quotation mark within a label, so it becomes a typographic one.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.documents.unique_labels import unique_labels
from network_service.documents.whole_file import whole_file
from network_service.domain.thai.text import clean

_ACTORS = frozenset({"group", "organization"})
_COLLABORATION = "collaborates_with"


def write_ucinet_dl(path: Path, network: FlatNetwork) -> None:
    """Write the groups and organisations and their collaboration; UTF-8, as labels are Thai."""
    with whole_file(path) as written, written.open("w", encoding="utf-8", newline="\r\n") as file:
        file.writelines(f"{line}\n" for line in _lines(network))


def carried_by_dl(network: FlatNetwork) -> tuple[list[FlatRow], list[FlatRow]]:
    """The nodes and ties that DL has a place for: groups and organisations, and the collaboration of these."""
    nodes = [node for node in network.nodes if node.kind in _ACTORS]
    ids = {node.id for node in nodes}
    return nodes, [tie for tie in network.ties if tie.kind == _COLLABORATION and {tie.source, tie.target} <= ids]


def _lines(network: FlatNetwork) -> Iterator[str]:
    actors, ties = carried_by_dl(network)
    places = {actor.id: place for place, actor in enumerate(actors, 1)}
    yield f"dl n={len(actors)}"
    yield "format=edgelist1"
    yield "labels:"
    yield from (f'"{label}"' for label in unique_labels(actors, _spelled))
    yield "data:"
    for (source, target), weight in _pairs(ties, places).items():
        yield f"{source} {target} {weight:.12g}" if weight else f"{source} {target}"


def _spelled(label: str) -> str:
    return clean(label).replace('"', "”")


def _pairs(ties: Sequence[FlatRow], places: dict[str, int]) -> dict[tuple[int, int], float | None]:
    """The weight of each ordered pair that is tied, in the order of the ties."""
    found: dict[tuple[int, int], float | None] = {}
    for tie in ties:
        value = tie.values.get("weight")
        weight = float(value) if isinstance(value, int | float) else None
        there = (places[tie.source], places[tie.target])
        for pair in (there, there[::-1]) if tie.mutual else (there,):
            known = found.get(pair)
            found[pair] = weight if known is None else known if weight is None else max(known, weight)
    return found
