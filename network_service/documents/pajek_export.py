"""Nodes and ties as Pajek's network (`.net`), with their sectors beside it as a partition (`.sector.clu`).

Pajek knows vertices with a label, and lines with a value, in relations. Carried: all nodes and ties, isolates and
parallel ties too; names; kinds of ties as relations, arcs where a tie goes one way and edges where it holds both ways;
weights as values of lines; sectors as classes. Kinds and ids stand in comments, which our reader takes for what they
are and Pajek drops when it saves. Not carried: every other column, dates among them, as Pajek counts time in whole
steps of a unit that the file does not name.

Pajek takes a file for Unicode only if it begins with a byte order mark; signs that would end a label stand by number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from network_service.documents.flat_network import FlatNetwork, FlatRow
from network_service.documents.whole_file import whole_file
from network_service.domain.thai.text import clean, match_form
from network_service.domain.vocabulary import codes_by_word, terms

_SUFFIX = ".net"
_SYNTHETIC = "% synthetic: invented data"
_BY_NUMBER = re.compile('"|&(?=#)')
"""Signs that stand by number: what would end a label, and what would begin such a number."""


def write_pajek(path: Path, network: FlatNetwork) -> None:
    """Write the network, and beside it the partition of sectors, which without a new network is not written either."""
    with whole_file(partition_path(path)) as classes, whole_file(path) as written:
        _write(written, _network(network), "utf-8-sig")
        _write(classes, _partition(network.nodes, network.synthetic), "ascii")


def partition_path(path: Path) -> Path:
    """Where the sectors of the nodes are written: `province.sector.clu` beside `province.net`."""
    stem = path.name[: -len(_SUFFIX)] if path.suffix.lower() == _SUFFIX else path.name
    return path.with_name(f"{stem}.sector.clu")


def _write(path: Path, lines: Iterable[str], encoding: str) -> None:
    # Line ends of Windows, where Pajek runs.
    with path.open("w", encoding=encoding, newline="\r\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _network(network: FlatNetwork) -> Iterator[str]:
    vertices = {node.id: number for number, node in enumerate(network.nodes, 1)}
    for tie in network.ties:  # what another province has is a vertex, but none of ours
        for end in (tie.source, tie.target):
            vertices.setdefault(end, len(vertices) + 1)
    sections = _sections(network.ties)
    yield f"*Network {_spelled(network.title)}"
    if network.synthetic:
        yield _SYNTHETIC
    for number, node in enumerate(network.nodes, 1):
        yield f"% node {number} = {node.kind} {node.id}"
    for number, tie in enumerate((tie for _, ties in sections for tie in ties), 1):
        yield f"% tie {number} = {vertices[tie.source]} {vertices[tie.target]} {tie.id}"
    yield f"*Vertices {len(vertices)}"
    labels = {node.id: node.label for node in network.nodes}
    for end, number in vertices.items():
        yield f'{number} "{_spelled(labels.get(end, end))}"'
    for header, ties in sections:
        yield header
        for tie in ties:
            weight = tie.values.get("weight")
            value = f" {weight}" if isinstance(weight, int | float) else ""
            yield f"{vertices[tie.source]} {vertices[tie.target]}{value}"


def _sections(ties: Sequence[FlatRow]) -> list[tuple[str, list[FlatRow]]]:
    """The ties by kind, each kind a relation, those that hold both ways apart; kinds as they first come."""
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(tie.kind for tie in ties), 1)}
    found: dict[str, list[FlatRow]] = {}
    for tie in ties:
        part = "*Edges" if tie.mutual else "*Arcs"
        found.setdefault(f'{part} :{kinds[tie.kind]} "{tie.kind}"', []).append(tie)
    return list(found.items())


def _partition(nodes: Sequence[FlatRow], synthetic: bool) -> Iterator[str]:
    """The class of each node: the place of its sector among all sectors, which never depends on the network; else 0."""
    sectors = {code: number for number, code in enumerate(terms("sector"), 1)}
    codes = codes_by_word("sector")
    if synthetic:
        yield _SYNTHETIC
    yield from (f"% {number} = {code}" for code, number in sectors.items())
    yield f"*Vertices {len(nodes)}"
    for node in nodes:
        yield str(sectors.get(codes.get(match_form(str(node.values.get("sector", ""))), ""), 0))


def _spelled(text: str) -> str:
    """A text that stays on its line and within its quotes."""
    return _BY_NUMBER.sub(lambda found: f"&#{ord(found[0])};", clean(text))
