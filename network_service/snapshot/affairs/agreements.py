"""Agreements in force: who is party to them, what they cover, and what of their terms is written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from network_service.domain.agreement_stages import is_signed
from network_service.snapshot.affairs.held import Held, Involved, day, gathered, listed
from network_service.snapshot.people import shown_name


@dataclass(frozen=True, slots=True)
class AgreementAffairs:
    """An agreement in force on the day; its term is `starts_on` to `ends_on`, the first day it no longer holds.

    `signed` is `None` where nobody noted it, by day or by stage: it holds by its term, and whether it binds is not
    known. Of its texts only whether they are written is kept: an objective, how it is monitored. `covers` are ids of
    issues, plans, services and tasks, also of those that have ended by the day.
    """

    id: str
    name: str
    agreement_kind: str
    parties: tuple[Involved, ...]
    covers: tuple[str, ...]
    signed: bool | None
    signed_on: date | None
    starts_on: date | None
    ends_on: date | None
    stage: str | None
    has_objective: bool
    indicators: int
    resource_kinds: tuple[str, ...]
    budget_baht: int | None
    is_monitored: bool

    @property
    def has_resource(self) -> bool:
        """Whether a budget or a kind of resource is named."""
        return bool(self.resource_kinds) or self.budget_baht is not None


_FIELDS = (
    *("id", "name", "visibility", "agreement_kind", "signed_on", "valid_from", "valid_to", "stage"),
    *("objective", "indicators", "resource_kinds", "budget_baht", "monitoring"),
)


def read_agreements(held: Held, work: Collection[str]) -> tuple[AgreementAffairs, ...]:
    """The agreements in force, ordered by id; `work` are the issues, plans, services and tasks that hold."""
    rows = held.reading.rows(["agreement"], _FIELDS)
    in_force = {row[0] for row in rows}
    parties = held.involved("party_to", in_force, "role")
    covers = gathered(held.between("covers", [], work, in_force))
    return tuple(
        AgreementAffairs(
            id=agreement,
            name=shown_name(name, seen),
            agreement_kind=kind,
            parties=parties.get(agreement, ()),
            covers=covers.get(agreement, ()),
            signed=is_signed(kind, stage, day(signed), held.reading.day),
            signed_on=day(signed),
            starts_on=day(starts),
            ends_on=day(ends),
            stage=stage,
            has_objective=aim is not None,
            indicators=len(listed(signs)),
            resource_kinds=listed(resources),
            budget_baht=budget,
            is_monitored=watched is not None,
        )
        for agreement, name, seen, kind, signed, starts, ends, stage, aim, signs, resources, budget, watched in rows
    )
