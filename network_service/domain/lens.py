"""The lens: which network is meant when somebody asks for a figure."""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from network_service.domain.record import ProvinceCode
from network_service.domain.vocabulary import ActorLevel, Layer

HEADLINE_LAYERS = (Layer.COLLABORATION, Layer.RESOURCE, Layer.AGREEMENT)
"""Layers of the headline network: agreements of many parties and co-seats stay out of it."""


class Lens(BaseModel):
    """As-of date, revision, provinces, levels and layers of the network to be shown.

    `revision` `None` means the latest. `minimum_strength` hides weaker ties and those of unknown strength.
    Agreements of more than `large_agreement` parties make a layer of their own, as 30 parties would make 435 ties.
    `directed` is `None` where each measure takes its own customary network, which every result names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: date
    provinces: tuple[ProvinceCode, ...] = Field(min_length=1)
    revision: int | None = Field(default=None, ge=0)
    levels: tuple[ActorLevel, ...] = (ActorLevel.GROUP, ActorLevel.ORGANIZATION)
    layers: tuple[Layer, ...] = HEADLINE_LAYERS
    minimum_strength: int | None = Field(default=None, ge=1, le=5)
    large_agreement: int = Field(default=10, ge=2)
    directed: bool | None = None

    @model_validator(mode="after")
    def _in_one_order(self) -> Self:
        """The same lens written in another order is the same lens, with the same hash."""
        for name, order in (("levels", list(ActorLevel)), ("layers", list(Layer))):
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)), key=order.index)))
        object.__setattr__(self, "provinces", tuple(sorted(set(self.provinces))))
        return self
