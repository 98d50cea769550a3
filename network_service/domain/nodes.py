"""The nodes of a province's network: actors, posts, networks, bodies and agreements."""

from datetime import date
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from network_service.domain.record import Node, RecordId, Text
from network_service.domain.vocabulary import AgreementKind, AreaLevel, BodyKind, Sector, SubNetworkKind, Visibility


class Verified(Node):
    """A node that somebody checks from time to time."""

    last_verified_on: date | None = None
    verifier: Text | None = None


class Named(Node):
    """A node with one name."""

    name: Text

    @property
    def display_name(self) -> str:
        """The name as typed."""
        return self.name


class Person(Verified):
    """A person, by name only: contacts are a separate, restricted record, and sensitive data has no field."""

    default_visibility: ClassVar[Visibility] = Visibility.MEMBER

    kind: Literal["person"] = "person"
    titles: tuple[Text, ...] = ()
    given_name: Text
    family_name: Text | None = None
    nickname: Text | None = None

    @property
    def display_name(self) -> str:
        """Titles, given name and family name in Thai order."""
        from network_service.domain.thai.names import PersonName, display_name

        return display_name(PersonName(self.titles, self.given_name, self.family_name))


class Actor(Verified, Named):
    """A group or an organisation: what the network's members are."""

    name_english: Text | None = None
    aliases: tuple[Text, ...] = ()
    sector: Sector | None = None
    area_level: AreaLevel | None = None
    district: Text | None = None


class Group(Actor):
    """An informal group of people acting together."""

    kind: Literal["group"] = "group"


class Organization(Actor):
    """An office, company, association, foundation or any other organisation."""

    kind: Literal["organization"] = "organization"
    parent: RecordId | None = None


class Post(Named):
    """A post of an organisation; it exists without a holder."""

    kind: Literal["post"] = "post"
    organization: RecordId | None = None


class ProvinceNetwork(Named):
    """The public-affairs network of one province."""

    kind: Literal["province_network"] = "province_network"
    purpose: Text | None = None
    synthetic: bool = Field(default=False, description="invented data, marked as such on every export")


class SubNetwork(Named):
    """One of a network's sub-networks, each with one of four purposes."""

    kind: Literal["sub_network"] = "sub_network"
    sub_network_kind: SubNetworkKind
    purpose: Text | None = None


class Body(Named):
    """A committee or working group of the network."""

    kind: Literal["body"] = "body"
    body_kind: BodyKind
    order_number: Text | None = None
    purpose: Text | None = None


class Agreement(Named):
    """An agreement between members; its term is its validity (`valid_from` to `valid_to`)."""

    kind: Literal["agreement"] = "agreement"
    agreement_kind: AgreementKind
    objective: Text | None = None
    signed_on: date | None = None

    @model_validator(mode="after")
    def _signed_before_it_ends(self) -> Self:
        if self.signed_on and self.valid_to and self.signed_on >= self.valid_to:
            raise ValueError("record.signed_after_end")
        return self
