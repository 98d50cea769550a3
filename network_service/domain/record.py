"""What every record carries, and the text and date types that records are made of."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from network_service.domain.personal_data import without_citizen_number, without_personal_data
from network_service.domain.thai.text import clean
from network_service.domain.vocabulary import Confidence, Visibility

MAX_TEXT = 500
"""Longest name or title kept; the longest office names of the country stay under 200 characters."""
MAX_NOTE = 4_000
"""Longest note kept."""

RecordId = Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
"""Id of a record: a UUID in lower case (`identity.py` derives it)."""
ProvinceCode = Annotated[str, Field(pattern=r"^TH-[0-9]{2}$")]
"""ISO 3166-2 code of a province, such as TH-50; TH-97 to TH-99 and TH-00 to TH-09 are no real province."""
Text = Annotated[str, AfterValidator(clean), Field(min_length=1, max_length=MAX_TEXT)]
"""A name or title, as typed less control and direction marks."""
Note = Annotated[str, AfterValidator(clean), Field(min_length=1, max_length=MAX_NOTE)]
"""A free remark."""
Day = Annotated[date, Field(ge=date(1, 1, 2), le=date(2399, 12, 31))]
"""A day that a workbook can say: from the year 2400 on a year is read as Buddhist, and an end has a day before it."""
Figure = Annotated[float, AfterValidator(lambda figure: float(f"{figure:.12g}"))]
"""A number to twelve digits: spreadsheets keep fifteen at most, so that what they give back is what was kept."""


class Record(BaseModel):
    """A node or a tie of a province's network, valid from one day to another.

    `valid_from` is the first day it holds (`None`: since before the records), `valid_to` the first day it no longer
    holds (`None`: still). `source_key` is the office's own code for it, where it has one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    default_visibility: ClassVar[Visibility] = Visibility.PUBLIC

    id: RecordId
    province: ProvinceCode
    kind: str
    valid_from: Day | None = None
    valid_to: Day | None = None
    source_key: Text | None = None
    source_instrument: Text | None = None
    recorded_by: Text | None = None
    confidence: Confidence = Confidence.REPORTED
    visibility: Visibility | None = None
    note: Note | None = None

    _no_citizen_number = field_validator("note", "source_key", "source_instrument")(without_citizen_number)
    _recorder_without_contacts = field_validator("recorded_by")(without_personal_data)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_from >= self.valid_to:
            raise ValueError("record.ends_before_start")
        return self

    def holds_on(self, day: date) -> bool:
        """Whether the record is valid on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)

    def seen_by(self) -> Visibility:
        """Who may see it: its own setting, else the default of its kind."""
        return self.visibility or self.default_visibility


class Node(Record):
    """A record that ties can join: an actor, a post, a network, a body, an agreement."""

    @property
    def display_name(self) -> str:
        """The name shown on screen."""
        raise AttributeError(f"{type(self).__name__} has no name")


class Tie(Record):
    """A record that joins two nodes, from `source` to `target`."""

    source: RecordId
    target: RecordId

    _note_without_contacts = field_validator("note")(without_personal_data)

    @model_validator(mode="after")
    def _joins_two(self) -> Self:
        if self.source == self.target:
            raise ValueError("record.self_tie")
        return self
