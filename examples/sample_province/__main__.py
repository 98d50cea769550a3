"""Writes the sample province as the workbook that comes with the program.

`python -m examples.sample_province [FILE]`
"""

import sys
from pathlib import Path

from examples.sample_province.build import sample_records
from network_service.documents.workbook_export import write_workbook

SHIPPED = Path(__file__).parents[2] / "network_service" / "reference" / "sample" / "TH-98.xlsx"
"""Where the program finds it."""


def main(arguments: list[str]) -> None:
    """Write to the file named, else over the one that is shipped."""
    write_workbook(Path(arguments[0]) if arguments else SHIPPED, sample_records(), "th")


if __name__ == "__main__":
    main(sys.argv[1:])
