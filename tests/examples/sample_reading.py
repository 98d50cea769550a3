"""The sample province read by plain means: dictionaries and networkx, and nothing of the rooms that look for gaps."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx as nx

from examples.sample_province import TODAY, sample_records

LARGE_AGREEMENT = 10


@dataclass(frozen=True)
class Reading:
    """What holds on one day: records by id, active groups and organisations, the undirected network over them."""

    by_id: dict[str, Any]
    network: Any

    def of(self, *kinds: str) -> list[Any]:
        return [record for record in self.by_id.values() if record.kind in kinds]

    def sector(self, actor: str) -> str:
        return str(self.by_id[actor].sector)

    def named(self, name: str) -> str:
        (found,) = (record.id for record in self.by_id.values() if getattr(record, "name", None) == name)
        return str(found)

    def speaks_for(self, person: str) -> str | None:
        """The actor a person represents, else belongs to; the sample keeps it single for all who are asked."""
        for kind in ("represents", "belongs_to"):
            actors = [tie.target for tie in self.of(kind) if tie.source == person]
            if actors:
                (actor,) = actors
                return str(actor)
        return None

    def sitter(self, holder: str) -> str | None:
        """The person on a seat: who is named, who holds the post, or who represents the organisation."""
        kind = self.by_id[holder].kind
        if kind == "person":
            return holder
        tie = "holds_post" if kind == "post" else "represents"
        people = [record.source for record in self.of(tie) if record.target == holder]
        return people[0] if len(people) == 1 else None

    def seat_sector(self, holder: str) -> str | None:
        record = self.by_id[holder]
        if record.kind == "post":
            return self.sector(record.organization)
        actor = self.speaks_for(holder) if record.kind == "person" else holder
        return self.sector(actor) if actor else None


def read_sample(day: Any = TODAY) -> Reading:
    by_id: dict[str, Any] = {record.id: record for record in sample_records() if record.holds_on(day)}
    records = list(by_id.values())
    (whole,) = (record.id for record in records if record.kind == "province_network")
    network: Any = nx.Graph()
    for record in records:
        active = (
            record.kind == "member_of" and record.target == whole and record.status in {"self_declared", "certified"}
        )
        if active and by_id[record.source].kind in {"group", "organization"}:
            network.add_node(record.source)
    parties = defaultdict(list)
    for record in records:
        if record.kind in {"collaborates_with", "shares_resource"} and {record.source, record.target} <= set(network):
            network.add_edge(record.source, record.target)
        elif record.kind == "party_to" and record.source in network:
            parties[record.target].append(record.source)
    for members in parties.values():
        if len(members) <= LARGE_AGREEMENT:
            network.add_edges_from(combinations(members, 2))
    return Reading(by_id, network)
