"""Actors, posts and who is tied to whom as entities of FollowTheMoney, one JSON object a line.

People are Person; organisations of the state PublicBody, of business Company, all others Organization, as are groups,
the network, its sub-networks, bodies and communities of practice. Posts are Position, plans Project, activities Event.
Who belongs to, manages or is a member of something, or sits on a body, has a Membership; who holds a post an Occupancy;
who speaks for an organisation a Representation; who works on a plan is a ProjectParticipant. Collaboration, linking,
shared resources and seats of whoever holds a post are an UnknownLink with its role in words, as that model knows no
closer name. Ids are the records' own; days are the first and the last on which a tie holds. No person gets a country:
nobody's nationality is known here.

Not carried: whether a collaboration holds both ways; agreements, issues, services, areas, assessments, remarks,
nicknames, all further columns, what only officers may see. There are no contacts to carry. As the format has no head,
each entity says that it is invented where the data are.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from network_service.documents.told_openly import ToldOpenly, first_day, last_day
from network_service.documents.whole_file import whole_file
from network_service.domain.nodes import (
    Activity,
    Body,
    CommunityOfPractice,
    Group,
    Organization,
    Person,
    Plan,
    Post,
    ProvinceNetwork,
    SubNetwork,
)
from network_service.domain.record import Record, Tie
from network_service.domain.ties import (
    AppointedTo,
    BelongsTo,
    CollaboratesWith,
    HoldsPost,
    Links,
    Manages,
    MemberOf,
    ParticipatedIn,
    Represents,
    SharesResource,
    WorksOn,
)
from network_service.domain.vocabulary import Sector, label
from network_service.messages import messages_in

_COUNTRY = "th"
_SCHEMAS = {Sector.STATE: "PublicBody", Sector.BUSINESS: "Company"}
"""Schemas of organisations by sector; those of the other sectors are an Organization."""
_NETWORK = (ProvinceNetwork, SubNetwork, Body, CommunityOfPractice)

Said = Mapping[str, str | Iterable[str] | None]
"""Properties of an entity, each one value or several; what is unknown is left out."""


def write_follow_the_money(path: Path, records: Iterable[Record], province: str, language: str) -> int:
    """Write the records that the model can say, in words of `th` or `en`; how many they are."""
    told = ToldOpenly(records)
    entities = _Entities(told, province, language)
    lines = [line for record in (*told.nodes.values(), *told.ties) if (line := entities.line(record)) is not None]
    with whole_file(path) as written, written.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
    return len(lines) + entities.involved


class _Entities:
    """The entity of each record."""

    def __init__(self, told: ToldOpenly, province: str, language: str) -> None:
        self._nodes = told.nodes
        self._province = province
        self._language = language
        self._network = next((one for one in told.nodes.values() if isinstance(one, ProvinceNetwork)), None)
        synthetic = self._network is not None and self._network.synthetic
        self._mark = messages_in(language).text("export.synthetic") if synthetic else None
        self._involved: dict[str, list[str]] = {}
        for tie in told.ties:
            if isinstance(tie, ParticipatedIn):
                self._involved.setdefault(tie.target, []).append(tie.source)

    @property
    def involved(self) -> int:
        """How many ties to an activity the entity of that activity says."""
        return sum(map(len, self._involved.values()))

    def line(self, record: Record) -> str | None:
        """The entity of a record as JSON; `None` where the model has no schema that fits."""
        found = self._tie(record) if isinstance(record, Tie) else self._node(record)
        if found is None:
            return None
        schema, said = found
        if isinstance(record, Tie):
            said = {"startDate": first_day(record), "endDate": last_day(record), **said, "description": self._mark}
        else:
            said = {**said, "notes": self._mark}
        properties = {
            name: [value] if isinstance(value, str) else list(dict.fromkeys(value))
            for name, value in said.items()
            if value
        }
        return json.dumps({"id": record.id, "schema": schema, "properties": properties}, ensure_ascii=False)

    def _node(self, node: Record) -> tuple[str, Said] | None:
        match node:
            case Person():
                return "Person", _person(node)
            case Group() | Organization():
                return self._actor(node)
            case ProvinceNetwork() | SubNetwork() | Body() | CommunityOfPractice():
                parent = self._network.id if self._network is not None and node is not self._network else None
                kind = label("kind", node.kind, self._language)
                ended = {"parent": parent, "dissolutionDate": last_day(node)}
                return "Organization", {"name": node.name, "country": _COUNTRY, "classification": kind, **ended}
            case Post():
                said = {"name": node.name, "country": _COUNTRY, "subnationalArea": self._province}
                days = {"inceptionDate": first_day(node), "dissolutionDate": last_day(node)}
                return "Position", {**said, "organization": self._id(node.organization), **days}
            case Plan():
                return "Project", {"name": node.name, "aim": node.objective}
            case Activity():
                return "Event", self._activity(node)
        return None

    def _activity(self, activity: Activity) -> Said:
        held, ended = activity.held_on, activity.ended_on or activity.held_on
        return {
            "name": activity.name,
            "country": _COUNTRY,
            "startDate": held.isoformat() if held else None,
            "endDate": ended.isoformat() if ended else None,
            "involved": self._involved.get(activity.id, ()),
        }

    def _actor(self, actor: Group | Organization) -> tuple[str, Said]:
        schema = _SCHEMAS.get(actor.sector) if isinstance(actor, Organization) and actor.sector else None
        aliases = [*actor.aliases, *([actor.name_english] if actor.name_english else [])]
        return schema or "Organization", {
            "name": actor.name,
            "alias": aliases,
            "country": _COUNTRY,
            "sector": self._word("sector", actor.sector),
            "legalForm": self._word("cso_form", actor.cso_form),
            "registrationNumber": actor.juristic_id,
            "parent": self._id(actor.parent) if isinstance(actor, Organization) else None,
            "dissolutionDate": last_day(actor),
        }

    def _tie(self, tie: Tie) -> tuple[str, Said] | None:
        ends = {"member": tie.source, "organization": tie.target}
        match tie:
            case BelongsTo():
                return "Membership", ends
            case Manages():
                return "Membership", {**ends, "role": self._word("manager_role", tie.role)}
            case MemberOf():
                return "Membership", {**ends, "status": self._word("membership_status", tie.status)}
            case AppointedTo():
                role = self._word("body_role", tie.role)
                # A post is no one who could be a member in that model.
                return self._link(tie, role) if self._is_post(tie.source) else ("Membership", {**ends, "role": role})
            case HoldsPost():
                return "Occupancy", {"holder": tie.source, "post": tie.target}
            case Represents():
                return "Representation", {"agent": tie.source, "client": tie.target}
            case CollaboratesWith():
                schema, said = self._link(tie)
                return schema, {**said, "summary": "; ".join(tie.topics)}
            case Links():
                return self._link(tie)
            case SharesResource():
                kind = self._word("resource_kind", tie.resource_kind)
                schema, said = self._link(tie)
                return schema, {**said, "summary": "; ".join(filter(None, (kind, tie.amount)))}
            case WorksOn() if isinstance(self._nodes[tie.target], Plan):
                return "ProjectParticipant", {"participant": tie.source, "project": tie.target}
        return None

    def _link(self, tie: Tie, role: str | None = None) -> tuple[str, Said]:
        word = role or label("kind", tie.kind, self._language)
        return "UnknownLink", {"subject": tie.source, "object": tie.target, "role": word}

    def _is_post(self, meant: str) -> bool:
        return isinstance(self._nodes[meant], Post)

    def _id(self, meant: str | None) -> str | None:
        """An id that is also told; what is not told openly is not named either."""
        return meant if meant in self._nodes else None

    def _word(self, vocabulary: str, code: str | None) -> str | None:
        return None if code is None else label(vocabulary, code, self._language)


def _person(person: Person) -> Said:
    return {
        "name": person.display_name,
        "title": " ".join(person.titles),
        "firstName": person.given_name,
        "lastName": person.family_name,
    }
