"""Views that people save under a name: a lens and filters, for themselves or for others who see as far as they do."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from network_service.domain.field_classes import reaches
from network_service.domain.principal import Principal
from network_service.domain.record import MAX_TEXT
from network_service.domain.thai.text import clean
from network_service.domain.vocabulary import Visibility
from network_service.errors import UnknownRecord, UsageError
from network_service.operations.access import permit
from network_service.operations.sight.levels import level_of, sees_pseudonyms
from network_service.store.application import ApplicationRecords, Entry, Json
from network_service.store.mapping import canonical_json

COLLECTION = "saved_views"
"""Collection of application records; the key is the view's id."""

MOST_OWN = 100
"""Views that one may save: nobody finds one among more."""
LONGEST = 20_000
"""Characters of what a view holds: a lens with twenty conditions takes two thousand."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view: its name, what it shows as JSON, the provinces it is of, whose it is, and whether others may use it.

    `level` is how far its owner saw when saving it: a filter may say a name that others are not to read.
    """

    name: str
    content: Mapping[str, Json]
    provinces: tuple[str, ...]
    shared: bool = False
    id: str = ""
    owner: str = ""
    level: Visibility = Visibility.PUBLIC
    saved_at: datetime | None = None
    version: int = 0


def saved_views(principal: Principal, application: ApplicationRecords) -> tuple[SavedView, ...]:
    """The own views, and those shared by others that are within reach, by name."""
    permit(principal, "saved_views")
    return tuple(sorted(_usable(principal, application), key=lambda one: (one.name, one.id)))


def save_view(principal: Principal, application: ApplicationRecords, view: SavedView, *, now: datetime) -> SavedView:
    """Save a new view (without an id), or an own one again where it is still at its version.

    `UnknownRecord` for a view or province out of reach, `UsageError` for what is too long or too many, `StaleWrite`
    where it was saved elsewhere since.
    """
    permit(principal, "save_view")
    name = clean(view.name)
    if not name or len(name) > MAX_TEXT:
        raise UsageError("saved_view.name", limit=MAX_TEXT)
    if len(canonical_json(dict(view.content))) > LONGEST:
        raise UsageError("saved_view.too_long", limit=LONGEST)
    for province in view.provinces:
        if not principal.may_reach(province):
            raise UnknownRecord("province.unknown", province=province, present="-")
    own = [one for one in _views(application) if one.owner == principal.name]
    if view.id:
        if view.id not in {one.id for one in own}:
            raise UnknownRecord("saved_view.unknown", id=view.id)
    elif len(own) >= MOST_OWN:
        raise UsageError("saved_view.too_many", most=MOST_OWN)
    kept = replace(view, name=name, owner=principal.name, level=level_of(principal), saved_at=now)
    version = view.version if view.id else 0
    return _view(application.put(COLLECTION, view.id or str(uuid.uuid4()), _value(kept, now), expected_version=version))


def remove_view(
    principal: Principal, application: ApplicationRecords, view_id: str, *, expected_version: int, now: datetime
) -> None:
    """Remove an own view; `UnknownRecord` for any other, `StaleWrite` where it was saved elsewhere since."""
    permit(principal, "remove_view")
    entry = application.get(COLLECTION, view_id)
    if entry is None or _view(entry).owner != principal.name:
        raise UnknownRecord("saved_view.unknown", id=view_id)
    # What has expired is there no more, and goes with the next sweep.
    application.put(COLLECTION, view_id, None, expected_version=expected_version, expires_at=now)


def _usable(principal: Principal, application: ApplicationRecords) -> Iterator[SavedView]:
    for view in _views(application):
        if not all(map(principal.may_reach, view.provinces)):
            continue
        by_level = reaches(level_of(principal), view.level) and not sees_pseudonyms(principal)
        if view.owner == principal.name or (view.shared and by_level):
            yield view


def _views(application: ApplicationRecords) -> Iterator[SavedView]:
    return map(_view, application.entries(COLLECTION))


def _value(view: SavedView, now: datetime) -> dict[str, Json]:
    return {
        "name": view.name,
        "content": dict(view.content),
        "provinces": list(view.provinces),
        "shared": view.shared,
        "owner": view.owner,
        "level": view.level.value,
        "saved_at": now.isoformat(),
    }


def _view(entry: Entry) -> SavedView:
    value = entry.value
    assert isinstance(value, dict)
    return SavedView(
        **{
            **value,
            "id": entry.key,
            "version": entry.version,
            "provinces": tuple(value["provinces"]),
            "level": Visibility(value["level"]),
            "saved_at": datetime.fromisoformat(value["saved_at"]),
        }
    )
