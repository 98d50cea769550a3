"""Reads our own JSON export, with the same promises as the workbook: every fault at its place, every record counted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from network_service.domain.kinds import NODE_TYPES, RECORD_TYPES
from network_service.domain.merged import Merged, kept_ids, kept_of
from network_service.domain.nodes import Group, Organization, ProvinceNetwork
from network_service.domain.record import Node, Record
from network_service.domain.references import references_of, with_references
from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.content import content_of
from network_service.ingest.fault import At, Fault, Note, Terms, shown
from network_service.ingest.imported import Imported, Place, SheetCount
from network_service.ingest.levels import may_become, named_as_organization
from network_service.ingest.limits import LIMITS, Limits
from network_service.ingest.own_rules import AT_FIELD, BOUNDS
from network_service.ingest.place_doubts import place_doubts_in
from network_service.ingest.sheets.declaration import SHEETS
from network_service.ingest.strict_json import strict_json
from network_service.ingest.whole import InFile, contradictions_in, doubts_in

FORMAT = "network-service"
"""What our JSON files call themselves."""
FORMAT_VERSION = 1
"""The form that is written now; newer ones are refused, not guessed."""

_TOP = frozenset({"format", "format_version", "province", "synthetic", "revision", "records"})
_CODES = {"extra_forbidden": "json.unknown_field", "missing": "json.missing_field"}


@dataclass(slots=True, eq=False)
class _Item:
    """One element of the list of records: what it says and what is wrong with it."""

    number: int
    id: str = ""
    record: Record | None = None
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, column: str = "", value: object = None, **parameters: object) -> None:
        fault = Fault(code, "", self.number, column, shown(value), parameters)
        if fault not in self.faults:
            self.faults.append(fault)


def read_json(
    source: bytes | Mapping[str, object],
    province: str,
    known: Mapping[str, Record],
    elsewhere: Collection[str] = (),
    *,
    day: date | None = None,
    limits: Limits = LIMITS,
) -> Imported:
    """Read our JSON, decoded or not, for a province whose stored records are `known` by id; a record stands whole.

    `elsewhere` are ids of records of other provinces: a record that carries one is refused. What is doubtful on a
    `day` becomes notes; without one nobody looks for it.
    """
    decoded = decode_json(source, limits) if isinstance(source, bytes) else source
    notes = [Note("json_key", {"key": shown(key)}) for key in decoded if key not in _TOP]
    listed = decoded["records"]
    assert isinstance(listed, list)
    items = [_item(number, data, province) for number, data in enumerate(listed, 1)]
    by_id = _by_id(items)
    _follow_merged(items, known)
    _check_networks(items, known)
    _check_levels(items, known)
    for item in items:
        if item.id in elsewhere:
            item.fault("json.id_of_other_province", "id", item.id, province=province)
        _check_references(item, by_id, known)
    _spread(items, by_id, known)
    _refuse_contradictions(items, by_id, known)
    if day is not None:
        good = _in_file(items)
        notes += [*doubts_in(good, known, day), *place_doubts_in(good, known, province)]
    accepted = [item for item in items if not item.faults and item.record is not None]
    faults = [fault for item in items for fault in item.faults]
    count = SheetCount("", len(items), len(accepted), len(items) - len(accepted))
    return Imported(
        province,
        tuple(item.record for item in accepted if item.record is not None),
        {item.record.id: Place("", item.number) for item in accepted if item.record is not None},
        tuple(faults[: limits.faults]),
        tuple(notes),
        (count,),
        max(0, len(faults) - limits.faults),
        sheets=_sheets(item.record.kind for item in accepted if item.record is not None),
    )


def _sheets(kinds: Iterable[str]) -> frozenset[str]:
    """Codes of the sheets on which a workbook would say the same."""
    present = set(kinds)
    return frozenset(sheet.code for sheet in SHEETS if not present.isdisjoint(sheet.kinds))


def province_of_json(decoded: Mapping[str, object]) -> str | None:
    """The province code that a file of ours names; `None` where it names none."""
    province = decoded.get("province")
    return province.upper() if isinstance(province, str) else None


def decode_json(content: bytes, limits: Limits = LIMITS) -> dict[str, object]:
    """The file's outermost object, if the file is one of ours.

    Values are counted by the signs that stand between them, before any is made: ten million empty objects in 32 MB
    would take a gigabyte. Signs within texts count too, for which the limit leaves room.
    """
    content = content_of(content, limits)
    if sum(content.count(sign) for sign in (b",", b"{", b"[")) > limits.json_values:
        raise RefusedForSafety("safety.too_many_elements", limit=limits.json_values)
    try:
        decoded = strict_json(content.decode("utf-8-sig"))
    except RecursionError as error:
        raise RefusedForSafety("safety.too_deep") from error
    except ValueError as error:  # bad JSON, bad UTF-8, numbers of thousands of digits
        raise UnreadableFile("unreadable.not_json") from error
    if not isinstance(decoded, dict) or decoded.get("format") != FORMAT or not isinstance(decoded.get("records"), list):
        raise UnreadableFile("unreadable.not_our_json")
    version = decoded.get("format_version")
    if version != FORMAT_VERSION:
        raise UnreadableFile("unreadable.newer_format", version=shown(version), ours=FORMAT_VERSION)
    if not decoded["records"]:
        raise UnreadableFile("unreadable.no_records")
    if len(decoded["records"]) > limits.rows:
        raise RefusedForSafety("safety.too_many_rows", limit=limits.rows)
    return decoded


def _item(number: int, data: object, province: str) -> _Item:
    item = _Item(number)
    if not isinstance(data, dict):
        item.fault("json.not_a_record", value=data)
        return item
    item.id = str(data.get("id", ""))
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in RECORD_TYPES:
        item.fault("json.unknown_kind", "kind", kind)
        return item
    if data.get("province") != province:
        item.fault("network.other_province", "province", data.get("province"), province=province)
    try:
        item.record = RECORD_TYPES[kind].model_validate(data)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            _add_fault(item, one["type"], str(one["loc"][0]) if one["loc"] else "", one)
    return item


def _add_fault(item: _Item, kind: str, name: str, error: Mapping[str, object]) -> None:
    context = error.get("ctx")
    details = context if isinstance(context, dict) else {}
    if kind == "value_error":
        code = str(details["error"])
        item.fault(code, name or AT_FIELD.get(code, ""))
    elif kind in ("too_long", "string_too_long"):
        item.fault("value.too_long", name, error["input"], limit=details["max_length"])
    elif kind in BOUNDS:
        code, bound = BOUNDS[kind]
        item.fault(code, name, error["input"], limit=details[bound])
    else:
        item.fault(_CODES.get(kind, "value.refused"), name, None if kind == "missing" else error["input"], field=name)


def _by_id(items: list[_Item]) -> dict[str, _Item]:
    found: dict[str, _Item] = {}
    for item in items:
        if item.id:
            earlier = found.setdefault(item.id, item)
            if earlier is not item:
                item.fault("id.twice", "id", item.id, place=At("", earlier.number))
    return found


def _follow_merged(items: list[_Item], known: Mapping[str, Record]) -> None:
    """What names a record that was merged away means the kept one; such a record itself is not brought to life."""
    there = {**known, **{item.record.id: item.record for item in items if item.record is not None}}
    for item in items:
        stored = known.get(item.id)
        if isinstance(item.record, Merged):
            _check_merge(item, stored, there, known)
        elif isinstance(stored, Merged) and item.record is not None:
            kept = kept_of(stored, known.get) or stored
            name = kept.display_name if isinstance(kept, Node) else kept.id
            item.fault("id.merged", "id", item.id, name=name, id=kept.id)
            there[item.id] = stored
    leads_to = kept_ids(there)
    for item in items:
        if item.record is None or isinstance(item.record, Merged):
            continue
        try:
            item.record = with_references(item.record, leads_to)
        except ValidationError:  # both ends lead to the same record
            item.fault("record.self_tie", "target", item.id)


def _check_merge(item: _Item, stored: Record | None, there: Mapping[str, Record], known: Mapping[str, Record]) -> None:
    """What the store has is merged and taken apart there: a file may say the same of it, not bring it about."""
    assert item.record is not None
    if isinstance(stored, Merged):
        kept = kept_of(stored, known.get)
        if kept_of(item.record, there.get) != (there[kept.id] if kept is not None else None):
            name = kept.display_name if isinstance(kept, Node) else stored.into
            item.fault("merged.into_another", "into", name=name)
    elif isinstance(stored, Node):
        item.fault("id.not_merged", "id", item.id, name=stored.display_name)


def _check_networks(items: list[_Item], known: Mapping[str, Record]) -> None:
    """A province has one network: a new one beside the store's, or beside another new one, is refused."""
    stored = next((one for one in known.values() if isinstance(one, ProvinceNetwork)), None)
    new = [item for item in items if isinstance(item.record, ProvinceNetwork) and item.id not in known]
    for item in new if stored is not None else new[1:]:
        if stored is not None:
            item.fault("json.network_stored", "id", item.id, name=stored.name, id=stored.id)
        elif item.id != new[0].id:
            item.fault("network.second_row", "id", item.id, place=At("", new[0].number))


