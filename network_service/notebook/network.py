"""A province's network on one day: its parts and figures as tables, and everything behind them."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import network_service
from network_service.analysis.long_measures import LongMeasures, measure_at_length
from network_service.analysis.measures import Measures
from network_service.findings.closing.effect import Effects
from network_service.findings.closing.ground import Ground
from network_service.messages import messages_in
from network_service.notebook import actor_tables, figure_tables, process_tables
from network_service.notebook.page import network_page
from network_service.notebook.table import Table, Value
from network_service.operations.study_network import AnalysisRules, Study
from network_service.snapshot.model import Snapshot

if TYPE_CHECKING:
    from network_service.snapshot.to_networkx import Graph


class ProvinceNetwork:
    """A province's network as of a day, with what was computed of it; made by `OpenStore.network`.

    Tables hold codes where a program compares, and sentences in `language` where a person reads. `study` and `measures`
    hold the objects behind the tables, each figure with the record of how it was made.
    """

    def __init__(self, study: Study, rules: AnalysisRules, language: str) -> None:
        """Show this study in a language."""
        self.study = study
        self.language = language
        self._rules = rules
        self._words = messages_in(language)

    @property
    def snapshot(self) -> Snapshot:
        """The network itself: actors as columns, ties as arrays."""
        return self.study.snapshot

    @property
    def measures(self) -> Measures:
        """All measures by name, each computed when it is first asked for."""
        return self.study.measures

    @cached_property
    def at_length(self) -> LongMeasures:
        """The measures that take seconds: the weakest point, key players, chance, robustness."""
        return measure_at_length(self.measures, seed=self._rules.chance_seed)

    @property
    def province(self) -> str:
        """Code of the province."""
        (code,) = self.snapshot.lens.provinces
        return code

    @property
    def as_of(self) -> date:
        """The day the network is shown for."""
        return self.snapshot.as_of

    @property
    def about(self) -> dict[str, Value]:
        """What a paper states so that others get the same figures: what was looked at, and by which program and seed.

        The same `content_hash` is the same network, whoever computed it; `revision` finds it again in this store.
        """
        lens = self.snapshot.lens
        return {
            "network": ", ".join(self.snapshot.network_names),
            "province": self.province,
            "as_of": self.as_of.isoformat(),
            "revision": self.snapshot.revision,
            "minimum_strength": lens.minimum_strength,
            "layers": ", ".join(lens.layers),
            "large_agreement": lens.large_agreement,
            "content_hash": self.snapshot.content_hash,
            "program": f"network-service {network_service.__version__}",
            "chance_seed": self._rules.chance_seed,
            "synthetic": self.snapshot.synthetic,
        }

    @cached_property
    def actors(self) -> Table:
        """One row an actor, ordered by id: id, name, sector, level, level of the area."""
        return actor_tables.actors(self.snapshot)

    @cached_property
    def ties(self) -> Table:
        """One row a tie of the undirected network that most measures look at, with its greatest known strength."""
        return actor_tables.ties(self.snapshot)

    @cached_property
    def declared(self) -> Table:
        """One row a tie as declared, with its layer; parties of an agreement are joined two by two, undirected."""
        return actor_tables.declared(self.snapshot)

    def centrality(self, *names: str) -> Table:
        """One row an actor with these measures, or all there are; weighted ones and distances take the longest."""
        return actor_tables.centrality(self.snapshot, self.measures, names)

    def brokerage(
        self, *, directed: bool = True, groups: Sequence[str | None] | None = None, attribute: str = "sector"
    ) -> Table:
        """One row an actor and role of Gould and Fernandez: the count beside what shuffled groups give.

        `groups` is a code an actor in the order of `actors`, by default the sector; `attribute` names it. `expected`
        and `z` tell the mean of the shuffles and the distance from it, `share_as_high` the share of shuffles with as
        many or more; all are `None` under ten actors of known group.
        """
        return actor_tables.brokerage(
            self.snapshot, self._rules.chance_seed, directed=directed, groups=groups, attribute=attribute
        )

    def brokerage_in_all(self, *, directed: bool = True) -> Table:
        """One row a role over all actors together, as `brokerage`: whether the network as a whole brokers."""
        return actor_tables.brokerage_in_all(self.snapshot, self._rules.chance_seed, directed=directed)

    @cached_property
    def cut_points(self) -> Table:
        """The actors without whom others lose their connection, the gravest first, and whom they cut off."""
        return actor_tables.cut_points(self.snapshot, self.measures)

    def key_players(self, count: int = 3) -> Table:
        """Who together hold the network, and who together reach it: sets of so many actors, with a proven bound."""
        return figure_tables.key_players(self.snapshot, count)

    def without(self, *actors: str) -> Table:
        """How the network stands without these actors, given by id or name, beside how it stands with them."""
        return figure_tables.without(self.snapshot, actors)

    @cached_property
    def figures(self) -> Table:
        """The measures that are one number for the whole network, with why one is not known."""
        return figure_tables.figures(self.measures, self._words)

    @cached_property
    def chance(self) -> Table:
        """Figures beside those of networks of chance with the same degrees: what provinces of any size compare by."""
        return figure_tables.chance(self.snapshot, self._rules.chance_seed, self._words)

    @cached_property
    def methods(self) -> Table:
        """How each figure and each measure of actors is made: definition, normalisation, engine, source."""
        return figure_tables.methods(self.measures)

    @cached_property
    def findings(self) -> Table:
        """What holds the network back, the most pressing first, each with what would close it."""
        return process_tables.findings(self.study, self._words)

    @cached_property
    def effects(self) -> Table:
        """What closing each finding would change: a tie or a part proposed by name, with the figures it would move."""
        study = self.study
        measures = self.measures if study.found_on is self.snapshot else Measures(study.found_on, self._rules.measuring)
        ground = Ground(study.found_on, measures, self._rules.thresholds)
        return process_tables.effects(Effects(ground).of_all(study.findings), study, self._words)

    @cached_property
    def readiness(self) -> Table:
        """The conditions of the seven steps: what was found beside what is asked for, and the next action."""
        return process_tables.conditions(self.study, self._words)

    @cached_property
    def factors(self) -> Table:
        """The nine success factors with their scores; `None` where too little is known."""
        return process_tables.factors(self.study, self._words)

    @cached_property
    def doubts(self) -> Table:
        """How far the ties can be trusted: who answered, who agrees, how old and known they are."""
        return process_tables.doubts(self.study, self._words)

    def compare_with(self, other: "ProvinceNetwork") -> Table:
        """The figures of this network beside those of another, of another day, revision or province.

        `value` is this network's, `other` the other's, `difference` the other's less this one's. Most figures depend on
        size: between networks of different size compare the percentiles of `chance`.
        """
        return figure_tables.side_by_side(self.measures, other.measures, self._words)

    def to_networkx(self, *, directed: bool = False) -> "Graph":
        """The network as the object that researchers know, nodes by id; `directed`, as collaboration was declared."""
        from network_service.snapshot.to_networkx import to_networkx  # a quarter of a second that few need

        return to_networkx(self.snapshot, directed=directed)

    def __repr__(self) -> str:
        snapshot = self.snapshot
        size = f"{len(snapshot.actors)} actors, {len(snapshot.undirected)} ties, {len(self.study.findings)} findings"
        return f"<ProvinceNetwork {self.province} as of {self.as_of}, revision {snapshot.revision}: {size}>"

    def _repr_html_(self) -> str:
        return network_page(self.study, self.findings, self._words)
