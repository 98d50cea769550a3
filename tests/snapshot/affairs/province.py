"""Reads the affairs of a small province made by hand, through a store."""

from pathlib import Path

from network_service.domain.identity import id_from_name
from network_service.domain.kinds import record_from
from network_service.domain.lens import Lens
from network_service.domain.record import Record
from network_service.snapshot.affairs.build import build_affairs
from network_service.snapshot.affairs.model import Affairs
from tests.snapshot.records import DAY, PROVINCE, a_network, node, store_with

NET = a_network()
A = node("organization", "ก", sector="state", area_level="province")
B = node("organization", "ข", sector="business")
C = node("group", "ค", sector="community")
SPEAKER = node("person", "ผู้แทน")
NOBODY = node("person", "ไม่มีสังกัด")


def rating(**fields: object) -> Record:
    """A result of a survey; it has no name to make its id of."""
    told = "|".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return record_from({"id": id_from_name(PROVINCE, "rating", told), "province": PROVINCE, "kind": "rating", **fields})


def affairs_of(path: Path, *records: Record, **lens: object) -> Affairs:
    """What is read of the records, on the day of the test provinces."""
    with store_with(path, *records) as store:
        return build_affairs(store, Lens.model_validate({"as_of": DAY, "provinces": (PROVINCE,), **lens}))
