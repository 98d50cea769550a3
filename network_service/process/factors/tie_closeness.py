"""Success factor: how close the ties between members are."""

from network_service.process.calendar import years_since
from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, evenly, scored
from network_service.process.judging import share
from network_service.process.situation import Situation

_MOST_FREQUENT = 5


def tie_closeness(situation: Situation) -> Factor:
    """Strength of ties, ties declared back, and members in the core, in equal parts.

    Strength of a declared tie is the mean of frequency over 5, years (at most `tie_years`) over `tie_years`, and
    topics over the most topics of any tie. Each of the three is averaged over the ties that tell it; cover is the
    smallest share that does. An empty first day means before the records: such an age is not known.
    """
    standards, today = situation.standards, situation.today
    ties = [one for one in situation.affairs.collaboration if {one.source, one.target} <= situation.sector.keys()]
    frequencies = [one.frequency / _MOST_FREQUENT for one in ties if one.frequency is not None]
    ages = [min(years_since(today, one.since), standards.tie_years) for one in ties if one.since is not None]
    topics = [one.topics for one in ties if one.topics]
    told = (
        _mean(frequencies),
        _mean([age / standards.tie_years for age in ages]),
        _mean([count / max(topics) for count in topics]),
    )
    known = [value for value in told if value is not None]
    strength = sum(known) / len(told) if len(known) == len(told) else None
    shares = [len(given) / len(ties) if ties else 0.0 for given in (frequencies, ages, topics)]
    cores = situation.measured.cores
    inside = sum(cores.get(actor, 0) >= standards.core_number for actor in situation.sector)
    parts = (
        Part("tie_strength", strength, min(shares)),
        Part("reciprocity", situation.measured.reciprocity, 1.0),
        Part("in_core", share(inside, len(situation.sector)), 1.0),
    )
    return scored(
        "tie_closeness",
        parts,
        evenly(parts),
        standards,
        Responsible.MEMBERS,
        {
            "ties": len(ties),
            "frequency_known_share": shares[0],
            "age_known_share": shares[1],
            "topics_known_share": shares[2],
            "strength": strength,
            "reciprocity": situation.measured.reciprocity,
            "in_core": inside,
        },
        {
            "count": len(ties),
            "strength": strength,
            "reciprocity": situation.measured.reciprocity,
            "in_core": parts[2].value,
        },
    )


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