def _check_levels(items: list[_Item], known: Mapping[str, Record]) -> None:
    """An organisation that others name as theirs cannot become a group."""
    becoming = [one for one in items if isinstance(one.record, Group) and isinstance(known.get(one.id), Organization)]
    needed = named_as_organization(known, {item.id for item in items if item.record is not None}) if becoming else {}
    for item in becoming:
        if item.id in needed:
            item.fault("level.needed", "kind", item.id, name=needed[item.id].display_name)


def _check_references(item: _Item, by_id: Mapping[str, _Item], known: Mapping[str, Record]) -> None:
    if item.record is None:
        return
    stored = known.get(item.record.id)
    merges = Merged in (type(stored), type(item.record)) and isinstance(stored, Node)  # which has a fault of its own
    if stored is not None and not merges and not may_become(stored.kind, item.record.kind):
        item.fault("id.other_kind", "id", item.record.id, kind=Terms("kind", (stored.kind,)))
    for name, meant, kinds in references_of(item.record):
        found = by_id[meant].record if meant in by_id else None
        found = found or known.get(meant)
        words = Terms("kind", tuple(kind for kind in NODE_TYPES if kind in kinds))
        if found is None and meant in by_id:
            continue  # it is in the file, but cannot be read: said with the refusals
        if found is None:
            item.fault("reference.unknown", name, meant, kinds=words)
        elif found.kind not in kinds:
            item.fault("reference.wrong_kind", name, meant, kinds=words)


