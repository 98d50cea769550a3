"""List records page by page: filtered, sorted and counted by what the principal sees of them."""

from collections.abc import Iterator, Sequence

from network_service.domain.kinds import NODE_TYPES
from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord, UsageError
from network_service.operations.access import permit
from network_service.operations.records.cursor import Cursor, digest, read, written
from network_service.operations.records.matching import CALLED, Place, fulfils, place_of, require_sound
from network_service.operations.records.query import MOST_A_PAGE, NAME, RecordPage, RecordQuery
from network_service.operations.sight.shown import Shown
from network_service.operations.sight.sight import Sight
from network_service.operations.sight.sights import Sights
from network_service.store.base import StoreReader
from network_service.store.change import StoredRecord


def list_records(principal: Principal, store: StoreReader, query: RecordQuery, sights: Sights) -> RecordPage:
    """One page of the records that fulfil a query, all pages as of the revision at which the first was read.

    `UnknownRecord` for a province out of reach, as for one that there is not.
    """
    permit(principal, "list_records")
    sight = sights.of(principal, store)
    require_sound(query, sight)
    if not 1 <= query.limit <= MOST_A_PAGE:
        raise UsageError("records.limit", most=MOST_A_PAGE)
    cursor = read(query.cursor, query) if query.cursor else None
    revision = cursor.revision if cursor else store.revision()
    who = (principal.roles, principal.provinces, principal.own_record)
    places = sights.orders.of(
        (who, digest(query), revision, store.revision()),
        lambda: _in_order(_fulfilling(sight, store, query, revision), query),
    )
    begin = _after(places, cursor.place, descending=query.descending) if cursor else 0
    page = places[begin : begin + query.limit]
    left = begin + query.limit < len(places)
    stored = _read(store, [record_id for _, record_id in page], revision)
    shown = tuple(one for one in sight.shown_all(stored) if one is not None)
    sights.logged(principal, "list_records", shown)
    return RecordPage(shown, len(places), revision, written(Cursor(revision, page[-1][0]), query) if left else None)


def provinces_within(principal: Principal, store: StoreReader, province: str | None) -> tuple[str, ...]:
    """The province asked for, else all that the store has within reach; `UnknownRecord` for one out of it."""
    within = tuple(one for one in store.provinces() if principal.may_reach(one))
    if province is None:
        return within
    province = province.upper()
    if not principal.may_reach(province):
        raise UnknownRecord("province.unknown", province=province, present=", ".join(within) or "-")
    return (province,)


def _fulfilling(
    sight: Sight, store: StoreReader, query: RecordQuery, revision: int
) -> Iterator[tuple[StoredRecord, Shown]]:
    found: list[StoredRecord] = []
    for province in provinces_within(sight.principal, store, query.province):
        found += store.records(province=province, kinds=query.kinds, as_of=query.holds_on, revision=revision)
    if revision != store.revision():
        found = _still_seen(sight, store, found)
    test, asked = fulfils(query), {_sort_of(query), *CALLED, *(one.field for one in query.conditions)}
    return (pair for pair in sight.glances(found, asked) if test(pair[1]))


def _still_seen(sight: Sight, store: StoreReader, found: list[StoredRecord]) -> list[StoredRecord]:
    """Without what may not be seen by now, though it might be then."""
    now = store.get_many([one.record.id for one in found])
    return [one for one in found if one.record.id not in now or sight.may_see(now[one.record.id].record)]


def _sort_of(query: RecordQuery) -> str:
    nodes_alone = bool(query.kinds) and NODE_TYPES.keys() >= set(query.kinds)
    return query.sort or (NAME if nodes_alone else "id")


def _read(store: StoreReader, ids: Sequence[str], revision: int) -> list[StoredRecord]:
    """The records of some ids as of a revision, in the order of the ids."""
    if revision == store.revision():
        found = store.get_many(ids)
        return [found[one] for one in ids if one in found]
    versions = (store.get(one, revision=revision) for one in ids)
    return [one for one in versions if one is not None]


def _in_order(found: Iterator[tuple[StoredRecord, Shown]], query: RecordQuery) -> tuple[tuple[Place, str], ...]:
    sort = _sort_of(query)
    places = [(place_of(glance, sort), stored.record.id) for stored, glance in found]
    places.sort(key=lambda entry: entry[0], reverse=query.descending)
    # Stable: what has no value comes last either way.
    places.sort(key=lambda entry: entry[0][0])
    return tuple(places)


def _after(places: Sequence[tuple[Place, str]], last: Place, *, descending: bool) -> int:
    """How many records come before or at a place; the record that stood there may be hidden by now."""

    def is_past(place: Place) -> bool:
        if place[0] != last[0]:
            return place[0] > last[0]
        return place < last if descending else place > last

    return next((number for number, (place, _) in enumerate(places) if is_past(place)), len(places))
