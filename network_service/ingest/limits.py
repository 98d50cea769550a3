"""What an input file may be at most; beyond it a file is refused before it can do harm."""

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one input file, each with its reason.

    The measure is a workbook of 100,000 rows of 15 columns: 10.7 MB, 153 MB unpacked, a ratio of 14.
    """

    file_bytes: int = 32 * _MIB
    """Three times that workbook."""
    unpacked_bytes: int = 256 * _MIB
    """One and a half times that workbook unpacked; a bomb of 641 KB unpacks to 183 MB."""
    ratio: int = 100
    """Seven times what that workbook needs; that bomb has 293."""
    harmless_bytes: int = 8 * _MIB
    """Below this unpacked size the ratio is not looked at: an almost empty workbook compresses very well."""
    entries: int = 1_000
    """Parts of the archive; a workbook of 100 sheets with comments and drawings has about 500."""
    text_bytes: int = 96 * _MIB
    """Texts that cells share, held in memory; that workbook, written with shared texts, has 60 MB of them."""
    part_bytes: int = 16 * _MIB
    """Index, styles and relations are read whole, so each of them is small; 64,000 styles take 10 MB."""
    rows: int = 150_000
    """Rows with content in all sheets together."""
    row_marks: int = 1_500_000
    """Rows in the file, empty ones too: one sheet formatted to its last row has 1,048,576."""
    columns: int = 200
    """Columns with content of one sheet; the widest sheet of ours has 27."""
    widest: int = 16_384
    """Columns that a sheet of Excel can have."""
    cells: int = 20_000_000
    """Cells of the block that a sheet's content spans, 24 bytes each: ours have 27 columns, so 150,000 rows have 4
    million; a mark in the last row below 15 columns makes it 16 million."""
    elements: int = 12_000_000
    """Elements of a sheet: 150,000 rows of 15 cells with inline text have 9.2 million."""
    text_elements: int = 2_000_000
    """Elements of the shared texts, two a text: a million texts that differ."""
    part_elements: int = 250_000
    """Elements of any other part, some held as a tree of about 700 bytes each; 64,000 styles have 130,000."""
    json_values: int = 2_000_000
    """Values of a JSON file, of about 100 bytes each once read: 32 MB of records have 1.4 million."""
    merged: int = 2_000
    """Merged blocks of a sheet; a table to be read by a program should have none."""
    characters: int = 64 * _MIB
    """Text kept in memory: 400 characters a row at the largest number of rows."""
    faults: int = 10_000
    """Faults listed one by one; further ones are only counted, as nobody reads them and memory is not endless."""


LIMITS = Limits()
"""The limits in force where nothing else is asked for."""
