"""The three divisions of the country into regions, with their words.

`region4` is that of the public sector development commission and the statistical office, `region6` the geographic one,
`region_admin` that of the provincial clusters, which has a date as they have.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from network_service.reference.data_rows import Named, data_rows


class Division(StrEnum):
    """Ways to divide the country into regions."""

    REGION4 = "region4"
    REGION6 = "region6"
    REGION_ADMIN = "region_admin"


@dataclass(frozen=True, kw_only=True)
class Region(Named):
    """One region of a division."""

    division: Division
    code: str


@cache
def regions(division: Division) -> dict[str, Region]:
    """The regions of a division by code, in the order of the data file."""
    return {
        row["code"]: Region(division=division, code=row["code"], thai=row["thai"], english=row["english"])
        for row in data_rows("regions")
        if row["division"] == division
    }
