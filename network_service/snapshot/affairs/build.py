"""Reads the affairs of a network from a store, through the same reading as the snapshot's."""

import hashlib
import json
from dataclasses import fields, replace
from datetime import date
from operator import attrgetter

from network_service.domain.lens import Lens
from network_service.snapshot.affairs.actors import read_actors, read_people, read_posts, read_serves
from network_service.snapshot.affairs.agreements import read_agreements
from network_service.snapshot.affairs.collaboration import read_collaboration, read_flows
from network_service.snapshot.affairs.ended import read_ended_concerns, read_ended_flows, read_ended_work
from network_service.snapshot.affairs.held import Held, Involved, in_order
from network_service.snapshot.affairs.instruments import Cited, read_instruments
from network_service.snapshot.affairs.meetings import read_bodies, read_communities, read_meetings, read_networks
from network_service.snapshot.affairs.memberships import Membership, read_memberships
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.affairs.surroundings import read_areas, read_population, read_ratings
from network_service.snapshot.affairs.terms import read_terms
from network_service.snapshot.affairs.work import (
    read_activities,
    read_issues,
    read_plans,
    read_services,
    read_tasks,
)
from network_service.snapshot.people import read_standing
from network_service.snapshot.reading import Reading
from network_service.store.base import StoreReader

_NOT_CONTENT = frozenset({"lens", "revision", "content_hash", "passed_over"})


def build_affairs(reader: StoreReader, lens: Lens) -> Affairs:
    """The affairs of the network that a lens means, at the lens's revision or the latest.

    Of the lens only day, revision and provinces enter: what is written and agreed is the same whichever ties or levels
    of actors are shown. Give the snapshot's own revision, so that both tell of the same state.
    """
    revision = reader.revision() if lens.revision is None else lens.revision
    today = lens.as_of
    reading = Reading(reader, lens, revision)
    held = Held(reading, read_standing(reading))
    areas, population = read_areas(held), read_population(held)
    groups = {one.id for one in population}
    meetings = read_meetings(held, today)
    networks = read_networks(held, meetings)
    whole = {one.id for one in networks if one.kind == "province_network"}
    communities = set(reading.columns(["community_of_practice"], ["id"])["id"])
    memberships = read_memberships(held, {one.id for one in networks} | communities)
    instruments, cited = read_instruments(held, today)
    ids = {kind: set(reading.columns([kind], ["id"])["id"]) for kind in ("issue", "plan", "service", "task")}
    work = ids["issue"] | ids["plan"] | ids["service"]
    workers = held.involved("works_on", work)
    serves = read_serves(held, ids["service"], groups)
    ended_work = read_ended_work(held, today)
    ended_about = read_ended_concerns(held, today) if ended_work else []
    bodies = read_bodies(held, meetings, _orders(cited))
    affairs = Affairs(
        lens=lens,
        revision=revision,
        content_hash="",
        networks=networks,
        memberships=memberships,
        actors=read_actors(held, whole, {one.id for one in areas}, serves),
        people=read_people(held),
        posts=read_posts(held),
        instruments=instruments,
        cited=cited,
        agreements=read_agreements(held, work | ids["task"]),
        bodies=bodies,
        terms=read_terms(held, {one.id for one in bodies}, {one.id for one in networks}),
        communities=read_communities(held, meetings, _members(held, memberships)),
        collaboration=read_collaboration(held),
        flows=read_flows(held, whole),
        ended_flows=read_ended_flows(held, today),
        issues=read_issues(held, workers, groups),
        plans=read_plans(held, workers),
        services=read_services(held, workers, serves),
        tasks=read_tasks(held),
        activities=read_activities(held, work | {one.id for one in ended_work}, ended_about),
        ended_work=ended_work,
        areas=areas,
        population_groups=population,
        ratings=read_ratings(held, today),
    )
    passed_over = tuple(sorted((kind, count) for kind, count in held.passed_over.items() if count))
    return replace(affairs, content_hash=_content_hash(affairs), passed_over=passed_over)


def _orders(cited: tuple[Cited, ...]) -> dict[str, tuple[str, ...]]:
    """The instruments that each body's number may mean, else those its source names."""
    found: dict[str, tuple[str, ...]] = {}
    for one in cited:
        if one.kind == "body":
            found.setdefault(one.record, one.instruments)
    return found


def _members(held: Held, memberships: tuple[Membership, ...]) -> dict[str, tuple[Involved, ...]]:
    """The active members of each network and community, with the actors that people stand for."""
    found: dict[str, list[Involved]] = {}
    for one in memberships:
        if one.active:
            found.setdefault(one.of, []).append(held.one(one.member))
    return {of: in_order(who) for of, who in found.items()}


def _content_hash(affairs: Affairs) -> str:
    """SHA-256 (hex) over all that the affairs tell, without lens, revision and counts of what is passed over."""
    told = {one.name: getattr(affairs, one.name) for one in fields(affairs) if one.name not in _NOT_CONTENT}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    """A day as text and a row as the list of its values: JSON has neither."""
    return value.isoformat() if isinstance(value, date) else attrgetter(*value.__slots__)(value)  # type: ignore[attr-defined]