def _refuse_contradictions(items: list[_Item], by_id: Mapping[str, _Item], known: Mapping[str, Record]) -> None:
    """Refuse what contradicts. A refused record stays as the store has it, which may contradict in its turn."""
    again = True
    while again:
        good = _in_file(items)
        told = contradictions_in(good, known)
        for one in told:
            value = getattr(good[one.spot.record_id].record, one.spot.field)
            by_id[one.spot.record_id].fault(one.code, one.spot.field, value, **one.parameters)
        if told:
            _spread(items, by_id, known)
        again = any(by_id[record_id].faults and record_id in known for record_id in good)


def _in_file(items: list[_Item]) -> dict[str, InFile]:
    return {
        item.id: InFile(item.record, At("", item.number))
        for item in items
        if item.record is not None and not item.faults
    }


def _spread(items: list[_Item], by_id: Mapping[str, _Item], known: Mapping[str, Record]) -> None:
    """Refuse, to a fixed point, what needs a refused record that the store does not have."""
    needed_by: dict[_Item, list[tuple[_Item, str, str]]] = defaultdict(list)
    for item in items:
        for name, meant, _ in references_of(item.record) if item.record is not None else ():
            if meant in by_id and meant not in known:
                needed_by[by_id[meant]].append((item, name, meant))
    waiting = [item for item in items if item.faults]
    while waiting:
        needed = waiting.pop()
        for item, name, meant in needed_by[needed]:
            if not item.faults:
                waiting.append(item)
            item.fault("reference.refused", name, meant, place=At("", needed.number))
