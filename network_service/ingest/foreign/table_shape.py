"""Tables without the columns that a file does not use: nobody should be told that they were not read."""

from dataclasses import replace

from network_service.ingest.foreign.network import Table
from network_service.ingest.raw import RawRow


def without_empty_columns(table: Table) -> Table:
    """The table with only those columns that hold something in some row; as it is, where it has no rows."""
    if not table.rows:
        return table
    used = [False] * len(table.headers)
    for row in table.rows:
        for place, value in enumerate(row.cells):
            if value is not None:
                used[place] = True
    kept = [place for place, is_used in enumerate(used) if is_used]
    headers = tuple(table.headers[place] for place in kept)
    rows = tuple(RawRow(row.number, tuple(row.cells[place] for place in kept)) for row in table.rows)
    meaning = {header: table.meaning[header] for header in headers if header in table.meaning}
    letters = tuple(table.letters[place] for place in kept) if table.letters else ()
    return replace(table, headers=headers, rows=rows, meaning=meaning, letters=letters)
