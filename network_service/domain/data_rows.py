"""The domain's data files: comma-separated text, in UTF-8, with a header."""

import csv
from importlib.resources import files


def data_rows(name: str) -> list[dict[str, str]]:
    """The rows of a data file, in its order, each by column."""
    text = files("network_service.domain").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
