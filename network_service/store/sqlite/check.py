"""Looks for what contradicts itself in a store: pages, versions, columns, ties, audit."""

import sqlite3

from network_service.store.sqlite.audit import contradictions
from network_service.store.sqlite.searching import is_in_step

_QUESTIONS = {
    # A version's number follows the one before it, and begins where that one ends, or later where the record was
    # removed between (the audit's entries tell); only the last may be current.
    "store.check.versions": """
        SELECT 1 FROM (
            SELECT
                version, revision,
                lag(version, 1, 0) OVER own AS version_before,
                lag(superseded) OVER own AS superseded_before
            FROM record_version WINDOW own AS (PARTITION BY record_id ORDER BY version)
        )
        WHERE version <> version_before + 1
            OR (version > 1 AND superseded_before IS NULL)
            OR superseded_before > revision
        LIMIT 1
    """,
    # The digest covers the JSON; what is searched by must say the same.
    "store.check.columns": """
        SELECT 1 FROM record_version
        WHERE erased IS NULL AND (
            record_id IS NOT json_extract(data, '$.id')
            OR kind IS NOT json_extract(data, '$.kind')
            OR province IS NOT json_extract(data, '$.province')
            OR valid_from IS NOT json_extract(data, '$.valid_from')
            OR valid_to IS NOT json_extract(data, '$.valid_to')
            OR source IS NOT json_extract(data, '$.source')
            OR target IS NOT json_extract(data, '$.target')
        )
        LIMIT 1
    """,
    "store.check.ends": """
        SELECT 1 FROM record_version AS tie
        WHERE tie.superseded IS NULL AND tie.source IS NOT NULL AND (
            NOT EXISTS (
                SELECT 1 FROM record_version AS node
                WHERE node.record_id = tie.source AND node.superseded IS NULL AND node.source IS NULL
            )
            OR NOT EXISTS (
                SELECT 1 FROM record_version AS node
                WHERE node.record_id = tie.target AND node.superseded IS NULL AND node.source IS NULL
            )
        )
        LIMIT 1
    """,
    # What was erased must be known, or an older copy of the store would bring it back.
    "store.check.erasures": """
        SELECT 1 FROM record_version AS own
        WHERE own.erased IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM erased_record AS line
            WHERE line.record_id = own.record_id AND line.revision = own.erased
        )
        LIMIT 1
    """,
}


def check(connection: sqlite3.Connection, key: bytes | None, head: str | None) -> list[str]:
    """Codes of all contradictions found, sorted; damaged pages alone where they are, as nothing else can be trusted."""
    try:
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            return ["store.check.pages"]
        codes = contradictions(connection, key, head) | _answered(connection)
        # What follows from the records is compared with them only where they can be believed.
        return sorted(codes) if codes or is_in_step(connection) else ["store.check.search"]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            return ["store.check.pages"]
        raise


_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def _answered(connection: sqlite3.Connection) -> set[str]:
    codes: set[str] = set()
    for code, question in _QUESTIONS.items():
        try:
            found = connection.execute(question).fetchone()
        except sqlite3.OperationalError as error:
            if "malformed JSON" not in str(error):
                raise
            found = (1,)
        if found:
            codes.add(code)
    return codes
