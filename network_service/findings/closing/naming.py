"""Which actor would close a finding by taking a part: linker of a sector, on a body, in a sub-network."""

from collections.abc import Callable

from network_service.findings.closing.ground import Ground
from network_service.findings.closing.proposal import Closing, Proposal
from network_service.findings.finding import Finding, Subject


def part_that_closes(finding: Finding, ground: Ground) -> Proposal | None:
    """The actor to name for a part; `None` where the finding asks for none, or nobody is there who could take it."""
    choose = _CHOOSING.get(finding.rule)
    return None if choose is None else choose(finding, ground)


def _sector_linker(finding: Finding, ground: Ground) -> Proposal | None:
    """The best placed of the sector who is no linker yet."""
    [sector] = finding.subjects
    found = ground.best(ground.by_sector.get(sector.id, ()), ground.linking)
    return None if found is None else Proposal(Closing.LINKER, (ground.subject(found),), sector)


def _broker(finding: Finding, ground: Ground) -> Proposal | None:
    """The broker itself."""
    [actor] = finding.subjects
    sector = ground.snapshot.actors.sectors[ground.snapshot.actors.index[actor.id]]
    return None if sector is None else Proposal(Closing.LINKER, (actor,), Subject("sector", sector, sector))


def _body(finding: Finding, ground: Ground) -> Proposal | None:
    """A linker of the first sector missing, else the best placed of it; of any sector without a seat where none is."""
    [body] = finding.subjects
    if finding.case == "not_known":
        return None
    sitting = {seat.sector for seat in ground.snapshot.seats if seat.body == body.id}
    missing = finding.evidence["sectors_missing"]
    wanted = missing if isinstance(missing, tuple) and missing else sorted(ground.by_sector.keys() - sitting)
    sector = next((one for one in wanted if one in ground.by_sector), None)
    if sector is None:
        return None
    members = ground.by_sector[sector]
    found = next((one for one in members if one in ground.linking), members[0])
    return Proposal(Closing.SEAT, (ground.subject(found),), body)


def _sub_network(finding: Finding, ground: Ground) -> Proposal | None:
    """Of the members of other sectors the one with most ties to those in it, of equal ones the best placed."""
    [own] = finding.subjects
    index, sectors = ground.snapshot.actors.index, ground.snapshot.actors.sectors
    network = next(network for network in ground.snapshot.sub_networks if network.id == own.id)
    inside = {index[member] for member in network.members if member in index}
    others = (one for one, sector in enumerate(sectors) if sector not in (None, finding.evidence["sector"]))
    found = min(
        (one for one in others if one not in inside),
        key=lambda one: (-len(ground.neighbours[one] & inside), ground.rank[one]),
        default=None,
    )
    return None if found is None else Proposal(Closing.MEMBER, (ground.subject(found),), own)


_CHOOSING: dict[str, Callable[[Finding, Ground], Proposal | None]] = {
    "sector_without_linker": _sector_linker,
    "sector_with_one_linker": _sector_linker,
    "broker_not_designated": _broker,
    "body_lacks_sector": _body,
    "sub_network_of_one_sector": _sub_network,
}
