"""All that changed in who is there, who is tied to whom and who holds what."""

from collections.abc import Mapping
from dataclasses import dataclass

from network_service.analysis.change.actors import ActorChanges, compare_actors
from network_service.analysis.change.compared import Compared, compared
from network_service.analysis.change.roles import RoleChange, compare_roles
from network_service.analysis.change.ties import TieChanges, compare_ties
from network_service.domain.vocabulary import Layer
from network_service.snapshot.affairs.model import Affairs
from network_service.snapshot.model import Snapshot


@dataclass(frozen=True, slots=True)
class StructureChange:
    """Actors, the ties of U and those of each layer that either lens shows, and what people hold."""

    compared: Compared
    actors: ActorChanges
    ties: TieChanges
    layers: Mapping[Layer, TieChanges]
    roles: tuple[RoleChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        actors = self.actors
        layers = any(layer.changes for layer in self.layers.values())
        return not (actors.joined or actors.left or actors.altered or self.ties.changes or layers or self.roles)


def compare_structure(
    before: Snapshot, after: Snapshot, affairs_before: Affairs, affairs_after: Affairs
) -> StructureChange:
    """What changed from one snapshot, with its affairs, to another of the same network."""
    shown = {*before.lens.layers, *after.lens.layers}
    return StructureChange(
        compared=compared(before, after),
        actors=compare_actors(before, after, affairs_before, affairs_after),
        ties=compare_ties(before, after),
        layers={layer: compare_ties(before, after, layer) for layer in Layer if layer in shown},
        roles=compare_roles(before, after, affairs_before, affairs_after),
    )
