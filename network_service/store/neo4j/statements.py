"""The reading statements. All are constants: values are parameters, and nothing is pasted into them."""

from typing import Final

_VERSION: Final = (
    " RETURN v.record_id, v.kind, v.data, v.version, v.revision,"
    " CASE WHEN v.superseded <= $latest THEN v.superseded END"
)
"""A version, as readers of the published content see it: one that is being superseded is not yet."""
_CURRENT: Final = " v.erased IS NULL AND v.revision <= $at AND (v.superseded IS NULL OR v.superseded > $at)"
_HOLDS: Final = (
    " ($day IS NULL OR ((v.valid_from IS NULL OR v.valid_from <= $day) AND (v.valid_to IS NULL OR $day < v.valid_to)))"
)

PROVINCES_EVER: Final = "MATCH (p:Province) RETURN p.code ORDER BY p.code"

PROVINCES: Final = (
    "MATCH (p:Province) WHERE EXISTS { MATCH (v:Version {province: p.code}) WHERE" + _CURRENT + " }"
    " RETURN p.code ORDER BY p.code"
)

ONE: Final = "MATCH (v:Version {record_id: $record_id}) WHERE" + _CURRENT + _VERSION

MANY: Final = "UNWIND $record_ids AS record_id MATCH (v:Version {record_id: record_id}) WHERE" + _CURRENT + _VERSION

PAGE: Final = (
    "MATCH (v:Version {province: $province}) WHERE v.record_id > $after AND" + _CURRENT + " AND" + _HOLDS
    + " WITH v ORDER BY v.record_id LIMIT $page" + _VERSION + " ORDER BY v.record_id"
)  # fmt: skip

PAGE_OF_KIND: Final = (
    "MATCH (v:Version {province: $province, kind: $kind}) WHERE v.record_id > $after AND" + _CURRENT + " AND" + _HOLDS
    + " WITH v ORDER BY v.record_id LIMIT $page" + _VERSION + " ORDER BY v.record_id"
)  # fmt: skip

NEIGHBOURS: Final = (
    "CALL () { MATCH (v:Version {source: $node}) RETURN v UNION MATCH (v:Version {target: $node}) RETURN v }"
    " WITH v WHERE v.kind IN $kinds AND" + _CURRENT + " AND" + _HOLDS + _VERSION + " ORDER BY v.record_id"
)

SCAN: Final = (
    "MATCH (v:Version {province: $province, kind: $kind}) WHERE v.record_id > $after AND" + _CURRENT + " AND" + _HOLDS
    + " WITH v ORDER BY v.record_id LIMIT $page RETURN collect(v.record_id), collect(v.data)"
)  # fmt: skip
"""As two columns instead of rows: five times as fast."""

HISTORY: Final = (
    "MATCH (v:Version {record_id: $record_id}) WHERE v.erased IS NULL AND v.revision <= $latest"
    + _VERSION + " ORDER BY v.version"
)  # fmt: skip

CHANGES: Final = (
    "CALL () { MATCH (v:Version {revision: $at}) RETURN v UNION MATCH (v:Version {superseded: $at}) RETURN v }"
    " WITH v WHERE v.erased IS NULL" + _VERSION + " ORDER BY v.record_id, v.version"
)

SEARCH: Final = (
    "MATCH (n:NetworkNode) WHERE n.search CONTAINS $text AND ($province IS NULL OR n.province = $province)"
    " AND n.kind IN $kinds"
    " WITH n, any(name IN split(n.search, '\n') WHERE name STARTS WITH $text) AS begins"
    " RETURN n.id ORDER BY NOT begins, n.id LIMIT $limit"
)
