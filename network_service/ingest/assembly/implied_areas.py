"""Areas of the register of places that rows name and nobody entered: which are needed, and which are entered later."""

from collections.abc import Iterable, Mapping, Sequence

from network_service.domain.identity import id_from_name
from network_service.domain.nodes import Area
from network_service.domain.record import Record
from network_service.ingest.assembly.draft import Draft
from network_service.ingest.fault import Note
from network_service.ingest.register import PlaceNames, Register, register_of
from network_service.reference.places import level_of, place_by_dopa_code

_NAMED = 10
"""Places that the note names; the preview lists every record."""


def give_codes_of_register(drafts: Iterable[Draft], province: str, known: Mapping[str, Record]) -> None:
    """A row that names a place without its code means the area that an earlier file's reference has made of it.

    A row whose name already is that of a stored area stays that one; so does all of a store that has no such area.
    """
    register = register_of(province)
    if register is None:
        return
    rows = [draft for draft in drafts if draft.kind == "area" and not draft.is_refused]
    coded = {draft.value("area_code") for draft in rows}
    for draft in rows:
        name = draft.value("name")
        if not isinstance(name, str) or draft.values.get("id") is not None or draft.value("area_code") is not None:
            continue
        stored = _of_register(name, draft.value("area_level"), register, known)
        if stored is None or stored.area_code in coded or id_from_name(province, "area", name) in known:
            continue
        draft.values["area_code"] = stored.area_code
        if draft.says("area_level"):
            draft.values["area_level"] = stored.area_level


def needed_areas(drafts: Iterable[Draft], implied: Mapping[str, Area]) -> tuple[Area, ...]:
    """Of the areas made from the register those that accepted rows name, in the order in which they do."""
    if not implied:
        return ()
    named = dict.fromkeys(target.id for draft in drafts if not draft.is_refused for target in draft.targets.values())
    return tuple(implied[one] for one in named if one in implied)


def note_of(areas: Sequence[Area]) -> list[Note]:
    """What is told of the areas that were made."""
    if not areas:
        return []
    places = PlaceNames(tuple(place_by_dopa_code(area.area_code or "") for area in areas[:_NAMED]))
    left = len(areas) - _NAMED
    if left > 0:
        return [Note("places_added_more", {"places": places, "count": left})]
    return [Note("places_added", {"places": places})]


def named_areas(drafts: Iterable[Draft], province: str, known: Mapping[str, Record]) -> set[str]:
    """Ids of stored areas of the register that accepted rows name: they stay where the sheet of areas is replaced."""
    register = register_of(province)
    if register is None:
        return set()
    targets = {
        target.id
        for draft in drafts
        if not draft.is_refused
        for target in draft.targets.values()
        if target.kind == "area" and target.draft is None and target.known
    }
    return {one for one in targets if isinstance(area := known[one], Area) and register.has_code(area.area_code)}


def _of_register(name: str, level: object, register: Register, known: Mapping[str, Record]) -> Area | None:
    places = [place for place in register.find_name(name) if level in (None, level_of(place).value)]
    stored = known.get(register.id_of(places[0])) if len(places) == 1 else None
    return stored if isinstance(stored, Area) else None
