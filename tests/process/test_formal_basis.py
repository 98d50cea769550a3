"""A tie has a formal basis where both ends are party to one agreement, or sit on one body by an order in force."""

from dataclasses import replace

import numpy as np

from network_service.domain.vocabulary import Layer
from network_service.process.formal_basis import bound_together, declared_pairs
from network_service.snapshot.model import LAYERS
from tests.process.hand import agreement, body, order, seat, situation


def test_actors_are_bound_by_agreements_and_by_bodies_under_an_order_in_force() -> None:
    one = situation(
        "g1 b1 v1 k1",
        agreements=[agreement("m", "g1 b1")],
        bodies=[
            body("q", "executive_committee", "1/2569", ["live"]),
            body("r", "steering_committee", "2/2569", ["over"]),
            body("s", "monitoring_committee", "3/2569", ["paper"]),
        ],
        instruments=[
            order("live"),
            order("over", in_force=False),
            order("paper", instrument_kind="certificate"),
        ],
        seats=[seat(one, actor) for one in "qrs" for actor in ("g1", "v1")],
    )
    assert bound_together(one.snapshot, one.affairs) == {"g1": {"m", "q"}, "b1": {"m"}, "v1": {"q"}}


def test_an_agreement_binds_once_it_is_signed_and_may_bind_where_nobody_noted_it() -> None:
    made = [agreement("m", "g1 b1"), agreement("n", "g1 v1", signed=None), agreement("o", "g1 k1", signed=False)]
    one = situation("g1 b1 v1 k1", agreements=made)
    assert bound_together(one.snapshot, one.affairs) == {"g1": {"m"}, "b1": {"m"}}
    assert bound_together(one.snapshot, one.affairs, surely=False) == {"g1": {"m", "n"}, "b1": {"m"}, "v1": {"n"}}


def test_declared_pairs_are_those_of_collaboration_and_resources_once_each() -> None:
    snapshot = situation("g1 b1 v1", "g1-b1 b1-g1 b1-v1 g1-v1").snapshot
    layers = [LAYERS.index(one) for one in (Layer.COLLABORATION, Layer.RESOURCE, Layer.RESOURCE, Layer.AGREEMENT)]
    ties = replace(snapshot.ties, layer=np.array(layers, dtype=np.int8))
    assert declared_pairs(replace(snapshot, ties=ties)) == {("g1", "b1"), ("b1", "v1")}
