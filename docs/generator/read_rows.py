"""The data files of the generated documents."""

import csv
from importlib.resources import files


def data_text(name: str) -> str:
    """The text of a data file."""
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


def read_rows(name: str) -> list[dict[str, str]]:
    """The lines of a data file of columns."""
    return list(csv.DictReader(data_text(f"{name}.csv").splitlines()))
