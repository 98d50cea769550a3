"""List the provinces of a day with their regions and clusters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from network_service.domain.principal import Principal
from network_service.domain.thai.text import match_form
from network_service.errors import UsageError
from network_service.operations.access import permit
from network_service.reference.clusters import Cluster, cluster_of, clusters, membership_of
from network_service.reference.data_rows import Named
from network_service.reference.provinces import Province, provinces
from network_service.reference.regions import Division, Region, regions


@dataclass(frozen=True, slots=True)
class ListedProvince:
    """A province with its regions and its cluster on a day.

    `cluster` and the division `region_admin` are `None` for Bangkok, which is in none, and where that day's clusters
    are not known. `cluster_confirmed` says whether a source that names the cluster's members was read.
    """

    province: Province
    regions: Mapping[Division, Region | None]
    cluster: Cluster | None
    cluster_confirmed: bool


def list_provinces(
    principal: Principal, on: date, *, division: Division, region: str | None = None, cluster: str | None = None
) -> tuple[ListedProvince, ...]:
    """The provinces of a day by code; those of one region of the division and of one cluster, if named.

    Regions and clusters may be named by code or by word; `UsageError` names the choices where there is no such one.
    """
    permit(principal, "provinces")
    region_code = _chosen("provinces.unknown_region", region, regions(division))
    # A day of which no clusters are known lists no province of one; a name that no day knows is a mistake.
    cluster_code = _chosen("provinces.unknown_cluster", cluster, clusters(on) or clusters(date.max))
    return tuple(
        one
        for one in (listed(found, on) for found in provinces(on))
        if (region_code is None or _code(one.regions[division]) == region_code)
        and (cluster_code is None or _code(one.cluster) == cluster_code)
    )


def listed(province: Province, on: date) -> ListedProvince:
    """A province with what it belongs to on a day."""
    membership = membership_of(province, on)
    cluster = cluster_of(province, on)
    return ListedProvince(
        province=province,
        regions={
            Division.REGION4: regions(Division.REGION4)[province.region4],
            Division.REGION6: regions(Division.REGION6)[province.region6],
            Division.REGION_ADMIN: regions(Division.REGION_ADMIN)[cluster.region_admin] if cluster else None,
        },
        cluster=cluster,
        cluster_confirmed=membership is not None and membership.confirmed,
    )


def _chosen(error: str, given: str | None, choices: Mapping[str, Named]) -> str | None:
    """The code of the choice that a code or word names."""
    if given is None:
        return None
    wanted = match_form(given)
    for code, choice in choices.items():
        if wanted in {code, match_form(choice.thai), match_form(choice.english)}:
            return code
    raise UsageError(error, given=given, choices=", ".join(choices))


def _code(one: Region | Cluster | None) -> str | None:
    return one.code if one else None
