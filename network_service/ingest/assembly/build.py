"""Makes the typed record of a draft; what the record's own rules refuse becomes a fault at the right column."""

from collections.abc import Mapping

from pydantic import ValidationError

from network_service.domain.identity import is_record_id
from network_service.domain.kinds import RECORD_TYPES, TIE_TYPES
from network_service.domain.record import Record
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.levels import may_become
from network_service.ingest.own_rules import AT_FIELD, BOUNDS
from network_service.ingest.sheets.column import ValueType

_STAND_INS = {
    "id": "00000000-0000-0000-0000-000000000000",
    "source": "00000000-0000-0000-0000-000000000001",
    "target": "00000000-0000-0000-0000-000000000002",
}
"""Ids for what could not be resolved: the other cells of a refused row are checked all the same."""
_NOT_COPIED = frozenset({"", "kind", "source", "target"})


def build(draft: Draft, province: str, known: Mapping[str, Record]) -> None:
    """Make the record of a draft, on top of what the store says of columns that the sheet does not have."""
    try:
        record = RECORD_TYPES[draft.kind].model_validate(_data(draft, province, known))
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            _add_fault(draft, str(one["loc"][0]) if one["loc"] else "", one["type"], one.get("ctx", {}))
        return
    if draft.id:
        draft.record = record


def _data(draft: Draft, province: str, known: Mapping[str, Record]) -> dict[str, object]:
    stored = known.get(draft.id)
    data = _kept(stored, draft.kind) if stored is not None else {}
    data |= {"id": draft.id or _STAND_INS["id"], "province": province, "kind": draft.kind}
    if draft.kind in TIE_TYPES:
        data |= {side: _STAND_INS[side] for side in ("source", "target") if side not in data}
    for column in draft.layout.sheet.of_part(draft.part):
        if column.field not in _NOT_COPIED and column.code in draft.values:
            refers = column.type is ValueType.REFERENCE  # its target comes below; an empty cell empties it
            _put(data, column.field, None if refers else draft.values[column.code])
    data |= {field: target.id for field, target in draft.targets.items()}
    code = draft.values.get("id")
    if isinstance(code, str) and not is_record_id(code) and not draft.values.get("source_key"):
        data["source_key"] = code
    return data


def _kept(stored: Record, kind: str) -> dict[str, object]:
    """What the store says of the fields that a record of a kind has; an actor takes them along to another level."""
    if not may_become(stored.kind, kind):
        return {}
    fields = RECORD_TYPES[kind].model_fields
    return {name: value for name, value in stored.model_dump().items() if name in fields}


def _put(data: dict[str, object], field: str, value: object) -> None:
    """An empty cell empties the field: it takes its default again."""
    if value is None:
        data.pop(field, None)
    else:
        data[field] = value


def _add_fault(draft: Draft, field: str, kind: str, context: Mapping[str, object]) -> None:
    if kind == "value_error":
        code = str(context["error"])
        fault_at(draft, AT_FIELD.get(code, field), code)
    elif kind in ("too_long", "string_too_long"):
        fault_at(draft, field, "value.too_long", limit=context["max_length"])
    elif kind in BOUNDS:
        code, bound = BOUNDS[kind]
        fault_at(draft, field, code, limit=context[bound])
    elif kind != "missing" or not draft.is_refused:
        fault_at(draft, field, "value.refused", field=field)


def fault_at(draft: Draft, at: str, code: str, /, **parameters: object) -> None:
    """Add a fault at the column of a field, unless that column has one already; at the id where there is no column."""
    column = draft.layout.sheet.column_of(at, draft.part)
    place = column.code if column is not None else "id"
    header = draft.layout.header(place)
    if not any(fault.column == header for fault in draft.faults):
        draft.fault(code, place, **parameters)
