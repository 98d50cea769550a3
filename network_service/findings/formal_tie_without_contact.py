"""Rule: an agreement of which a party works with none of the others."""

from collections import defaultdict
from collections.abc import Mapping

from network_service.domain.vocabulary import PartyRole
from network_service.findings.finding import Finding, Subject
from network_service.findings.listing import listed
from network_service.findings.severity import severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.affairs.agreements import AgreementAffairs
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot

Contacts = Mapping[str, set[str]]


def formal_tie_without_contact(snapshot: Snapshot, affairs: Affairs, thresholds: Thresholds) -> list[Finding]:
    """One finding for each agreement in force that has a party without a tie of collaboration to any other party.

    One that is known not to be signed yet is not in force. Of two parties it says that the two do not work together
    (case `two_parties`). Of more it does not ask that every two do: six parties make fifteen pairs. Contact is a tie of
    collaboration declared by either side, or by a person who speaks for it, of whatever frequency; one whose frequency
    nobody noted is contact all the same. Witnesses need not work with anybody. Parties whose actor is not known are
    counted as such, and say nothing. Nothing is said where no collaboration is recorded. Affected: those parties that
    are members.
    """
    if not affairs.collaboration:
        return []
    contacts = _contacts(affairs)
    found = []
    for agreement in affairs.agreements:
        parties, unknown = _parties(agreement)
        idle = {party for party in parties if contacts.get(party, set()).isdisjoint(parties - {party})}
        if agreement.signed is False or not idle or len(parties) < 2:
            continue
        affected = len(idle & snapshot.actors.index.keys())
        found.append(
            Finding(
                rule="formal_tie_without_contact",
                severity=severity_of(thresholds, members=affected),
                subjects=(Subject("agreement", agreement.id, agreement.name),),
                evidence={
                    "parties": len(parties),
                    "without_contact": tuple(sorted(idle)),
                    "parties_not_known": unknown,
                },
                parameters={
                    "name": agreement.name,
                    "count": len(idle),
                    "parties": len(parties),
                    **listed("names", (affairs.names[party] for party in idle), thresholds.names_listed),
                    "unknown": unknown,
                },
                members_affected=affected,
                case="two_parties" if len(parties) == 2 and not unknown else None,
            )
        )
    return found


def _parties(agreement: AgreementAffairs) -> tuple[frozenset[str], int]:
    """The actors that are party to an agreement, and the number of parties whose actor is not known."""
    taking_part = [party for party in agreement.parties if party.role != PartyRole.WITNESS]
    return frozenset(party.actor for party in taking_part if party.actor is not None), sum(
        party.actor is None for party in taking_part
    )


def _contacts(affairs: Affairs) -> Contacts:
    """Whom each actor works with; a person's ties are also those of the actor it speaks for."""
    actor_of = {person.id: person.actor for person in affairs.people}
    contacts: defaultdict[str, set[str]] = defaultdict(set)
    for tie in affairs.collaboration:
        one, other = actor_of.get(tie.source, tie.source), actor_of.get(tie.target, tie.target)
        if one is not None and other is not None:
            contacts[one].add(other)
            contacts[other].add(one)
    return contacts
