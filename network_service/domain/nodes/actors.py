"""People, groups and organisations, and the posts of organisations."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, field_validator

from network_service.domain.personal_data import has_check_digit, without_personal_data
from network_service.domain.record import Day, Node, RecordId, Text
from network_service.domain.thai.digits import to_arabic
from network_service.domain.thai.names import PersonName, display_name
from network_service.domain.vocabulary import AreaLevel, Coded, Sector, Visibility, terms


class Verified(Node):
    """A node that somebody checks from time to time."""

    last_verified_on: Day | None = None
    verifier: Text | None = None

    _verifier_without_contacts = field_validator("verifier")(without_personal_data)


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

    _no_contacts = field_validator(
        "titles", "given_name", "family_name", "nickname", "note", "source_key", "source_instrument"
    )(without_personal_data)

    @property
    def display_name(self) -> str:
        """Titles, given name and family name in Thai order."""
        return display_name(PersonName(self.titles, self.given_name, self.family_name))


_THIRTEEN = 13


def _juristic_id(text: str) -> str:
    """Thirteen digits of a register of juristic persons; those of a citizen are personal data and have no field."""
    digits = "".join(one for one in to_arabic(text) if one not in " -")
    if len(digits) != _THIRTEEN or not digits.isdecimal() or not digits.isascii():
        raise ValueError("actor.juristic_id")
    if digits[0] != "0":
        raise ValueError("actor.citizen_number" if has_check_digit(digits) else "actor.juristic_id")
    if not has_check_digit(digits):
        raise ValueError("actor.juristic_id")
    return digits


class Actor(Verified, Named):
    """A group or an organisation: what the network's members are.

    `source_type` is what another program called it, where that is none of our levels or sectors.
    """

    name_english: Text | None = None
    aliases: tuple[Text, ...] = ()
    sector: Sector | None = None
    area_level: AreaLevel | None = None
    district: Text | None = None
    activity_field: Annotated[str, Coded("activity_field")] | None = None
    cso_form: Annotated[str, Coded("cso_form")] | None = None
    mission_type: Annotated[str, Coded("mission_type")] | None = None
    provider_type: Annotated[str, Coded("provider_type")] | None = None
    source_type: Text | None = None
    juristic_id: Annotated[str, AfterValidator(_juristic_id), Field(max_length=30)] | None = None

    @property
    def icnpo_group(self) -> int | None:
        """Number of the field of activity in the International Classification of Non-profit Organizations, 1 to 12."""
        return None if self.activity_field is None else [*terms("activity_field")].index(self.activity_field) + 1


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
