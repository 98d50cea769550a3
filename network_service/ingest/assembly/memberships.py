"""Makes the memberships that rows of actors and people imply."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from network_service.domain.record import Tie
from network_service.domain.vocabulary import MembershipStatus
from network_service.ingest.assembly.draft import Draft, Target
from network_service.ingest.assembly.tie_ids import KnownTies
from network_service.ingest.fault import Terms
from network_service.ingest.sheets.wording import column_wording
from network_service.ingest.values import NOT_A_MEMBER

PART = "member_of"


@dataclass(slots=True)
class Implied:
    """The memberships that rows make, and the ids of stored ones that rows leave as they are by saying nothing."""

    drafts: list[Draft] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)


def implied_memberships(
    drafts: Iterable[Draft], network: Target | None, rows: Iterable[Draft], known: KnownTies
) -> Implied:
    """One draft of a tie for each row of an actor that says, or by its silence means, that it is a member.

    `rows` are the drafts of the sheet of memberships: a row there says it instead. Silence changes nothing stored.
    """
    found = Implied()
    if network is None:
        return found
    told = {row.targets["source"].id for row in rows if _joins(row, network)}
    for draft in drafts:
        if draft.blocked or not draft.id:
            continue
        stored = known.between(PART, draft.id, network.id)
        if is_silent(draft) and draft.id not in told:
            found.kept.update(tie.id for tie in stored)
        if _is_member(draft, draft.id in told, stored):
            found.drafts.append(_membership(draft, network))
    return found


def is_silent(draft: Draft) -> bool:
    """Whether a row says nothing of a membership."""
    return all(draft.values.get(code) is None for code in ("membership_status", "member_from", "member_until"))


def _joins(row: Draft, network: Target) -> bool:
    return "source" in row.targets and row.targets.get("target", network).id == network.id


def _is_member(draft: Draft, told: bool, stored: Sequence[Tie]) -> bool:
    values = draft.values
    if "membership_status" in draft.layout.places and "membership_status" not in values:
        return False  # unreadable: the row is refused for it
    if is_silent(draft):
        return draft.layout.sheet.members and not told and not stored
    if told:
        draft.fault("membership.twice", "membership_status")
        return False
    if values.get("membership_status") == NOT_A_MEMBER:
        if values.get("member_from") or values.get("member_until"):
            draft.fault("membership.dates_of_none", "membership_status")
        elif any(map(_is_open, stored)):
            # To pass it over would leave a member in the network whom the file denies; the day it ended is not known.
            ended = Terms("membership_status", (MembershipStatus.ENDED,))
            until = column_wording(draft.layout.sheet.code, "member_until").header
            draft.fault("membership.stored", "membership_status", status=ended, until=until)
        return False
    return True


def _is_open(tie: Tie) -> bool:
    return tie.valid_to is None and getattr(tie, "status", None) is not MembershipStatus.ENDED


def _membership(host: Draft, network: Target) -> Draft:
    values = {one.code: host.values[one.code] for one in host.layout.sheet.of_part(PART) if one.code in host.values}
    if values.get("membership_status") is None:
        values.pop("membership_status", None)  # dates alone change no stored status
    guest = Draft(host.layout, host.row, host.cells, values, PART, PART, host)
    guest.faults = host.faults  # what is wrong with the one is wrong with the row
    guest.targets = {"source": Target(host.id, host.kind, host, False), "target": network}
    return guest
