"""Probable duplicates among the actors and persons of a province's records, as far as nobody has said they differ."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from network_service.domain.nodes import Actor, Person
from network_service.domain.record import Record
from network_service.domain.ties import BelongsTo, Represents
from network_service.ingest.duplicates import organisations, people
from network_service.ingest.duplicates.pair import Pair
from network_service.reference.places import place_names
from network_service.reference.provinces import is_synthetic, province, provinces
from network_service.store.application import ApplicationRecords, Json

COLLECTION = "different_records"
"""Collection of application records: pairs that a person has looked at and called different; the key is both ids."""


def duplicate_pairs(records: Collection[Record], about: Collection[str] | None = None) -> list[Pair]:
    """Pairs of actors and of persons, the likely ones first; with at least one of the ids of `about` if it is given."""
    actors = [record for record in records if isinstance(record, Actor)]
    found = organisations.probable_duplicates(actors, _places(actors), about)
    found += people.probable_duplicates(
        (record for record in records if isinstance(record, Person)), _affiliations(records), about
    )
    return sorted(found, key=lambda pair: pair.weight)


def key_of(one: str, other: str) -> str:
    """The key under which a pair of ids is remembered; the order does not count."""
    return "/".join(sorted((one, other)))


@dataclass(frozen=True, slots=True)
class Declaration:
    """Who called two records different, when, and why; what an older entry does not say is empty."""

    by: str
    on: str
    reason: str


def declared_different(application: ApplicationRecords) -> dict[str, Declaration]:
    """All pairs that a person has called different, by their keys."""
    return {entry.key: _declaration(entry.value) for entry in application.entries(COLLECTION)}


def _declaration(value: Json) -> Declaration:
    said = value if isinstance(value, Mapping) else {}
    return Declaration(*(str(said.get(name) or "") for name in ("by", "on", "reason")))


def _places(actors: Collection[Actor]) -> set[str]:
    """Names of all provinces, of the places within those that actors are of, and of the districts that actors name.

    Places of other provinces are left out: 7,000 of them would find themselves in common words.
    """
    named = {actor.district for actor in actors if actor.district}
    named |= {known.thai for known in provinces()}
    for code in {actor.province for actor in actors}:
        if not is_synthetic(code):
            named |= place_names(province(code)).keys()
    return named


def _affiliations(records: Iterable[Record]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for record in records:
        if isinstance(record, BelongsTo | Represents):
            found[record.source].add(record.target)
    return found
