"""The invented provinces that come with the program, as the workbooks that their offices would have sent."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

SAMPLE_PROVINCE = "TH-98"
"""Code of the sample province; no real province has it."""
SAMPLE_PROVINCES = ("TH-98", "TH-97", "TH-99", "TH-01")
"""The sample province and those to compare it with: a small well-knit one, a large one, a badly split one."""
SAMPLE_DAY = date(2026, 10, 1)
"""The day the invented provinces are made for: their agreements, posts and seats are those of this day."""


@contextmanager
def sample_files(province: str) -> Iterator[tuple[Path, ...]]:
    """A province's workbooks in the order in which they were sent, also where the program is inside an archive.

    Each is named by the month of which it tells: the first holds the whole network, the others what had changed.
    """
    folder = files(__package__).joinpath("sample", province)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".xlsx"))
    with ExitStack() as opened:
        yield tuple(opened.enter_context(as_file(folder.joinpath(name))) for name in names)
