"""Rule: a district in which no member works."""

from network_service.domain.vocabulary import AreaLevel
from network_service.findings.finding import Finding, Subject
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.actors import ActorAffairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.surroundings import AreaAffairs
from network_service.snapshot.model import Snapshot

_WHOLE = frozenset({AreaLevel.NATIONAL, AreaLevel.PROVINCE})


def district_without_actors(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each district recorded in which no member works, nor in a sub-district or village of it.

    Members of the whole province or country work in every district, so that they count for none. Absence answers once
    some member's district, sub-district or village is recorded. A member of no such level whose area is not recorded,
    or is one without a code, may work in the district: their number is said. Affected: 0, as nobody is there yet.
    """
    members = [affairs.actor[actor] for actor in snapshot.actors.ids if actor in affairs.actor]
    area = {one.id: one for one in affairs.areas}
    worked_in = {place for actor in members for place in actor.operates_in if area[place].area_level not in _WHOLE}
    if not worked_in:
        return []
    codes = {code for place in worked_in if (code := area[place].area_code) is not None}
    unknown = sum(_may_be_anywhere(actor, area) for actor in members)
    districts = [one for one in affairs.areas if one.area_level == AreaLevel.DISTRICT]
    bare = [
        one
        for one in districts
        if one.id not in worked_in
        and not (one.area_code is not None and any(code.startswith(one.area_code) for code in codes))
    ]
    return [
        Finding(
            rule="district_without_actors",
            severity=severity_of(thresholds, members=0),
            subjects=(Subject("area", district.id, district.name),),
            evidence={
                "members": 0,
                "districts": len(districts),
                "districts_without_members": len(bare),
                "members_area_not_known": unknown,
            },
            parameters={
                "name": district.name,
                "count": len(districts),
                "unknown": unknown,
            },
            members_affected=0,
        )
        for district in bare
    ]


def _may_be_anywhere(actor: ActorAffairs, area: dict[str, AreaAffairs]) -> bool:
    """Whether a member's area is one that nobody can place in a district."""
    if actor.operates_in:
        places = [area[place] for place in actor.operates_in]
        return any(one.area_code is None and one.area_level not in {*_WHOLE, AreaLevel.DISTRICT} for one in places)
    return actor.area_level not in _WHOLE
