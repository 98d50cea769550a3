"""The check of a whole network says what an import would say, of everything that is stored."""

from pathlib import Path

import pytest

from network_service.domain.integrity.violation import Weight
from network_service.domain.principal import local_operator
from network_service.domain.record import Record
from network_service.messages import LANGUAGES, messages_in
from network_service.operations.check_network import NetworkCheck, check_stored_network
from network_service.operations.check_report import as_plain
from tests.domain.integrity.breaking import CONTRADICTING, DAY, DOUBTFUL
from tests.snapshot.records import a_network, store_with

BROKEN = CONTRADICTING | DOUBTFUL
EVERYTHING = [record for broken in BROKEN.values() for record in broken.records]


def checked(folder: Path, *records: Record) -> NetworkCheck:
    with store_with(folder, a_network(), *records) as store:
        return check_stored_network(local_operator("t"), store, day=DAY)


def test_a_sound_network_has_nothing_to_say(tmp_path: Path):
    found = checked(tmp_path)
    assert (found.unsound, found.violations, len(found.records)) == ((), (), 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_violation_has_sentence_and_cure_and_names_records(tmp_path: Path, language: str):
    found = checked(tmp_path, *EVERYTHING)
    plain = as_plain(found, messages_in(language))
    assert (plain["contradictions"], plain["doubts"]) == (len(CONTRADICTING), len(DOUBTFUL))
    assert [one["code"] for one in plain["violations"]] == [f"integrity.{rule}" for rule in BROKEN]
    for one in plain["violations"]:
        assert one["name"]
        assert "{" not in one["message"] + one["cure"]
        assert all(other["name"].split(" → ")[0] in one["message"] for other in one["others"][:3])


def test_contradictions_come_before_doubts(tmp_path: Path):
    weights = [one.weight for one in checked(tmp_path, *EVERYTHING).violations]
    assert weights == sorted(weights, key=[*Weight].index)


def test_a_stage_is_called_by_its_agreement_and_a_meeting_by_its_body(tmp_path: Path):
    agreement, stage = CONTRADICTING["stage_of_other_kind"].records
    body, meeting = DOUBTFUL["meeting_to_come"].records
    found = checked(tmp_path, agreement, stage, body, meeting)
    assert found.name(stage.id).startswith("ทดลอง stage-kind: ")
    assert found.name(meeting.id) == "ทดลอง to-come: 2026-10-02"
