"""A record that turned out to be another one: its id stays, and leads to the record that was kept."""

from collections.abc import Callable, Mapping
from typing import Annotated, Literal, Self

from pydantic import model_validator

from network_service.domain.nodes import Named
from network_service.domain.record import Record, RecordId
from network_service.domain.vocabulary import Coded


class Merged(Named):
    """What is left of a node merged into another; `was` is its former kind, `into` the record that was kept.

    No tie joins it and no list of a kind names it. Its name is the one it was last shown by, and its visibility the one
    it had: the name of a person is not public for being a second one.
    """

    kind: Literal["merged"] = "merged"
    was: Annotated[str, Coded("kind")]
    into: RecordId

    @model_validator(mode="after")
    def _into_another(self) -> Self:
        if self.into == self.id:
            raise ValueError("record.merged_into_itself")
        return self


def kept_of(record: Record, find: Callable[[str], Record | None]) -> Record | None:
    """The record that a merged one leads to, however many merges lie between; any other record is itself.

    `None` where the way ends at an id that `find` does not know, or in a circle, as only a foreign file could have it.
    """
    met: set[str] = set()
    current: Record | None = record
    while isinstance(current, Merged):
        if current.id in met:
            return None
        met.add(current.id)
        current = find(current.into)
    return current


def kept_ids(records: Mapping[str, Record]) -> dict[str, str]:
    """For each merged record among some, the id of the record it leads to; those that lead nowhere are left out."""
    found = {}
    for record in records.values():
        if isinstance(record, Merged):
            kept = kept_of(record, records.get)
            if kept is not None:
                found[record.id] = kept.id
    return found
