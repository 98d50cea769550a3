"""The synthetic sample province that comes with the program, as the workbook an office would send."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

SAMPLE_PROVINCE = "TH-98"
"""Code of the sample province; no real province has it."""
SAMPLE_DAY = date(2026, 10, 1)
"""The day the sample is made for: its agreements, posts and seats are those of this day."""


@contextmanager
def sample_workbook() -> Iterator[Path]:
    """The sample province's workbook as a file, also where the program is installed inside an archive."""
    with as_file(files(__package__).joinpath("sample", f"{SAMPLE_PROVINCE}.xlsx")) as path:
        yield path
