"""The records of the sample province, the same on every machine and every day."""

from examples.ledger import Ledger
from examples.sample_province.actors import write_actors, write_memberships, write_networks
from examples.sample_province.agreements import write_agreements, write_parties, write_resources
from examples.sample_province.bodies import write_bodies, write_seats
from examples.sample_province.collaborations import write_collaborations
from examples.sample_province.formal import write_instruments, write_stages, write_supersessions
from examples.sample_province.marks import mark
from examples.sample_province.people import write_belongings, write_people, write_roles
from examples.sample_province.scene import PROVINCE
from examples.sample_province.surroundings import write_areas_served, write_assessments, write_surroundings
from examples.sample_province.working import write_parts, write_working
from network_service.domain.record import Record

NODE_WRITERS = (
    write_networks,
    write_bodies,
    write_actors,
    write_people,
    write_surroundings,
    write_instruments,
    write_agreements,
    write_stages,
    write_working,
)
"""What writes nodes; ties name them, so they come first."""
TIE_WRITERS = (
    write_memberships,
    write_belongings,
    write_roles,
    write_seats,
    write_collaborations,
    write_parties,
    write_resources,
    write_areas_served,
    write_supersessions,
    write_parts,
    write_assessments,
)
"""What writes ties."""


def sample_ledger() -> Ledger:
    """The sample province as it was written: its records, and the id of every key of its tables."""
    ledger = Ledger(PROVINCE)
    for write in (*NODE_WRITERS, *TIE_WRITERS):
        write(ledger)
    mark(ledger)
    return ledger


def sample_records() -> list[Record]:
    """All records of the sample province, nodes before ties; a new list each time, of equal records."""
    return sample_ledger().records()
