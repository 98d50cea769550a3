"""Success factor: relations that are formal."""

from collections import defaultdict

from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, scored
from network_service.process.formal_basis import bound_together, declared_pairs
from network_service.process.judging import share
from network_service.process.situation import Situation


def formal_relations(situation: Situation) -> Factor:
    """Members certified by an instrument in force, ties with a formal basis, an order of the governor in force.

    A certified member of whom nobody noted the paper is not known: cover is the share of the others. A tie has a formal
    basis where both ends are parties to one agreement in force, or sit on one body whose order is in force; whether it
    has is not known where nobody noted whether their agreement is signed.
    """
    affairs, members = situation.affairs, situation.sector.keys()
    certified, unknown = _certified(situation)
    ties = declared_pairs(situation.snapshot)
    surely, perhaps = (bound_together(situation.snapshot, affairs, surely=sure) for sure in (True, False))
    covered = sum(not surely[one].isdisjoint(surely[other]) for one, other in ties)
    doubtful = sum(not perhaps[one].isdisjoint(perhaps[other]) for one, other in ties) - covered
    told = share(len(ties) - doubtful, len(ties)) or 0.0
    orders = [one for one in affairs.instruments if one.is_order and one.in_force]
    today = situation.today
    signed = {one.signed_by_governor for one in orders if one.signed_on is not None and one.signed_on <= today}
    order = 1.0 if True in signed else None if None in signed or not affairs.instruments else 0.0
    recorded = bool(affairs.agreements or affairs.instruments)
    parts = (
        Part("certified", share(certified, len(members) - unknown), 1 - unknown / len(members) if members else 0.0),
        Part("ties_covered", share(covered, len(ties) - doubtful), told if recorded else 0.0),
        Part("order_in_force", order, float(order is not None)),
    )
    return scored(
        "formal_relations",
        parts,
        situation.standards.formal_weights,
        situation.standards,
        Responsible.GOVERNORS_OFFICE,
        {
            "members": len(members),
            "certified_in_force": certified,
            "paper_not_known": unknown,
            "ties": len(ties),
            "ties_covered": covered,
            "ties_cover_not_known": doubtful,
            "orders_in_force": len(orders),
        },
        {
            "count": len(members),
            "certified": certified,
            "covered": parts[1].value,
            "unknown": unknown,
        },
    )


def _certified(situation: Situation) -> tuple[int, int]:
    """Members certified by an instrument in force, and certified ones whose paper nobody noted."""
    affairs = situation.affairs
    papers: dict[str, set[str | None]] = defaultdict(set)
    for one in affairs.memberships:
        if one.of in affairs.province_networks and one.member in situation.snapshot.certified & situation.sector.keys():
            papers[one.member].add(one.certified_by)
    in_force = {
        member
        for member, cited in papers.items()
        if any(paper in affairs.instrument and affairs.instrument[paper].in_force for paper in cited if paper)
    }
    return len(in_force), sum(cited == {None} for cited in papers.values())
