"""Success factor: trust between the members, most of all across sectors."""

from network_service.domain.vocabulary import RatingKind
from network_service.process.condition import Responsible
from network_service.process.factor import Factor, Part, scored
from network_service.process.ratings import SPAN, mean, newest, response, scaled, usable
from network_service.process.situation import Situation


def mutual_trust(situation: Situation) -> Factor:
    """Mean trust, less part of the gap by which sectors trust their own more than others.

    Results of fewer raters than the standard are left out, yet count in the response, which is that of all who were
    asked. Whether both of two actors trust each other is not known until there are surveys that ask it.
    """
    results = newest(situation, RatingKind.TRUST)
    used = usable(situation, results)
    placed = [one for one in used if one.rater_sector is not None and one.target_sector is not None]
    all_, inside = mean(used), mean([one for one in placed if one.rater_sector == one.target_sector])
    across = mean([one for one in placed if one.rater_sector != one.target_sector])
    value = None
    base = scaled(all_)
    if base is not None and inside is not None and across is not None:
        gap = situation.standards.trust_gap_weight * max(0.0, (inside - across) / SPAN)
        value = min(max(base - gap, 0.0), 1.0)
    lowest = min(used, key=lambda one: (one.mean or 0.0, one.rater_sector or "", one.target_sector or ""), default=None)
    return scored(
        "mutual_trust",
        (Part("trust", value, response(results)),),
        (1.0,),
        situation.standards,
        Responsible.MEMBERS,
        {
            "mean": all_,
            "mean_inside": inside,
            "mean_across": across,
            "cells": len(results),
            "cells_used": len(used),
            "raters": sum(one.raters or 0 for one in results),
            "asked": sum(one.asked or 0 for one in results),
        },
        {
            "mean": all_,
            "inside": inside,
            "across": across,
            "sector_rating": None if lowest is None else lowest.rater_sector,
            "sector_rated": None if lowest is None else lowest.target_sector,
        },
    )
