"""A study of the sample province: all of it is of one revision, and what takes long can be left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from examples.sample_province.build import sample_records
from network_service import bootstrap
from network_service.documents.report.parts import Form
from network_service.errors import RefusedForSafety, UnknownRecord
from network_service.findings.rules import find_all
from network_service.messages import messages_in
from network_service.operations.report_of_study import report_parts
from network_service.operations.study_network import Study, StudyOptions, study_network
from network_service.reference.sample_provinces import SAMPLE_DAY
from network_service.store.base import Store
from tests.snapshot.records import store_with

OPTIONS = StudyOptions(SAMPLE_DAY, bootstrap.analysis_rules(bootstrap.read_settings()))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("study")
    with store_with(folder, *sample_records()) as opened:
        yield opened


@pytest.fixture(scope="module")
def studied(store: Store) -> Study:
    return study_network(bootstrap.this_user(), store, OPTIONS)


def test_all_of_a_study_is_of_one_revision(studied: Study) -> None:
    assert studied.snapshot is studied.found_on
    assert studied.affairs.revision == studied.snapshot.revision
    assert studied.findings == find_all(
        studied.found_on, studied.affairs, studied.readings, studied.measures, OPTIONS.rules.thresholds
    )


def test_what_closing_would_change_is_told_of_findings_that_are_there(studied: Study) -> None:
    effects = [effect.finding for effect in studied.effects]
    assert effects
    assert set(effects) <= {finding.id for finding in studied.findings}


def test_what_takes_long_can_be_left_out_and_changes_nothing_else(store: Store, studied: Study) -> None:
    quick = study_network(bootstrap.this_user(), store, replace(OPTIONS, thorough=False))
    assert quick.at_length is None
    assert quick.effects == ()
    assert studied.at_length is not None
    assert (quick.findings, quick.readings, quick.doubts) == (studied.findings, studied.readings, studied.doubts)


def test_findings_are_about_all_ties_whatever_strength_is_looked_at(store: Store, studied: Study) -> None:
    strong = study_network(bootstrap.this_user(), store, replace(OPTIONS, thorough=False, minimum_strength=5))
    assert len(strong.snapshot.undirected) < len(strong.found_on.undirected)
    assert strong.measures.snapshot is strong.snapshot
    assert (strong.findings, strong.readings) == (studied.findings, studied.readings)


def test_progress_tells_of_each_stage_in_words(store: Store) -> None:
    stages: list[str] = []
    study_network(bootstrap.this_user(), store, OPTIONS, progress=lambda stage, done, of: stages.append(stage))
    words = messages_in("th")
    assert all(words.text(stage) for stage in stages)
    assert {"progress.reading_store", "measure.null_model", "progress.effects"} <= set(stages)


def test_a_day_without_a_network_is_told(store: Store) -> None:
    with pytest.raises(UnknownRecord) as error:
        study_network(bootstrap.this_user(), store, replace(OPTIONS, as_of=date(1999, 1, 1)))
    assert error.value.code == "province.no_network"


def test_the_report_has_the_key_figures_of_the_study(studied: Study) -> None:
    words = messages_in("th")
    refused = RefusedForSafety("map.too_large", count=9_000, limit=5_000)
    parts = report_parts(studied, refused, words)
    figures = {figure.code: figure for figure in parts.figures}
    assert figures["density"].value == studied.measures.density.value
    assert figures["density"].form is Form.SHARE
    assert figures["global_efficiency"].form is Form.SHARE, "as the effects of closing a finding tell it"
    assert figures["weakest_point"].value == studied.at_length.weakest_point.value  # type: ignore[union-attr]
    assert parts.picture is None
    points, brokers = parts.tables
    cut = [row.cells[0] for row in points.rows]
    assert cut == sorted(cut, reverse=True)  # type: ignore[type-var]
    assert len(brokers.rows) == 10
    most = max(value for value in studied.measures.betweenness.values if value is not None)
    assert brokers.rows[0].cells[0] == most
