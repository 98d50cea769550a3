"""The provincial clusters: dated data, as the government draws them anew (2009, 2017).

Known are those of 2017. Of a day before them nothing is known here: no cluster is then named, rather than a wrong one.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from network_service.reference.data_rows import Dated, Named, data_rows, day_or_open
from network_service.reference.provinces import Province


@dataclass(frozen=True, kw_only=True)
class Cluster(Dated, Named):
    """A cluster of provinces, the region it is counted to, and the announcement that set it up."""

    code: str
    region_admin: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Membership(Dated):
    """A province's place in a cluster; `confirmed` where a source that names the members was read."""

    cluster: str
    province: str
    confirmed: bool


def clusters(on: date) -> dict[str, Cluster]:
    """The clusters of a day by code, in the order of the data file; none where that day's are not known."""
    return {found.code: found for found in _clusters() if found.holds_on(on)}


def membership_of(province: Province, on: date) -> Membership | None:
    """A province's place in a cluster on a day; `None` for Bangkok, which is in none, and where it is not known."""
    return next((found for found in _memberships() if found.province == province.code and found.holds_on(on)), None)


def cluster_of(province: Province, on: date) -> Cluster | None:
    """The cluster a province is in on a day; `None` for Bangkok, which is in none, and where it is not known."""
    membership = membership_of(province, on)
    return clusters(on).get(membership.cluster) if membership else None


@cache
def _clusters() -> tuple[Cluster, ...]:
    return tuple(
        Cluster(
            code=row["code"],
            region_admin=row["region_admin"],
            thai=row["thai"],
            english=row["english"],
            valid_from=day_or_open(row["valid_from"]),
            valid_to=day_or_open(row["valid_to"]),
            source=row["source"],
        )
        for row in data_rows("clusters")
    )


@cache
def _memberships() -> tuple[Membership, ...]:
    return tuple(
        Membership(
            cluster=row["cluster"],
            province=row["province"],
            valid_from=day_or_open(row["valid_from"]),
            valid_to=day_or_open(row["valid_to"]),
            confirmed=row["confirmed"] == "yes",
        )
        for row in data_rows("cluster_members")
    )
