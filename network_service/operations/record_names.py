"""What a person calls a record: its name, or for a tie the names of what it joins."""

from collections.abc import Collection, Mapping

from network_service.domain.principal import Principal
from network_service.domain.record import Node, Record, Tie
from network_service.domain.references import references_of
from network_service.operations.sight.sight import Sight
from network_service.store.base import StoreReader


def called(record: Record, names: Mapping[str, str]) -> str:
    """A record in words, given the names of nodes by id."""
    if isinstance(record, Tie):
        return f"{names.get(record.source, '?')} → {names.get(record.target, '?')}"
    return record.display_name if isinstance(record, Node) else record.id


def names_around(principal: Principal, store: StoreReader, records: Collection[Record]) -> dict[str, str]:
    """Names by id of the nodes among some records and of all that these name, removed ones by their last name.

    What the principal does not see, such as the far end of a tie in another province, is not named.
    """
    sight = Sight(principal, store, None)
    found = {record.id: record.display_name for record in records if isinstance(record, Node) and sight.may_see(record)}
    missing = {reference.id for record in records for reference in references_of(record)} - found.keys()
    current = store.get_many(missing)
    for record_id in missing:
        stored = current.get(record_id) or next(reversed(store.history(record_id)), None)
        if stored is not None and isinstance(stored.record, Node) and sight.may_see(stored.record):
            found[record_id] = stored.record.display_name
    return found
