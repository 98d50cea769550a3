"""Rules: the seats and parts of which there is one at a time."""

from collections.abc import Iterator

from network_service.domain.integrity.same_time import clashes
from network_service.domain.integrity.violation import Found, Spot
from network_service.domain.integrity.whole import Whole
from network_service.domain.ties import AppointedTo, Manages, ResponsibleFor
from network_service.domain.vocabulary import BodyRole, ManagerRole, Responsibility


def seat_twice_at_once(whole: Whole) -> Iterator[Found]:
    """One holder on one body twice in the same role at the same time."""
    for later, earlier in clashes(whole.of(AppointedTo), lambda tie: (tie.source, tie.target, tie.role)):
        yield Found(Spot(later.id, "valid_from"), (Spot(earlier.id, "valid_from"),))


def two_chairs_at_once(whole: Whole) -> Iterator[Found]:
    """A body with two chairs at the same time, held by different holders."""
    chairs = [tie for tie in whole.of(AppointedTo) if tie.role is BodyRole.CHAIR]
    for later, earlier in clashes(chairs, lambda tie: tie.target):
        if later.source != earlier.source:
            yield Found(Spot(later.id, "role"), (Spot(earlier.id, "role"),))


def two_lead_managers_at_once(whole: Whole) -> Iterator[Found]:
    """A network with two lead managers at the same time."""
    leads = [tie for tie in whole.of(Manages) if tie.role is ManagerRole.LEAD]
    for later, earlier in clashes(leads, lambda tie: tie.target):
        yield Found(Spot(later.id, "role"), (Spot(earlier.id, "role"),))


def two_accountable_at_once(whole: Whole) -> Iterator[Found]:
    """A task for which two are accountable at the same time, so that nobody is."""
    accountable = [tie for tie in whole.of(ResponsibleFor) if tie.responsibility is Responsibility.ACCOUNTABLE]
    for later, earlier in clashes(accountable, lambda tie: tie.target):
        yield Found(Spot(later.id, "responsibility"), (Spot(earlier.id, "responsibility"),))
