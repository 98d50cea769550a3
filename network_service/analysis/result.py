"""What every measure returns: native values, and the record of how they were made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class Method:
    """How a figure was made, complete enough to make it again.

    `network` is `U` (undirected union of the layers shown), `D` (directed collaboration), `actors` (no ties at all) or
    `seats` (who sits on which body).
    """

    measure: str
    definition: str
    network: str
    normalisation: str
    engine: str
    engine_version: str
    snapshot_hash: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    seed: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ActorMeasure:
    """One value an actor, in the order of the snapshot's actors; `None` is not known, and `reason` says why.

    `reason` is a message code and given only where some value is `None`.
    """

    values: tuple[float | None, ...]
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TieMeasure:
    """One value a tie, in the order of the snapshot's undirected ties; `None` is not known, and `reason` says why."""

    values: tuple[float | None, ...]
    method: Method
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class NetworkMeasure:
    """One value for the whole network; `None` is not known, and `reason` says why."""

    value: float | None
    method: Method
    reason: str | None = None


def method(snapshot: Snapshot, measure: str, **about: object) -> Method:
    """The method record of a measure over a snapshot."""
    return Method(measure=measure, snapshot_hash=snapshot.content_hash, **about)  # type: ignore[arg-type]
