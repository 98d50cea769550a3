"""Today's findings with their lives, and those that the data has closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from network_service.domain.principal import Principal
from network_service.findings.finding import Finding
from network_service.operations.access import permit
from network_service.operations.finding_life.life import FindingLife, FindingState, kept_lives, state_of
from network_service.operations.finding_life.observed import Observed, observe
from network_service.store.application import ApplicationRecords


@dataclass(frozen=True, slots=True)
class FollowedFinding:
    """A finding where it stands; `finding` is `None` for one that the data has closed, of which the rule is known."""

    id: str
    rule: str
    state: FindingState
    since: datetime
    finding: Finding | None
    life: FindingLife


def follow_findings(
    principal: Principal,
    application: ApplicationRecords,
    province: str,
    findings: Sequence[Finding],
    *,
    revision: int,
    day: date,
    now: datetime,
) -> tuple[FollowedFinding, ...]:
    """The findings of a province at a revision and on a day, in their order; after them the closed, the latest first.

    What is there is taken down, so that the next look knows what has gone. A look at an earlier day or revision leaves
    what was taken down as it is, and gives each finding as it stands by now.
    """
    permit(principal, "follow_findings", province)
    new = {one.id: Observed(one.rule, is_open=True, since=now, again=False) for one in findings}
    observed = new | observe(application, province, findings, revision=revision, day=day, now=now)
    lives = kept_lives(application, province)
    today = {one.id: one for one in findings}
    told = [*today, *sorted(observed.keys() - today.keys())]
    followed = [
        FollowedFinding(
            finding_id,
            observed[finding_id].rule,
            state_of(observed[finding_id], life),
            observed[finding_id].since,
            today.get(finding_id),
            life,
        )
        for finding_id in told
        for life in [lives.get(finding_id, FindingLife())]
    ]
    closed = [one for one in followed if one.finding is None and one.state is FindingState.CLOSED_BY_DATA]
    closed.sort(key=lambda one: one.since, reverse=True)
    return (*(one for one in followed if one.finding is not None), *closed)
