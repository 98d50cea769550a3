"""Show one province with its districts."""

from dataclasses import dataclass
from datetime import date

from network_service.domain.principal import Principal
from network_service.errors import UnknownRecord
from network_service.operations.access import permit
from network_service.operations.list_provinces import ListedProvince, listed
from network_service.reference.districts import District, districts, subdistricts
from network_service.reference.provinces import find_province


@dataclass(frozen=True, slots=True)
class ListedDistrict:
    """A district with the number of its sub-districts."""

    district: District
    subdistricts: int


@dataclass(frozen=True, slots=True)
class ShownProvince:
    """A province as of a day, and its districts as they are today: older ones are not known by the day."""

    listed: ListedProvince
    districts: tuple[ListedDistrict, ...]

    @property
    def subdistricts(self) -> int:
        """Number of all its sub-districts."""
        return sum(each.subdistricts for each in self.districts)


def show_province(principal: Principal, named: str, on: date) -> ShownProvince:
    """A province that is named by code or in any usual spelling; `UnknownRecord` where there was none on that day."""
    permit(principal, "provinces")
    found = find_province(named)
    if not found.holds_on(on):
        raise UnknownRecord(
            "place.not_yet", name=found.thai, english=found.english, day=on, since=found.valid_from or "-"
        )
    return ShownProvince(
        listed(found, on), tuple(ListedDistrict(each, len(subdistricts(each))) for each in districts(found))
    )
