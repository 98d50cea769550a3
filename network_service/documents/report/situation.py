"""The first page: how large the network is, how far it has been built, what is wrong first, and how sure this is."""

from collections import Counter
from dataclasses import dataclass

from network_service.documents.report.parts import Form
from network_service.documents.report.telling import Telling
from network_service.domain.vocabulary import Sector
from network_service.findings.finding import Severity
from network_service.findings.wording import enumerated
from network_service.process.condition import Readiness
from network_service.process.factor import Status
from network_service.process.wording import figure_title

_YEARS = frozenset({"age_years"})
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that is seen first, and what it counts."""

    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A sector with its members, their share, and its length from 0 to 100 against the largest."""

    name: str
    members: str
    share: str
    length: float


def tiles(telling: Telling) -> tuple[Tile, ...]:
    """Steps that are ready, factors that are met, findings that cannot wait, members who answered."""
    parts = telling.parts
    ready = sum(step.state is Readiness.READY for step in parts.readings.steps)
    met = sum(factor.status is Status.MET for factor in parts.readings.factors)
    critical = sum(one.severity is Severity.CRITICAL for one in parts.findings)
    answered = next((one.value for one in parts.doubts if one.code == "response_rate"), None)
    of_steps, of_factors = len(parts.readings.steps), len(parts.readings.factors)
    return (
        Tile(f"{ready}/{of_steps}", telling.text("report.tile.steps")),
        Tile(f"{met}/{of_factors}", telling.text("report.tile.factors")),
        Tile(str(critical), telling.text("report.tile.critical", count=critical)),
        Tile(telling.figure(answered, Form.SHARE), telling.text("report.tile.answered")),
    )


def sentences(telling: Telling) -> tuple[str, ...]:
    """The situation in plain words, paragraph by paragraph."""
    return (
        f"{_size(telling)} {_apart(telling)}",
        f"{_steps(telling)} {_factors(telling)}",
        _findings(telling),
    )


def sectors(telling: Telling) -> tuple[Bar, ...]:
    """Members of each sector in the order of the vocabulary; of those present, and of members of unknown sector."""
    counts = Counter(sector or _UNKNOWN for sector in telling.parts.snapshot.actors.sectors)
    largest, total = max(counts.values(), default=1), counts.total()
    return tuple(
        Bar(
            telling.text("map.sector_unknown") if code == _UNKNOWN else telling.word("sector", code),
            f"{counts[code]:,}",
            telling.figure(counts[code] / total, Form.SHARE),
            round(100 * counts[code] / largest, 1),
        )
        for code in (*Sector, _UNKNOWN)
        if counts[code]
    )


def doubt_rows(telling: Telling) -> tuple[tuple[str, str, str], ...]:
    """Each figure of doubt: what it is, its value or that it is not known, and of how many records."""
    return tuple(
        (
            figure_title(one, telling.messages),
            telling.figure(one.value, Form.YEARS if one.code in _YEARS else Form.SHARE),
            f"{one.n:,}",
        )
        for one in telling.parts.doubts
    )


def hidden(telling: Telling) -> str:
    """How much is recorded and not in the figures; nothing where all of it is."""
    told = telling.parts.snapshot.hidden
    if not told.actors and not told.ties:
        return ""
    return telling.text("report.hidden", actors=f"{told.actors:,}", ties=f"{told.ties:,}")


def _size(telling: Telling) -> str:
    snapshot = telling.parts.snapshot
    members, ties = len(snapshot.actors), len(snapshot.undirected)
    present = len({sector for sector in snapshot.actors.sectors if sector})
    told = telling.text("report.situation.members", count=members, sectors=present)
    mean = 2 * ties / members if members else 0.0
    return f"{told} {telling.text('report.situation.ties', count=ties, mean=mean)}"


def _apart(telling: Telling) -> str:
    alone = sum(degree == 0 for degree in telling.parts.snapshot.undirected_degrees)
    return telling.text("report.situation.alone", count=alone) if alone else telling.text("report.situation.none_alone")


def _steps(telling: Telling) -> str:
    states = Counter(step.state for step in telling.parts.readings.steps)
    told = [
        telling.text("report.count.steps", count=states[state], state=telling.word("readiness", state))
        for state in Readiness
        if states[state]
    ]
    return telling.text("report.situation.steps", total=states.total(), states=enumerated(told, telling.messages))


def _factors(telling: Telling) -> str:
    statuses = Counter(factor.status for factor in telling.parts.readings.factors)
    told = [
        telling.text("report.count.factors", count=statuses[status], state=telling.word("factor_status", status))
        for status in Status
        if statuses[status]
    ]
    return telling.text("report.situation.factors", total=statuses.total(), states=enumerated(told, telling.messages))


def _findings(telling: Telling) -> str:
    severities = Counter(one.severity for one in telling.parts.findings)
    if not severities:
        return telling.text("report.situation.no_findings")
    told = [
        telling.text("report.count.findings", count=severities[severity], state=telling.word("severity", severity))
        for severity in Severity
        if severities[severity]
    ]
    states = enumerated(told, telling.messages)
    return telling.text("report.situation.findings", count=severities.total(), states=states)
