"""Positions on a province's map, kept so that the same actor stays in the same place."""

from collections.abc import Mapping

from network_service.errors import StaleWrite
from network_service.store.application import ApplicationRecords, Json

COLLECTION = "map_positions"
"""Collection of application records; the key names province and map."""

Positions = Mapping[str, tuple[float, float]]


def kept_positions(application: ApplicationRecords, province: str) -> dict[str, tuple[float, float]]:
    """Positions of the province's sector map by actor id; none where it was never drawn."""
    entry = application.get(COLLECTION, _key(province))
    if entry is None or not isinstance(entry.value, dict):
        return {}
    return {actor: (float(place[0]), float(place[1])) for actor, place in entry.value.items()}


def keep_positions(application: ApplicationRecords, province: str, positions: Positions) -> None:
    """Keep the positions; where someone else kept theirs meanwhile, theirs stay: both drawings are good."""
    entry = application.get(COLLECTION, _key(province))
    value: dict[str, Json] = {actor: [x, y] for actor, (x, y) in sorted(positions.items())}
    if entry is not None and entry.value == value:
        return
    try:
        application.put(COLLECTION, _key(province), value, expected_version=entry.version if entry else 0)
    except StaleWrite:
        return


def _key(province: str) -> str:
    return f"{province}/sector_map"
