from typing import Any

import pytest

from network_service.findings.severity import STEP_LINKERS, key_actors, severity_of
from network_service.findings.thresholds import Thresholds
from network_service.snapshot.model import Manager
from tests.findings.networks import network, organisation_linker, person_linker


@pytest.mark.parametrize(
    ("about", "severity"),
    [
        ({"members": 0, "gate": STEP_LINKERS}, "critical"),
        ({"members": 1, "cut_off": 0.11}, "critical"),
        ({"members": 1, "cut_off": 0.10}, "minor"),
        ({"members": 3}, "major"),
        ({"members": 2}, "minor"),
        ({"members": 0, "key_subject": True}, "major"),
    ],
)
def test_severity_by_gate_share_subject_and_members(about: dict[str, Any], severity: str) -> None:
    assert severity_of(Thresholds(), **about) == severity


def test_key_actors_are_linkers_managers_and_those_they_speak_for() -> None:
    snapshot = network(
        "b1 g1 g2",
        linkers=[organisation_linker("b1"), person_linker("p", "g1"), person_linker("q", None)],
        managers=[Manager("m", "M", "network", "lead", None, None)],
    )
    assert key_actors(snapshot) == {"b1", "g1", "p", "q", "m"}
