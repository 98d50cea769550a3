"""The reading statements. All are constants: values are parameters, and nothing is pasted into them."""

_COLUMNS = "record_id, kind, data, version, revision, superseded"
_CURRENT = "erased IS NULL AND revision <= :revision AND (superseded IS NULL OR superseded > :revision)"
_HOLDS = "(:day IS NULL OR ((valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR :day < valid_to)))"

REVISION = "SELECT coalesce(max(revision), 0) FROM audit_entry"

# One step down the index for each province, instead of all its records.
PROVINCES_EVER = """
WITH RECURSIVE found (province) AS (
    SELECT min(province) FROM record_version
    UNION ALL
    SELECT (SELECT min(province) FROM record_version WHERE province > found.province) FROM found
    WHERE found.province IS NOT NULL
)
SELECT province FROM found WHERE province IS NOT NULL
"""
"""Provinces that have or had records."""

PROVINCES = f"""
SELECT province FROM ({PROVINCES_EVER}) AS found
WHERE EXISTS (SELECT 1 FROM record_version AS own WHERE own.province = found.province AND own.superseded IS NULL)
ORDER BY province
"""  # noqa: S608 - constants

ONE = f"SELECT {_COLUMNS} FROM record_version WHERE record_id = :record_id AND {_CURRENT}"  # noqa: S608 - constants

MANY = f"""
SELECT {_COLUMNS} FROM record_version
WHERE record_id IN (SELECT value FROM json_each(:record_ids)) AND {_CURRENT}
"""  # noqa: S608 - constants

PAGE = f"""
SELECT {_COLUMNS} FROM record_version
WHERE province = :province AND kind = :kind AND record_id > :after AND {_CURRENT} AND {_HOLDS}
ORDER BY record_id LIMIT :page
"""  # noqa: S608 - constants

NEIGHBOURS = f"""
SELECT {_COLUMNS} FROM record_version
WHERE (source = :node OR target = :node) AND kind IN (SELECT value FROM json_each(:kinds)) AND {_CURRENT} AND {_HOLDS}
ORDER BY record_id
"""  # noqa: S608 - constants

# Two indexes, one for each half: a version of the revision itself follows one that it superseded.
CHANGES = f"""
SELECT {_COLUMNS} FROM record_version
WHERE (revision = :revision OR superseded = :revision) AND erased IS NULL
ORDER BY record_id, version
"""  # noqa: S608 - constants

HISTORY = f"""
SELECT {_COLUMNS} FROM record_version WHERE record_id = :record_id AND erased IS NULL ORDER BY version
"""  # noqa: S608 - constants
