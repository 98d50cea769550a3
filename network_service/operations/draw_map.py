"""The sector map as somebody may see it: whom and what ties they may see is drawn, all is counted."""

from dataclasses import replace

import numpy as np

from network_service.domain.principal import Principal, Role
from network_service.findings.finding import Finding
from network_service.maps.sector_map import SectorMap, sector_map
from network_service.maps.sizes import ActorFigures
from network_service.messages import messages_in
from network_service.operations.kept_studies import MadeStudy
from network_service.operations.map_positions import keep_positions, kept_positions
from network_service.operations.seen_snapshot import seen_snapshot
from network_service.operations.shown_figures import OFFICERS
from network_service.operations.sight.sights import Sights
from network_service.operations.study_network import AnalysisRules
from network_service.snapshot.model import Snapshot, Ties
from network_service.store.base import Store
from visualizations.map_model import MapModel

MEMBERS = OFFICERS | {Role.MEMBER, Role.RESEARCHER}
"""Who may see which actors are tied; for all others the ties count in the sizes and are not drawn."""


def draw_sector_map(
    principal: Principal, store: Store, made: MadeStudy, rules: AnalysisRules, language: str, sights: Sights
) -> SectorMap:
    """The sector map of a study in a language; positions are kept, so that an actor stays where it was.

    Who is not there for the principal is not drawn, and pseudonyms stand for names where they are due. Marks of gaps
    are for officers, ties for members; sizes are those of the whole network for all.
    """
    sight = sights.of(principal, store)
    study = made.study
    (province,) = study.found_on.lens.provinces
    officer = bool(principal.roles & OFFICERS)
    tied = bool(principal.roles & MEMBERS)
    findings: tuple[Finding, ...] = study.findings if officer and study.snapshot is study.found_on else ()
    whole = ActorFigures(study.measures.betweenness.values, study.snapshot.undirected_degrees)
    shown, figures = seen_snapshot(study.snapshot, whole, sight, store)
    told = {actor: sight.told(actor) for actor in study.snapshot.actors.ids}
    meant = {one: actor for actor, one in told.items()}
    picture = sector_map(
        shown if tied else without_ties(shown),
        figures,
        [one for one in findings if _is_of(one, shown, study.snapshot)],
        messages=messages_in(language),
        seed=rules.layout_seed,
        required_sectors=rules.thresholds.required_sectors,
        positions={told.get(one, one): at for one, at in kept_positions(store.application, province).items()},
    )
    keep_positions(store.application, province, {meant.get(one, one): at for one, at in picture.positions.items()})
    return picture if officer else replace(picture, model=_without_figures(picture.model))


def _is_of(finding: Finding, shown: Snapshot, whole: Snapshot) -> bool:
    """Whether a finding is about nobody who is not drawn."""
    return all(one.id in shown.actors.index or one.id not in whole.actors.index for one in finding.subjects)


def _without_figures(model: MapModel) -> MapModel:
    """The picture without the figures of single actors: a list of them reads as a judgement."""
    kept = [place for place, numeric in enumerate(model.numeric) if not numeric]

    def of_kept(cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(cells[place] for place in kept)

    nodes = tuple(
        replace(node, tooltip=f"{node.cells[0]} ({node.cells[1]})", cells=of_kept(node.cells)) for node in model.nodes
    )
    return replace(model, nodes=nodes, table_headers=of_kept(model.table_headers), numeric=tuple(False for _ in kept))


def without_ties(snapshot: Snapshot) -> Snapshot:
    """The same actors without any tie."""
    nobody = np.zeros(0, dtype=np.int32)
    ties = Ties(nobody, nobody, np.zeros(0, dtype=np.int8), np.zeros(0))
    return replace(snapshot, ties=ties)
