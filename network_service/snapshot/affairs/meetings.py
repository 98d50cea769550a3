"""When bodies, networks and communities of practice met, and what they are."""

from dataclasses import dataclass
from datetime import date

from network_service.snapshot.affairs.held import Held, Involved, day
from network_service.snapshot.people import shown_name


@dataclass(frozen=True, slots=True)
class NetworkAffairs:
    """The province network or a sub-network, and the days on which it met, earliest first."""

    id: str
    name: str
    kind: str
    meeting_cycle: str | None
    meetings: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class BodyAffairs:
    """A body, the order it names, the instruments known that this may be, and the days on which it met."""

    id: str
    name: str
    body_kind: str
    order_number: str | None
    orders: tuple[str, ...]
    meeting_cycle: str | None
    meetings: tuple[date, ...]

    @property
    def last_met_on(self) -> date | None:
        """The latest meeting, where one is recorded."""
        return self.meetings[-1] if self.meetings else None


@dataclass(frozen=True, slots=True)
class CommunityAffairs:
    """A community of practice: its members, its meetings and when it published what it learnt."""

    id: str
    name: str
    meeting_cycle: str | None
    lesson_published_on: date | None
    members: tuple[Involved, ...]
    meetings: tuple[date, ...]


def read_meetings(held: Held, today: date) -> dict[str, tuple[date, ...]]:
    """The days up to today on which each body, network or community met, earliest first."""
    found: dict[str, list[date]] = {}
    for body, held_on in held.reading.rows(["meeting"], ["body", "held_on"]):
        met = date.fromisoformat(held_on)
        if met <= today:
            found.setdefault(body, []).append(met)
    return {body: tuple(sorted(days)) for body, days in found.items()}


def read_networks(held: Held, meetings: dict[str, tuple[date, ...]]) -> tuple[NetworkAffairs, ...]:
    """The province networks and sub-networks in force, ordered by id."""
    rows = held.reading.rows(["province_network", "sub_network"], ["id", "name", "visibility", "kind", "meeting_cycle"])
    return tuple(
        NetworkAffairs(network, shown_name(name, visibility), kind, cycle, meetings.get(network, ()))
        for network, name, visibility, kind, cycle in rows
    )


def read_bodies(
    held: Held, meetings: dict[str, tuple[date, ...]], orders: dict[str, tuple[str, ...]]
) -> tuple[BodyAffairs, ...]:
    """The bodies in force, ordered by id; `orders` are the instruments that each one's number may mean."""
    fields = ["id", "name", "visibility", "body_kind", "order_number", "meeting_cycle"]
    return tuple(
        BodyAffairs(
            body, shown_name(name, visibility), kind, number, orders.get(body, ()), cycle, meetings.get(body, ())
        )
        for body, name, visibility, kind, number, cycle in held.reading.rows(["body"], fields)
    )


def read_communities(
    held: Held, meetings: dict[str, tuple[date, ...]], members: dict[str, tuple[Involved, ...]]
) -> tuple[CommunityAffairs, ...]:
    """The communities of practice in force, ordered by id."""
    fields = ["id", "name", "visibility", "meeting_cycle", "lesson_published_on"]
    return tuple(
        CommunityAffairs(
            id=community,
            name=shown_name(name, visibility),
            meeting_cycle=cycle,
            lesson_published_on=day(lesson),
            members=members.get(community, ()),
            meetings=meetings.get(community, ()),
        )
        for community, name, visibility, cycle, lesson in held.reading.rows(["community_of_practice"], fields)
    )
