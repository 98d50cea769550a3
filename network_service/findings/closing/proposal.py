"""A proposal: what, made of whom, would close a finding or begin to."""

from dataclasses import dataclass
from enum import StrEnum

from network_service.findings.finding import Subject


class Closing(StrEnum):
    """What a proposal asks for."""

    TIE = "tie"
    LINKER = "linker"
    SEAT = "seat"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors who would work together; or one who would be a linker, take a seat, or join a sub-network.

    `of` is the sector it would link, the body it would sit on, or the sub-network it would join; `None` for a tie.
    Actors are subjects of kind `actor`.
    """

    kind: Closing
    actors: tuple[Subject, ...]
    of: Subject | None = None
