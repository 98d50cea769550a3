"""The formats of export: who writes each, which suffix means it, and what it leaves out."""

from collections.abc import Callable, Collection, Mapping, Sequence
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
from network_service.documents.ucinet_dl_export import write_ucinet_dl
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
    def network(self) -> FlatNetwork:
        """The records as nodes and ties, of actors only where that is asked for."""
        whole = flat_network(self.records, self.province, self.language)
        return only_actors(whole) if self.actors_only else whole

    def left_but(self, kinds: Collection[str]) -> int:
        """How many records are of none of these kinds."""
        return sum(record.kind not in kinds for record in self.records)


class Outcome(NamedTuple):
    """The files that a writer wrote, and how many records it left out, where that tells something."""

    files: tuple[Path, ...]
    left_out: int = 0


class Format(NamedTuple):
    """A format: what writes it, the suffix that means it, and whether it has a part of nodes and ties to choose."""

    write: Callable[[Path, Content], Outcome]
    suffix: str = ""
    is_graph: bool = True
    is_lossless: bool = False


_CARRIED_BY_DL = frozenset({"group", "organization", "collaborates_with"})


def _xlsx(out: Path, content: Content) -> Outcome:
    write_workbook(out, content.records, content.language)
    return Outcome((out,))


def _json(out: Path, content: Content) -> Outcome:
    write_json(out, content.records, province=content.province, revision=content.revision)
    return Outcome((out,))


def _pajek(out: Path, content: Content) -> Outcome:
    write_pajek(out, content.network)
    return Outcome((out, partition_path(out)))


def _dl(out: Path, content: Content) -> Outcome:
    write_ucinet_dl(out, content.network)
    return Outcome((out,), content.left_but(_CARRIED_BY_DL))


def _popolo(out: Path, content: Content) -> Outcome:
    carried = write_popolo(out, content.records, content.province, content.language)
    return Outcome((out,), len(content.records) - carried)


def _ftm(out: Path, content: Content) -> Outcome:
    carried = write_follow_the_money(out, content.records, content.province, content.language)
    return Outcome((out,), len(content.records) - carried)


def _one_file(write: Callable[[Path, FlatNetwork], None]) -> Callable[[Path, Content], Outcome]:
    def written(out: Path, content: Content) -> Outcome:
        write(out, content.network)
        return Outcome((out,))

    return written


FORMATS: Mapping[str, Format] = {
    "xlsx": Format(_xlsx, ".xlsx", is_graph=False, is_lossless=True),
    "json": Format(_json, ".json", is_graph=False, is_lossless=True),
    "csv": Format(lambda out, content: Outcome(write_csv(out, content.network)), ".csv"),
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
    by_suffix = next((word for word, form in FORMATS.items() if form.suffix and form.suffix == suffix), suffix[1:])
    wanted = asked or by_suffix
    if wanted not in FORMATS:
        raise UsageError("export.unknown_format", form=wanted or "-", known=", ".join(FORMATS))
    return wanted
