"""The actors of a snapshot by sector."""

from collections import Counter
from collections.abc import Iterable

from network_service.domain.vocabulary import Sector
from network_service.snapshot.model import Snapshot


def members_by_sector(snapshot: Snapshot) -> Counter[str]:
    """Number of actors of each sector present; those whose sector is not known are in none."""
    return Counter(sector for sector in snapshot.actors.sectors if sector is not None)


def sector_not_known(snapshot: Snapshot) -> int:
    """Number of actors whose sector is not known."""
    return snapshot.actors.sectors.count(None)


def in_vocabulary_order(sectors: Iterable[str]) -> tuple[str, ...]:
    """Sector codes in the order in which the vocabulary has them."""
    wanted = frozenset(sectors)
    return tuple(sector.value for sector in Sector if sector in wanted)
