"""Ratings as they may be told: means over at least five raters, and never of one subject by name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from network_service.domain.nodes import Rating
from network_service.domain.nodes.surroundings import SMALLEST_CELL
from network_service.domain.principal import Principal
from network_service.domain.vocabulary import RatingKind, Sector
from network_service.operations.access import permit
from network_service.operations.records.list_records import provinces_within
from network_service.operations.sight.sights import Sights
from network_service.store.base import StoreReader


@dataclass(frozen=True, slots=True)
class RatingMean:
    """What so many raters said on the average in one survey; no total goes with it that a cell could be taken from."""

    rating_kind: RatingKind
    rater_sector: Sector | None
    target_sector: Sector | None
    survey_round: str | None
    raters: int
    mean: float


def rating_means(
    principal: Principal, store: StoreReader, province: str, sights: Sights, *, holds_on: date | None = None
) -> tuple[RatingMean, ...]:
    """Means of a province by kind, sectors and survey; a cell of fewer than five raters is left out."""
    permit(principal, "rating_means")
    provinces = provinces_within(principal, store, province)
    cells: dict[tuple[RatingKind, Sector | None, Sector | None, str | None], list[Rating]] = defaultdict(list)
    for one in provinces:
        for stored in store.records(province=one, kinds=("rating",), as_of=holds_on):
            if isinstance(rating := stored.record, Rating):
                key = (rating.rating_kind, rating.rater_sector, rating.target_sector, rating.survey_round)
                cells[key].append(rating)
    sights.log.note(principal, "rating_means", [rating.id for cell in cells.values() for rating in cell])
    told = (RatingMean(*key, *mean) for key, cell in cells.items() if (mean := _pooled(cell)) is not None)
    return tuple(sorted(told, key=lambda one: tuple(str(part or "") for part in (one.rating_kind, *_place(one)))))


def _place(one: RatingMean) -> tuple[str | None, str | None, str | None]:
    return one.rater_sector, one.target_sector, one.survey_round


def _pooled(cell: Sequence[Rating]) -> tuple[int, float] | None:
    """Raters and mean over a cell, each record by its raters; `None` where too few are known to have answered."""
    known = [(one.raters, one.mean) for one in cell if one.raters and one.mean is not None]
    raters = sum(count for count, _ in known)
    if raters < SMALLEST_CELL:
        return None
    return raters, sum(count * mean for count, mean in known) / raters
