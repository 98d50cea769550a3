"""All rules over a whole network, and everything they find in one."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from network_service.domain.integrity.areas import area_level_differs, area_of_other_province
from network_service.domain.integrity.citations import cites_expired, cites_superseded
from network_service.domain.integrity.meetings import meeting_outside_body, meeting_to_come
from network_service.domain.integrity.memberships import (
    certified_by_nothing,
    membership_goes_back,
    membership_twice_at_once,
)
from network_service.domain.integrity.merging import merged_in_circle, merged_into_other_kind
from network_service.domain.integrity.naming import named_is_missing, named_is_of_other_kind
from network_service.domain.integrity.one_at_a_time import (
    seat_twice_at_once,
    two_accountable_at_once,
    two_chairs_at_once,
    two_lead_managers_at_once,
)
from network_service.domain.integrity.one_network import second_network
from network_service.domain.integrity.parents import parent_in_circle
from network_service.domain.integrity.political_capital import political_capital_of_person
from network_service.domain.integrity.ratings import rating_of_two_things, rating_without_subject, trust_without_sectors
from network_service.domain.integrity.stages import stage_done_too_early, stage_due_after_term, stage_of_other_kind
from network_service.domain.integrity.supersession import superseded_in_circle, superseded_signed_later
from network_service.domain.integrity.validity import outlasts_what_it_names, precedes_what_it_names
from network_service.domain.integrity.verification import verified_in_future
from network_service.domain.integrity.violation import Found, Violation, Weight
from network_service.domain.integrity.whole import Whole
from network_service.domain.record import Record


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what finds its violations, and their weight. Its code is its function's name."""

    find: Callable[[Whole], Iterator[Found]]
    weight: Weight

    @property
    def code(self) -> str:
        """Code of its violations; their sentence is `fault.integrity.CODE`."""
        return f"integrity.{self.find.__name__}"


CONTRADICTIONS: tuple[Rule, ...] = tuple(
    Rule(find, Weight.CONTRADICTION)
    for find in (
        named_is_missing,
        named_is_of_other_kind,
        second_network,
        parent_in_circle,
        superseded_in_circle,
        superseded_signed_later,
        stage_of_other_kind,
        political_capital_of_person,
        membership_twice_at_once,
        seat_twice_at_once,
        area_level_differs,
        trust_without_sectors,
        rating_without_subject,
        rating_of_two_things,
        merged_in_circle,
        merged_into_other_kind,
    )
)
"""What cannot be true. An import refuses it."""

DOUBTS: tuple[Rule, ...] = tuple(
    Rule(find, Weight.DOUBT)
    for find in (
        outlasts_what_it_names,
        precedes_what_it_names,
        certified_by_nothing,
        membership_goes_back,
        cites_expired,
        cites_superseded,
        stage_due_after_term,
        stage_done_too_early,
        meeting_outside_body,
        meeting_to_come,
        two_accountable_at_once,
        two_chairs_at_once,
        two_lead_managers_at_once,
        area_of_other_province,
        verified_in_future,
    )
)
"""What is probably a slip. An import tells it and goes on."""

RULES = CONTRADICTIONS + DOUBTS
"""Every rule, in the order in which what they find is listed."""


def check_network(records: Iterable[Record], day: date, rules: Collection[Rule] = RULES) -> list[Violation]:
    """Everything that the rules find in all records of a province, rule by rule; `day` is what counts as today."""
    whole = Whole(records, day)
    return [
        Violation(rule.code, rule.weight, spot.record_id, spot.field, others)
        for rule in rules
        for spot, others in rule.find(whole)
    ]
