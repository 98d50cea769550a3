"""A record as somebody is shown it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from network_service.store.application import Json


class Masked(NamedTuple):
    """What is told of a record of another province that a shown one names."""

    kind: str
    province: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What one who asks is shown of a version of a record.

    `fields` are those that may be seen, an empty one as `None`; `id` and ids in `fields` are pseudonyms where those
    stand for names. `name` is what it is called, `None` for a tie. `names` are those of the records it names, by id.
    `masked` are the fields that name a record of another province. `guarded` says that what is shown is not for
    members, so that the reading must be logged under `record_id`, the id that it has in the store.
    """

    id: str
    kind: str
    province: str
    version: int
    revision: int
    name: str | None
    fields: Mapping[str, Json]
    names: Mapping[str, str]
    masked: Mapping[str, Masked]
    guarded: bool
    record_id: str
