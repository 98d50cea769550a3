"""`network-service sample`: invented provinces by code."""

import json

from tests.cli.conftest import Run


def test_a_province_is_loaded_once_and_said_so(run: Run):
    first, second = run("sample", "TH-97", "--json"), run("sample", "TH-97", "--lang", "en")
    assert [(one["province"], one["files"]) for one in json.loads(first.stdout)] == [("TH-97", 1)]
    assert "already imported" in second.stdout


def test_without_a_code_it_is_the_sample_province_and_in_thai(run: Run):
    result = run("sample")
    assert result.exit_code == 0, result.output
    assert "TH-98: นำเข้า 12 ไฟล์" in result.stdout


def test_all_are_loaded_side_by_side(run: Run):
    loaded = json.loads(run("sample", "--all", "--json").stdout)
    assert {one["province"] for one in loaded} == {"TH-98", "TH-97", "TH-99", "TH-01"}
    assert all(one["written"] > 500 for one in loaded)


def test_a_province_that_is_not_ours_to_invent_is_wrong_use(run: Run):
    result = run("sample", "TH-10", "--lang", "en")
    assert result.exit_code == 2
    assert "TH-98" in result.stderr
