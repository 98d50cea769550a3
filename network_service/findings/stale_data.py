"""Rule: records of groups and organisations that nobody has checked for long."""

from collections import Counter

from network_service.findings.finding import Finding
from network_service.findings.network_itself import the_network
from network_service.findings.sectors import in_vocabulary_order
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


def stale_data(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for the whole network: how many records, members or not, were last checked over `stale_days` ago.

    By sector it says who should look first; those of no known sector are in the evidence. Records that nobody ever
    checked, or of which nobody noted the day, are not called stale: their number is said. Nothing is said where no
    day is noted of any record. Affected: the members among them.
    """
    checked = [(one, one.last_verified_on) for one in affairs.actors]
    stale = [one for one, day in checked if day is not None and (affairs.as_of - day).days > thresholds.stale_days]
    if not stale:
        return []
    never = sum(day is None for _, day in checked)
    sectors = Counter(one.sector for one in stale)
    known = in_vocabulary_order(sector for sector in sectors if sector is not None)
    affected = len({one.id for one in stale} & snapshot.actors.index.keys())
    return [
        Finding(
            rule="stale_data",
            severity=severity_of(thresholds, members=affected),
            subjects=the_network(affairs),
            evidence={
                "records": len(checked),
                "stale": len(stale),
                "share": len(stale) / len(checked),
                "never_checked": never,
                "days": thresholds.stale_days,
                **{f"stale_{sector}": sectors[sector] for sector in known},
                "stale_sector_not_known": sectors[None],
            },
            parameters={
                "count": len(stale),
                "of": len(checked),
                "percent": 100 * len(stale) / len(checked),
                "days": thresholds.stale_days,
                "by_sector": tuple(f"{sector} {sectors[sector]}" for sector in known),
                "unknown": never,
            },
            members_affected=affected,
            case=None if known else "no_sector",
        )
    ]
