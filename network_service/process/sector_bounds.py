"""Between which bounds the diversity of sectors lies while the sector of some members is not known."""

from collections.abc import Collection, Mapping

from network_service.domain.vocabulary import Sector


def diversity_within(members: Mapping[str, int], required: Collection[str], unknown: int) -> tuple[float, float] | None:
    """Least and greatest IQV (M12), whatever sectors the `unknown` members are of; not known of fewer than two sectors.

    The k of the index is the number of required and present sectors, so that a member of a new sector changes it: each
    number of new sectors is tried. For one number the index is least where all others join the largest sector, and
    greatest where they fill up the smallest ones.
    """
    sizes = [members.get(sector, 0) for sector in {*required, *(one for one in members if members[one])}]
    found = []
    for new in range(min(unknown, len(Sector) - len(sizes)) + 1):
        if len(sizes) + new >= 2:
            found += [_iqv(_joined(sizes, new, unknown)), _iqv(_filled(sizes, new, unknown))]
    return (min(found), max(found)) if found else None


def _joined(sizes: list[int], new: int, unknown: int) -> list[int]:
    *others, largest = sorted([*sizes, *[1] * new])
    return [*others, largest + unknown - new]


def _filled(sizes: list[int], new: int, unknown: int) -> list[int]:
    filled = [*sizes, *[1] * new]
    for _ in range(unknown - new):
        filled[filled.index(min(filled))] += 1
    return filled


def _iqv(sizes: list[int]) -> float:
    total, kinds = sum(sizes), len(sizes)
    return (1 - sum((size / total) ** 2 for size in sizes)) * kinds / (kinds - 1)
