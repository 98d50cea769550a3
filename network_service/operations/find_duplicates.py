"""Propose records of a province that are probably one and the same; a person decides, nothing is merged here."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from network_service.domain.nodes import Named, Person
from network_service.domain.principal import Principal
from network_service.domain.record import Record, Tie
from network_service.ingest.duplicates.pair import Pair
from network_service.operations.duplicate_pairs import Declaration, declared_different, duplicate_pairs, key_of
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.store.application import ApplicationRecords
from network_service.store.base import StoreReader


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the two records: what it is, its name, and how many ties join it today."""

    id: str
    kind: str
    name: str
    ties: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records that are probably one. `gone` is the one that would go: it has fewer ties, or the higher id."""

    pair: Pair
    gone: Candidate
    kept: Candidate

    @property
    def merge_command(self) -> str:
        """What to type if they are one."""
        return f"network-service merge {self.gone.id} {self.kept.id}"

    @property
    def different_command(self) -> str:
        """What to type if they are two."""
        return f"network-service duplicates --different {self.gone.id} {self.kept.id}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two records that would be proposed, had not somebody declared them different."""

    one: Candidate
    other: Candidate
    declared: Declaration


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The proposals of a province, the likely ones first, and the pairs left out as declared different."""

    province: str
    revision: int
    proposals: tuple[Proposal, ...]
    different: tuple[Difference, ...]


def find_duplicates(
    principal: Principal,
    store: StoreReader,
    application: ApplicationRecords,
    *,
    day: date,
    province: str | None = None,
    progress: Progress = silent,
) -> Duplicates:
    """Compare the actors and persons of a province that hold on a day; pairs declared different are left out."""
    code = province_meant(principal, "duplicates", store, province)
    revision = store.revision()
    progress("progress.reading_store", 0, 0)
    records = {found.record.id: found.record for found in store.records(province=code, as_of=day, revision=revision)}
    progress("progress.comparing_names", 0, 0)
    different = declared_different(application)
    pairs = duplicate_pairs(records.values())
    left = [pair for pair in pairs if key_of(pair.one, pair.other) not in different]
    ties = Counter(
        end for record in records.values() if isinstance(record, Tie) for end in (record.source, record.target)
    )
    return Duplicates(
        province=code,
        revision=revision,
        proposals=tuple(_proposal(pair, records[pair.one], records[pair.other], ties) for pair in left),
        different=tuple(
            Difference(
                _candidate(records[pair.one], ties),
                _candidate(records[pair.other], ties),
                different[key_of(pair.one, pair.other)],
            )
            for pair in pairs
            if key_of(pair.one, pair.other) in different
        ),
    )


def _proposal(pair: Pair, one: Record, other: Record, ties: Counter[str]) -> Proposal:
    kept, gone = sorted((one, other), key=lambda record: (-ties[record.id], record.id))
    return Proposal(pair, _candidate(gone, ties), _candidate(kept, ties))


def _candidate(record: Record, ties: Counter[str]) -> Candidate:
    assert isinstance(record, Named | Person)
    return Candidate(record.id, record.kind, record.display_name, ties[record.id])
