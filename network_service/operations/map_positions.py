"""Positions on a province's map, kept so that the same actor stays in the same place."""

from collections.abc import Mapping

from network_service.errors import StoreError
from network_service.store.application import ApplicationRecords, Entry, Json

COLLECTION = "map_positions"
"""Collection of application records; the key names province and map."""

Positions = Mapping[str, tuple[float, float]]


def kept_positions(application: ApplicationRecords, province: str) -> dict[str, tuple[float, float]]:
    """Positions of the province's sector map by actor id; none where it was never drawn."""
    return _positions(application.get(COLLECTION, _key(province)))


def _positions(entry: Entry | None) -> dict[str, tuple[float, float]]:
    if entry is None or not isinstance(entry.value, dict):
        return {}
    return {actor: (float(place[0]), float(place[1])) for actor, place in entry.value.items()}


def keep_positions(application: ApplicationRecords, province: str, positions: Positions) -> None:
    """Keep the positions, and those of actors that this picture does not show: another day may show them.

    That another writer holds the store, or kept positions meanwhile, spoils nothing: the picture is drawn.
    """
    entry = application.get(COLLECTION, _key(province))
    kept = _positions(entry)
    if entry is not None and all(kept.get(actor) == tuple(place) for actor, place in positions.items()):
        return
    value: dict[str, Json] = {actor: [x, y] for actor, (x, y) in sorted({**kept, **positions}.items())}
    try:
        application.put(COLLECTION, _key(province), value, expected_version=entry.version if entry else 0)
    except StoreError:
        return


def _key(province: str) -> str:
    return f"{province}/sector_map"
