"""A table written for spreadsheets and statistics programs: CSV always, Parquet where its library is installed."""

from pathlib import Path
from typing import Any

from network_service.documents.table import write_csv
from network_service.documents.tables.table import Kind, Table
from network_service.documents.whole_file import whole_file
from network_service.errors import MissingPart
from network_service.messages import LANGUAGES, messages_in


def write_table_csv(path: Path, table: Table) -> None:
    """Write the table as CSV: numbers to the last digit, an empty cell for what is not known, no text ever run."""
    write_csv(path, table.headers, table.rows)


def write_parquet(path: Path, table: Table) -> None:
    """Write the table as Parquet, typed, texts as they are, with the meaning of each column inside the file.

    `MissingPart` where pyarrow is not installed: it is 30 times as large as this service, and few need it.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as absent:
        raise MissingPart("tables.parquet_missing") from absent
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    types = {
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.BOOLEAN: pa.bool_(),
    }
    fields, arrays = [], []
    for column, cells in zip(table.columns, columns, strict=True):
        type_of_cells: Any = types.get(column.kind, pa.string())
        told = {f"meaning_{language}": messages_in(language).text(column.meaning) for language in LANGUAGES}
        told["unit"] = column.unit.value
        fields.append(pa.field(column.code, type_of_cells, metadata=told))
        arrays.append(pa.array(cells, type=type_of_cells))
    with whole_file(path) as written:
        parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), written)
