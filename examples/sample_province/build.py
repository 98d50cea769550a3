"""The records of the sample province, the same on every machine and every day."""

from examples.ledger import Ledger
from examples.sample_province.actors import write_actors, write_memberships, write_networks
from examples.sample_province.agreements import write_agreements, write_parties, write_resources
from examples.sample_province.bodies import write_bodies, write_seats
from examples.sample_province.collaborations import write_collaborations
from examples.sample_province.people import write_belongings, write_people, write_roles
from examples.sample_province.scene import PROVINCE
from network_service.domain.record import Record

NODE_WRITERS = (write_networks, write_bodies, write_actors, write_people, write_agreements)
"""What writes nodes; ties name them, so they come first."""
TIE_WRITERS = (
    write_memberships,
    write_belongings,
    write_roles,
    write_seats,
    write_collaborations,
    write_parties,
    write_resources,
)
"""What writes ties."""


def sample_records() -> list[Record]:
    """All records of the sample province, nodes before ties; a new list each time, of equal records."""
    ledger = Ledger(PROVINCE)
    for write in (*NODE_WRITERS, *TIE_WRITERS):
        write(ledger)
    return ledger.records()
