"""Which of those involved in something are members that the snapshot shows."""

from collections.abc import Iterable

from network_service.snapshot.affairs.held import Involved, actors_of
from network_service.snapshot.model import Snapshot


def members_among(snapshot: Snapshot, who: Iterable[Involved]) -> frozenset[str]:
    """Ids of the members that those involved are, or speak for."""
    return actors_of(who) & snapshot.actors.index.keys()
