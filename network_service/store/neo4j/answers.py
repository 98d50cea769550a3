"""The answers given under idempotency keys, and to change sets by their name."""

from collections.abc import Sequence
from typing import Final

from network_service.errors import UsageError
from network_service.store.change import Applied, ChangeSet
from network_service.store.mapping import new_salt
from network_service.store.neo4j import audit
from network_service.store.neo4j.driver import Transaction
from network_service.store.plan import Draft, request_digest

_FIND: Final = "MATCH (k:IdempotencyKey {key: $key}) RETURN k.salt, k.request, k.revision, k.change_set, k.written"
_KEEP: Final = "CREATE (k:IdempotencyKey) SET k = $properties"


def first_answer(transaction: Transaction, change_set: ChangeSet, drafts: Sequence[Draft]) -> Applied | None:
    """The answer that was given when the idempotency key was first used, if it was."""
    key = change_set.idempotency_key
    row = transaction.one(_FIND, key=key) if key is not None else None
    if row is None:
        return None
    salt, request, revision, name, written = row
    if bytes(request) != request_digest(bytes(salt), change_set, drafts):
        raise UsageError("store.key_reused", key=key)
    return Applied(revision, name, written, repeated=True)


def remember(transaction: Transaction, change_set: ChangeSet, drafts: Sequence[Draft], answer: Applied) -> None:
    """Keep the answer under the key, in the transaction that publishes it."""
    if change_set.idempotency_key is None:
        return
    salt = new_salt()
    properties = {
        "key": change_set.idempotency_key,
        "salt": salt,
        "request": request_digest(salt, change_set, drafts),
        "revision": answer.revision,
        "change_set": answer.change_set,
        "written": answer.written,
    }
    transaction.run(_KEEP, properties=properties)


def published_answer(transaction: Transaction, name: str) -> Applied | None:
    """The answer to a change set of that name, where it was published."""
    entry = audit.of_change_set(transaction, name)
    return Applied(entry.revision, name, len(entry.record_ids)) if entry else None
