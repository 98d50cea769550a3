"""Fills one store from another: all rows, and the content hash of the one compared with that of the other."""

from collections.abc import Callable
from dataclasses import dataclass

from network_service.store.content_hash import content_hash
from network_service.store.raw import Origin, RawReader, RawWriter, Section, Told

Steps = Callable[[str], Told | None]
"""Gives, for `hash`, `rows` and `compare`, who is told how many rows that step has done."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a store was filled from, its own hash, and how many rows an earlier, interrupted filling had left."""

    origin: Origin
    content_hash: str
    resumed: int


def fill(reader: RawReader, target: RawWriter, *, anew: bool = False, steps: Steps | None = None) -> Filled:
    """Fill the target with all that a reader reads.

    Hashing costs a second reading of the source, and is what makes going on sound: what was copied before is a part of
    the same content, or the filling is refused until it is begun `anew`. The target opens to others once its own hash
    is the same.
    """
    told = steps or _nobody
    origin = Origin(reader.head(), content_hash(reader, told("hash")))
    target.begin(origin, anew=anew)
    before = {section: target.done(section) for section in Section}
    resumed = done = sum(count for _, count in before.values())
    hear = told("rows")
    for section in Section:
        for page in reader.pages(section, after=before[section][0]):
            target.write(section, page)
            done += len(page)
            if hear:
                hear(done)
    return Filled(origin, target.finish(told("compare")), resumed)


def _nobody(_: str) -> Told | None:
    return None
