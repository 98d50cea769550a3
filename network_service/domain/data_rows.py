"""Data files of the program: comma-separated text, in UTF-8, with a header."""

import csv
from importlib.resources import files


def data_rows(name: str, room: str = "network_service.domain") -> list[dict[str, str]]:
    """The rows of a data file of a room, in its order, each by column."""
    text = files(room).joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
