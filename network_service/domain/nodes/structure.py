"""The network itself and what it is made of: sub-networks, bodies, communities of practice and their meetings."""

from typing import Annotated, Literal

from pydantic import Field

from network_service.domain.nodes.actors import Named
from network_service.domain.record import Day, Node, RecordId, Text
from network_service.domain.vocabulary import BodyKind, MeetingCycle, SubNetworkKind


class ProvinceNetwork(Named):
    """The public-affairs network of one province."""

    kind: Literal["province_network"] = "province_network"
    purpose: Text | None = None
    meeting_cycle: MeetingCycle | None = None
    synthetic: bool = Field(default=False, description="invented data, marked as such on every export")


class SubNetwork(Named):
    """One of a network's sub-networks, each with one of four purposes."""

    kind: Literal["sub_network"] = "sub_network"
    sub_network_kind: SubNetworkKind
    purpose: Text | None = None
    meeting_cycle: MeetingCycle | None = None


class Body(Named):
    """A committee or working group of the network."""

    kind: Literal["body"] = "body"
    body_kind: BodyKind
    order_number: Text | None = None
    purpose: Text | None = None
    meeting_cycle: MeetingCycle | None = None


class CommunityOfPractice(Named):
    """People of several sectors who learn from one another's practice (source report 3.4.6)."""

    kind: Literal["community_of_practice"] = "community_of_practice"
    purpose: Text | None = None
    meeting_cycle: MeetingCycle | None = None
    lesson_published_on: Day | None = None


class Meeting(Node):
    """One meeting of a body, a community of practice or a network."""

    kind: Literal["meeting"] = "meeting"
    body: RecordId
    held_on: Day
    name: Text | None = None
    attendance: Annotated[int, Field(ge=0)] | None = None
    minutes: RecordId | None = None

    @property
    def display_name(self) -> str:
        """What it is called, else its day."""
        return self.name or self.held_on.isoformat()
