"""The formats of export: who writes each, which suffix means it, and what it leaves out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from network_service.documents.csv_export import write_csv
from network_service.documents.flat_network import FlatNetwork, flat_network
from network_service.documents.follow_the_money_export import write_follow_the_money
from network_service.documents.gexf_export import write_gexf
from network_service.documents.graphml_export import write_graphml
from network_service.documents.json_export import write_json
from network_service.documents.kumu_export import write_kumu_workbook
from network_service.documents.only_actors import only_actors
from network_service.documents.pajek_export import partition_path, write_pajek
from network_service.documents.popolo_export import write_popolo
from network_service.documents.ucinet_dl_export import carried_by_dl, write_ucinet_dl
from network_service.documents.workbook_export import write_workbook
from network_service.domain.record import Record
from network_service.errors import UsageError


@dataclass(frozen=True)
class Content:
    """What is to be written: a province's records, in words of a language."""

    records: Sequence[Record]
    province: str
    revision: int
    language: str
    actors_only: bool

    @cached_property
    def whole(self) -> FlatNetwork:
        """All records as nodes and ties."""
        return flat_network(self.records, self.province, self.language)

    @cached_property
    def network(self) -> FlatNetwork:
        """The records as nodes and ties, those of actors only where that is asked for."""
        return only_actors(self.whole) if self.actors_only else self.whole

    def others(self) -> int:
        """How many nodes and ties are left out where only actors are asked for."""
        return _size(self.whole) - _size(self.network)


@dataclass(frozen=True, slots=True)
class Left:
    """What a file leaves out: the code of a sentence, and how many records or columns it speaks of."""

    code: str
    count: int = 0


class Outcome(NamedTuple):
    """The files that a writer wrote, and what they leave out."""

    files: tuple[Path, ...]
    left: Left | None = None


class Format(NamedTuple):
    """A format: what writes it, the suffix that means it, and whether it is of nodes and ties, to choose from."""

    write: Callable[[Path, Content], Outcome]
    suffix: str = ""
    is_graph: bool = True


def _size(network: FlatNetwork) -> int:
    return len(network.nodes) + len(network.ties)


def _xlsx(out: Path, content: Content) -> Outcome:
    write_workbook(out, content.records, content.language)
    return Outcome((out,))


def _json(out: Path, content: Content) -> Outcome:
    write_json(out, content.records, province=content.province, revision=content.revision)
    return Outcome((out,))


def _csv(out: Path, content: Content) -> Outcome:
    return Outcome(write_csv(out, content.network))


def _pajek(out: Path, content: Content) -> Outcome:
    write_pajek(out, content.network)
    nodes, ties = content.network.node_columns, content.network.tie_columns
    columns = {*nodes, *ties} - {"name", "sector", "weight"}
    return Outcome((out, partition_path(out)), Left("export.left.pajek", len(columns)))


def _dl(out: Path, content: Content) -> Outcome:
    write_ucinet_dl(out, content.network)
    nodes, ties = carried_by_dl(content.network)
    return Outcome((out,), Left("export.left.dl", _size(content.whole) - len(nodes) - len(ties)))


def _popolo(out: Path, content: Content) -> Outcome:
    carried = write_popolo(out, content.records, content.province, content.language)
    return Outcome((out,), Left("export.left.popolo", len(content.records) - carried))


def _ftm(out: Path, content: Content) -> Outcome:
    carried = write_follow_the_money(out, content.records, content.province, content.language)
    return Outcome((out,), Left("export.left.ftm", len(content.records) - carried))


def _one_file(write: Callable[[Path, FlatNetwork], None]) -> Callable[[Path, Content], Outcome]:
    def written(out: Path, content: Content) -> Outcome:
        write(out, content.network)
        return Outcome((out,))

    return written


FORMATS: Mapping[str, Format] = {
    "xlsx": Format(_xlsx, ".xlsx", is_graph=False),
    "json": Format(_json, ".json", is_graph=False),
    "csv": Format(_csv, ".csv"),
    "graphml": Format(_one_file(write_graphml), ".graphml"),
    "gexf": Format(_one_file(write_gexf), ".gexf"),
    "pajek": Format(_pajek, ".net"),
    "dl": Format(_dl, ".dl"),
    "kumu": Format(_one_file(write_kumu_workbook)),
    "popolo": Format(_popolo, is_graph=False),
    "ftm": Format(_ftm, is_graph=False),
}
"""The formats by the word that asks for them."""


def format_meant(asked: str | None, out: Path) -> str:
    """The format asked for, else the one of the file's suffix; `UsageError` where there is none."""
    suffix = out.suffix.lower()
    wanted = asked or next((word for word, form in FORMATS.items() if form.suffix == suffix != ""), None)
    if wanted is None or wanted not in FORMATS:
        raise UsageError("export.unknown_format", form=wanted or suffix[1:] or "-", known=", ".join(FORMATS))
    return wanted
