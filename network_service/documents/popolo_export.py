"""Who belongs to what, as Popolo JSON: persons, organizations, posts, memberships and areas.

Organizations are groups and organisations, the network with its sub-networks, bodies and communities of practice; their
classification is the sector of an actor and the kind of what the network is made of. Memberships are who belongs to,
represents, manages, holds a post, is a member of the network or has a seat on a body, with role and days; the last day
is included. Where an organisation is the member, Popolo's `member` names it; a seat of whoever holds a post has a post
and no person. An actor's first day is not said, as Popolo's day of founding is another thing.

Not carried: collaboration and all other ties, agreements, plans and other work, remarks, nicknames, all further
columns, what only officers may see. There are no contacts to carry. That data are invented stands under `meta`.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from network_service.documents.told_openly import ToldOpenly, first_day, last_day
from network_service.documents.whole_file import whole_file
from network_service.domain.nodes import (
    Area,
    Body,
    CommunityOfPractice,
    Group,
    Organization,
    Person,
    Post,
    ProvinceNetwork,
    SubNetwork,
)
from network_service.domain.record import Record, Tie
from network_service.domain.ties import AppointedTo, BelongsTo, HoldsPost, Manages, MemberOf, OperatesIn, Represents
from network_service.domain.vocabulary import label
from network_service.messages import messages_in

Popolo = dict[str, object]
"""An object of Popolo; what is unknown is left out."""

_PARTS = ("persons", "organizations", "posts", "memberships", "areas")
_MEMBERSHIPS = (BelongsTo, Represents, HoldsPost, MemberOf, AppointedTo, Manages)


def write_popolo(path: Path, records: Iterable[Record], province: str, language: str) -> int:
    """Write the records that Popolo can say, in words of `th` or `en`; how many they are."""
    said = _Said(ToldOpenly(records), language)
    parts = {part: list[Popolo]() for part in _PARTS}
    for node in said.told.nodes.values():
        if (found := said.node(node)) is not None:
            part, one = found
            parts[part].append(one)
    parts["memberships"] += [said.membership(tie) for tie in said.told.ties if isinstance(tie, _MEMBERSHIPS)]
    with whole_file(path) as written, written.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"meta": ' + json.dumps(said.meta(province), ensure_ascii=False))
        for part, objects in parts.items():
            file.write(f',\n"{part}": [')
            file.writelines(
                ("," if n else "") + "\n" + json.dumps(o, ensure_ascii=False) for n, o in enumerate(objects)
            )
            file.write("\n]")
        file.write("}\n")
    return sum(map(len, parts.values())) + said.areas_named


class _Said:
    """What Popolo says of each record."""

    def __init__(self, told: ToldOpenly, language: str) -> None:
        self.told = told
        self._language = language
        self._network = next((one for one in told.nodes.values() if isinstance(one, ProvinceNetwork)), None)
        self._areas: dict[str, str] = {}
        for tie in told.ties:
            if isinstance(tie, OperatesIn) and tie.valid_to is None:
                self._areas.setdefault(tie.source, tie.target)
        self._area_codes = {one.area_code: one.id for one in told.nodes.values() if isinstance(one, Area)}

    @property
    def areas_named(self) -> int:
        """How many ties to an area organizations say in a word of their own."""
        return len(self._areas)

    def meta(self, province: str) -> Popolo:
        synthetic = self._network is not None and self._network.synthetic
        mark = messages_in(self._language).text("export.synthetic") if synthetic else None
        return _known({"province": province, "synthetic": synthetic, "note": mark})

    def node(self, node: Record) -> tuple[str, Popolo] | None:
        """The part of the file that a node stands in, and what is said there."""
        match node:
            case Person():
                return "persons", _person(node)
            case Group() | Organization():
                return "organizations", self._actor(node)
            case ProvinceNetwork() | SubNetwork() | Body() | CommunityOfPractice():
                return "organizations", self._structure(node)
            case Post():
                return "posts", self._post(node)
            case Area():
                return "areas", self._area(node)
        return None

    def membership(self, tie: Tie) -> Popolo:
        member, group = self.told.nodes[tie.source], self.told.nodes[tie.target]
        said: Popolo = {"id": tie.id, "role": self._role(tie), "start_date": first_day(tie), "end_date": last_day(tie)}
        if isinstance(tie, MemberOf):
            said["label"] = self._word("membership_status", tie.status)
        if isinstance(group, Post):
            said |= {"post_id": group.id, "organization_id": self._id(group.organization)}
        else:
            said["organization_id"] = group.id
        if isinstance(member, Person):
            said["person_id"] = member.id
        elif isinstance(member, Post):
            said["post_id"] = member.id
        else:
            said["member"] = {"@type": "Organization", "id": member.id, "name": member.display_name}
        return _known(said)

    def _role(self, tie: Tie) -> str | None:
        match tie:
            case AppointedTo():
                return self._word("body_role", tie.role)
            case Manages():
                return self._word("manager_role", tie.role)
            case HoldsPost():
                return self.told.nodes[tie.target].display_name
            case Represents():
                return self._word("seat_kind", "representative")
        return None

    def _actor(self, actor: Group | Organization) -> Popolo:
        names = [*actor.aliases, *([actor.name_english] if actor.name_english else [])]
        number = actor.juristic_id
        return _known(
            {
                "id": actor.id,
                "name": actor.name,
                "classification": self._word("sector", actor.sector) if actor.sector else None,
                "other_names": [{"name": name} for name in names],
                "identifiers": [{"scheme": "juristic_id", "identifier": number}] if number else [],
                "parent_id": self._id(actor.parent) if isinstance(actor, Organization) else None,
                "area_id": self._areas.get(actor.id),
                "dissolution_date": last_day(actor),
            }
        )

    def _structure(self, node: ProvinceNetwork | SubNetwork | Body | CommunityOfPractice) -> Popolo:
        kinds = {Body: ("body_kind", "body_kind"), SubNetwork: ("sub_network_kind", "sub_network_kind")}
        vocabulary, field = kinds.get(type(node), ("kind", "kind"))
        return _known(
            {
                "id": node.id,
                "name": node.name,
                "classification": self._word(vocabulary, getattr(node, field)),
                "parent_id": self._network.id if self._network is not None and node is not self._network else None,
                "founding_date": first_day(node),
                "dissolution_date": last_day(node),
            }
        )

    def _post(self, post: Post) -> Popolo:
        said = {"id": post.id, "label": post.name, "role": post.name, "organization_id": self._id(post.organization)}
        return _known({**said, "start_date": first_day(post), "end_date": last_day(post)})

    def _area(self, area: Area) -> Popolo:
        # A district's code has four digits, a sub-district's six: the first ones are those of what it lies in.
        code = area.area_code or ""
        placed = area.latitude is not None and area.longitude is not None
        return _known(
            {
                "id": area.id,
                "name": area.name,
                "identifier": area.area_code,
                "classification": self._word("area_level", area.area_level) if area.area_level else None,
                "parent_id": self._area_codes.get(code[:-2]) if code else None,
                "geometry": {"type": "Point", "coordinates": [area.longitude, area.latitude]} if placed else None,
            }
        )

    def _id(self, meant: str | None) -> str | None:
        """An id that is also told; what is not told openly is not named either."""
        return meant if meant in self.told.nodes else None

    def _word(self, vocabulary: str, code: str) -> str:
        return label(vocabulary, code, self._language)


def _person(person: Person) -> Popolo:
    return _known(
        {
            "id": person.id,
            "name": person.display_name,
            "honorific_prefix": " ".join(person.titles) or None,
            "given_name": person.given_name,
            "family_name": person.family_name,
            "sort_name": " ".join(filter(None, (person.given_name, person.family_name))),
        }
    )


def _known(said: Mapping[str, object]) -> Popolo:
    return {name: value for name, value in said.items() if value is not None and value != []}
