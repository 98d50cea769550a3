"""The cells of tables become checked records of a province, with every fault and every row accounted for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from network_service.domain.keys import KEYED_BY_OTHERS
from network_service.domain.kinds import NODE_TYPES, TIE_TYPES
from network_service.domain.nodes import ProvinceNetwork
from network_service.domain.record import Record
from network_service.ingest.assembly.build import build
from network_service.ingest.assembly.draft import Draft, Target
from network_service.ingest.assembly.ends import MissingNetwork, resolve_references
from network_service.ingest.assembly.header import Found
from network_service.ingest.assembly.implied_areas import (
    give_codes_of_register,
    named_areas,
    needed_areas,
    note_of,
)
from network_service.ingest.assembly.memberships import implied_memberships
from network_service.ingest.assembly.merged_rows import take_in_merged
from network_service.ingest.assembly.names import References
from network_service.ingest.assembly.node_ids import check_kind, give_keyed_ids, give_node_ids
from network_service.ingest.assembly.refusals import spread_refusals
from network_service.ingest.assembly.rows import read_rows
from network_service.ingest.assembly.tie_ids import KnownTies, give_codes, give_tie_ids
from network_service.ingest.assembly.whole import doubts_of, refuse_contradictions
from network_service.ingest.fault import Fault, Note
from network_service.ingest.imported import Imported, Place, SheetCount
from network_service.ingest.limits import LIMITS, Limits


class _ReadSheet(NamedTuple):
    title: str
    drafts: list[Draft]
    examples: int
    counted: bool


@dataclass(slots=True)
class _Read:
    """What the sheets say, before references are resolved."""

    sheets: list["_ReadSheet"] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def of(self, *codes: str) -> list[Draft]:
        """The drafts of the named sheets, in the order of the file."""
        return [draft for draft in self.drafts if draft.layout.sheet.code in codes]

    @property
    def drafts(self) -> list[Draft]:
        """The drafts of all sheets."""
        return [draft for sheet in self.sheets for draft in sheet.drafts]


def assemble(
    tables: Iterable[Found],
    province: str,
    known: Mapping[str, Record],
    elsewhere: Collection[str] = (),
    *,
    day: date | None = None,
    limits: Limits = LIMITS,
) -> Imported:
    """Make records of a file's tables for a province whose stored records are `known` by id.

    References resolve within the file first, then among `known`, then among the places of a real province. Columns that
    a sheet does not have keep what is stored; a cell left empty empties it. `elsewhere` are ids of records of other
    provinces, which no row may carry. All faults are found in one go. What is doubtful on a `day` becomes notes;
    without one nobody looks for it.
    """
    read = _read(tables)
    gone = read.of("merged")
    apart = KEYED_BY_OTHERS | {"merged"}
    nodes = [draft for draft in read.drafts if draft.kind in NODE_TYPES and draft.kind not in apart]
    keyed = [draft for draft in read.drafts if draft.kind in KEYED_BY_OTHERS]
    ties = [draft for draft in read.drafts if draft.kind in TIE_TYPES]
    references = References(
        province, known, {kind for one in (*nodes, *gone) if one.blocked for kind in one.layout.sheet.kinds}
    )
    give_codes_of_register(nodes, province, known)
    give_node_ids(nodes, province, known, references)
    take_in_merged(gone, keyed, province, known, references)
    network = _network(read, province, known, references)
    give_codes(ties, province)
    missing = MissingNetwork()
    for draft in read.drafts:
        if not draft.blocked and draft.kind != "merged":
            resolve_references(draft, references, network, known, missing)
    stored_ties = KnownTies(known)
    give_keyed_ids(keyed, province, known)
    members = read.of("actors", "people")
    implied = implied_memberships(members, network, read.of("memberships"), stored_ties)
    _block_members_of_none(members, network, missing)
    give_tie_ids([*ties, *implied.drafts], province, stored_ties)
    guests = _not_told_elsewhere(implied.drafts, ties)
    _check_ids(nodes, [*gone, *keyed, *ties, *guests], known)
    everything = [*read.drafts, *guests]
    for draft in everything:
        if draft.id in elsewhere:
            draft.fault("id.of_other_province", "id", province=province)
        if not draft.blocked:
            build(draft, province, known)
    spread_refusals(everything)
    beside = {**known, **references.implied} if references.implied else known
    refuse_contradictions(everything, beside)
    if missing.met and not read.of("network"):
        read.faults.append(Fault("network.missing"))
    areas = needed_areas(everything, references.implied)
    read.notes += [*note_of(areas), *_same_names(nodes, references)]
    if day is not None:
        read.notes += doubts_of(everything, beside, province, day)
    found = _imported(read, guests, province, limits)
    kept = implied.kept | named_areas(everything, province, known)
    return replace(found, records=(*areas, *found.records), kept=frozenset(kept))


def _read(tables: Iterable[Found]) -> _Read:
    read = _Read()
    for found in tables:
        read.faults += [*found.faults, *found.left_out]
        read.notes += found.notes
        if found.layout is None:
            continue
        title = found.layout.title
        rows = read_rows(found.layout, found.merged, blocked=bool(found.faults))
        read.sheets.append(_ReadSheet(title, rows.drafts, rows.examples, found.counted))
        if rows.examples:
            read.notes.append(Note("examples", {"sheet": title, "count": rows.examples}))
    return read


def _network(read: _Read, province: str, known: Mapping[str, Record], references: References) -> Target | None:
    """The province's network: the file's one row, else the store's. It is never a second one beside the store's."""
    stored = next((one for one in known.values() if isinstance(one, ProvinceNetwork)), None)
    rows = [draft for draft in read.of("network") if not draft.blocked]
    for draft in rows:
        said = draft.values.get("province")
        if isinstance(said, str) and said.upper() != province:
            draft.fault("network.other_province", "province", province=province)
        if stored is not None and draft.id not in known:
            draft.fault("network.stored", "id", name=stored.name)
    for draft in rows[1:]:
        draft.fault("network.second_row", "name", place=rows[0].place)
    if rows:
        return Target(rows[0].id, "province_network", rows[0], rows[0].id in known) if rows[0].id else None
    return references.target(stored.id) if stored is not None else None


def _block_members_of_none(members: list[Draft], network: Target | None, missing: MissingNetwork) -> None:
    """Without a network nobody can be its member; one fault says so for all."""
    if network is None:
        for draft in members:
            if draft.layout.sheet.members or draft.values.get("membership_status") is not None:
                draft.blocked = missing.met = True


def _not_told_elsewhere(guests: list[Draft], ties: list[Draft]) -> list[Draft]:
    """Leave out the memberships that a row with a fault tells too: which it is of could not be read, its id could."""
    told = {draft.id for draft in ties if draft.id and draft.is_refused}
    return [guest for guest in guests if guest.id not in told]


def _check_ids(nodes: list[Draft], others: list[Draft], known: Mapping[str, Record]) -> None:
    """No two rows have one id, be it on different sheets."""
    seen = {draft.id: draft for draft in reversed(nodes)}
    for draft in others:
        if not draft.id or draft.blocked:
            continue
        earlier = seen.setdefault(draft.id, draft)
        if earlier is not draft and not any(fault.code == "key.twice" for fault in draft.faults):
            draft.fault("id.twice", "id", place=earlier.place)
        check_kind(draft, known)


def _same_names(nodes: Iterable[Draft], references: References) -> list[Note]:
    """New records that carry the name of a stored one: perhaps the same, without its id."""
    found: dict[str, list[str]] = {}
    for draft in nodes:
        if not draft.is_refused and (name := references.same_name_in_store(draft)):
            found.setdefault(draft.layout.title, []).append(name)
    return [
        Note("same_name", {"sheet": sheet, "count": len(names), "names": tuple(names[:3])})
        for sheet, names in found.items()
    ]


def _imported(read: _Read, guests: list[Draft], province: str, limits: Limits) -> Imported:
    guests_of: dict[Draft, list[Draft]] = {}
    for guest in guests:
        assert guest.host is not None
        guests_of.setdefault(guest.host, []).append(guest)
    records: list[Record] = []
    places: dict[str, Place] = {}
    faults = list(read.faults)
    counts: dict[str, SheetCount] = {}
    sheets = set()
    for title, drafts, examples, counted in read.sheets:
        accepted = 0
        for draft in drafts:
            row = [draft, *guests_of.get(draft, ())]
            faults += draft.faults
            if any(one.is_refused for one in row):
                continue
            accepted += 1
            sheets.add(draft.layout.sheet.code)
            for one in row:
                assert one.record is not None
                records.append(one.record)
                places[one.record.id] = Place(title, one.row)
        if counted:
            # A table of another program may hold rows for several sheets of ours.
            count = SheetCount(title, len(drafts), accepted, len(drafts) - accepted, examples)
            counts[title] = counts[title] + count if title in counts else count
    listed = faults[: limits.faults]
    return Imported(
        province,
        tuple(records),
        places,
        tuple(listed),
        tuple(read.notes),
        tuple(counts.values()),
        len(faults) - len(listed),
        sheets=frozenset(sheets),
    )
