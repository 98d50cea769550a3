"""What is wrong with the fields that somebody gave for a record: each fault names its field and the rule it breaks."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from network_service.domain.integrity.violation import Violation
from network_service.domain.kinds import RECORD_TYPES
from network_service.domain.record import Record
from network_service.errors import FaultyInput
from network_service.ingest.fault import Fault, shown
from network_service.ingest.own_rules import AT_FIELD, BOUNDS
from network_service.store.mapping import canonical_json


def record_of(kind: str, fields: Mapping[str, object]) -> Record:
    """The record of plain fields, days as text; `FaultyInput` with all faults where they make none."""
    try:
        return RECORD_TYPES[kind].model_validate_json(canonical_json(fields), strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise faulty(_fault(".".join(map(str, one["loc"])), one["type"], one) for one in found) from None


def faulty(faults: Iterable[Fault]) -> FaultyInput:
    """The error of some faults."""
    return FaultyInput("records.faulty", tuple(faults))


def fault_of(violation: Violation, record_id: str, others: Iterable[str]) -> Fault:
    """The fault of a rule over the whole network, at the field of a record that has part in it.

    `others` are what the other records are called, as far as they may be named.
    """
    field = next(spot.field for spot in violation.spots if spot.record_id == record_id)
    return Fault(violation.code, column=field, parameters={"others": tuple(others)})


def _fault(path: str, kind: str, error: Mapping[str, object]) -> Fault:
    given = shown(error.get("input")) if path and not isinstance(error.get("input"), dict) else ""
    context = error.get("ctx")
    told = context if isinstance(context, dict) else {}
    if kind == "value_error":
        code = str(told["error"])
        return Fault(code, column=path or AT_FIELD.get(code, ""), value=given)
    if kind in ("too_long", "string_too_long"):
        return Fault("value.too_long", column=path, value=given, parameters={"limit": told["max_length"]})
    if kind in BOUNDS:
        code, bound = BOUNDS[kind]
        return Fault(code, column=path, value=given, parameters={"limit": told[bound]})
    if kind == "extra_forbidden":
        return Fault("records.no_such_field", column=path)
    if kind == "missing":
        return Fault("records.missing", column=path)
    if kind == "enum":
        return Fault("record.unknown_code", column=path, value=given)
    return Fault("records.refused", column=path, value=given)
