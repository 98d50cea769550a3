"""Check the whole network of a province: the store itself first, then everything its records say of one another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from network_service.domain.integrity.rules import check_network
from network_service.domain.integrity.violation import Violation, Weight
from network_service.domain.principal import Principal
from network_service.domain.record import Record
from network_service.ingest.fault import Fault
from network_service.ingest.whole import name_of
from network_service.operations.due_soon import Due, due_soon
from network_service.operations.progress import Progress, silent
from network_service.operations.province import province_meant
from network_service.store.base import StoreWriter

_NAMED = 3
"""Other records that one sentence names: a circle of forty offices is found by three of them."""


@dataclass(frozen=True, slots=True)
class NetworkCheck:
    """What was looked at and what is wrong.

    `unsound` are codes of what is wrong with the store itself, `records` those of the province by id, ended ones too.
    `due` is no fault but what somebody has to see to.
    """

    province: str
    day: date
    revision: int
    unsound: tuple[str, ...]
    records: Mapping[str, Record]
    violations: tuple[Violation, ...]
    due: tuple[Due, ...]

    def of(self, weight: Weight) -> tuple[Violation, ...]:
        """The violations of one weight, rule by rule."""
        return tuple(one for one in self.violations if one.weight is weight)

    def name(self, record_id: str) -> str:
        """What a person calls a record; an id that belongs to none is itself."""
        record = self.records.get(record_id)
        return record_id if record is None else name_of(record, self.records)

    def fault(self, violation: Violation) -> Fault:
        """The violation as an import would tell it, so that both say the same."""
        others = dict.fromkeys(spot.record_id for spot in violation.others if spot.record_id != violation.record_id)
        return Fault(violation.code, parameters={"others": tuple(map(self.name, list(others)[:_NAMED]))})


def check_stored_network(
    principal: Principal,
    store: StoreWriter,
    *,
    day: date,
    province: str | None = None,
    progress: Progress = silent,
) -> NetworkCheck:
    """Look at every current record of a province, ended ones too; `day` is what counts as today. Nothing is written."""
    code = province_meant(principal, "check", store, province)
    progress("progress.reading_store", 0, 0)
    unsound = tuple(store.check())
    revision = store.revision()
    records = {found.record.id: found.record for found in store.records(province=code, revision=revision)}
    progress("progress.checking_network", 0, 0)
    violations = tuple(check_network(records.values(), day))
    return NetworkCheck(code, day, revision, unsound, records, violations, due_soon(records, day))
