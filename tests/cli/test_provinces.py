"""`network-service provinces` as a user sees it."""

import json

import pytest

from tests.cli.conftest import Run


def test_the_list_says_codes_names_regions_and_clusters_in_thai(run: Run):
    result = run("provinces", "--on", "2026-10-01")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    codes = [line.split("│")[1].strip() for line in lines if "│ TH-" in line]
    assert len(codes) == 77
    assert codes == sorted(codes)
    songkhla = next(line for line in lines if "TH-90" in line)
    assert [cell.strip() for cell in songkhla.split("│")[1:-1]] == [
        "TH-90", "สงขลา", "Songkhla", "สข", "ภาคใต้", "ภาคใต้ฝั่งอ่าวไทย"
    ]  # fmt: skip
    assert "76 จังหวัด และกรุงเทพมหานคร ณ วันที่ 1 ตุลาคม 2569" in result.stdout


def test_memberships_no_source_confirms_are_marked_and_the_mark_is_explained(run: Run):
    unsure = run("provinces", "--cluster", "north_upper_1", "--lang", "en", "--on", "2026-10-01").stdout
    sure = run("provinces", "--cluster", "south_gulf", "--lang", "en", "--on", "2026-10-01").stdout
    assert unsure.count("Upper North 1 *") == 4
    assert "Royal Gazette" in unsure
    assert "*" not in sure


def test_a_day_before_bueng_kan_has_75_provinces_and_no_known_clusters(run: Run):
    result = run("provinces", "--on", "1 ม.ค. 2553", "--lang", "en")
    assert "75 provinces and Bangkok on 1 January 2010." in result.stdout
    assert "Bueng Kan" not in result.stdout
    assert result.stdout.count("not known") == 76 + 1, "each row, and the sentence that says why"


def test_bangkok_alone_is_not_called_a_province(run: Run):
    assert (
        "Bangkok on 1 October 2026."
        in run("provinces", "--region", "bangkok", "--on", "2026-10-01", "--lang", "en").stdout
    )


def test_programs_get_every_column(run: Run):
    listed = json.loads(run("provinces", "--json", "--on", "2026-10-01").stdout)
    assert len(listed) == 77
    bueng_kan = next(one for one in listed if one["code"] == "TH-38")
    assert bueng_kan["valid_from"] == "2011-03-23"
    assert (bueng_kan["hasc"], bueng_kan["latitude"], bueng_kan["longitude"]) == ("BK", 18.15, 103.72)
    assert bueng_kan["region_admin"] == "northeast"
    assert listed[0] | {"cluster": None, "cluster_confirmed": None, "region_admin": None} == listed[0], "Bangkok"


def test_one_province_is_shown_with_its_districts_and_where_they_are_from(run: Run):
    result = run("provinces", "--province", "เชียงใหม่")
    assert result.exit_code == 0, result.output
    assert "25 อำเภอ/เขต 204 ตำบล/แขวง" in result.stdout
    assert "อำเภอกัลยาณิวัฒนา" in result.stdout
    assert "GeoThai" in result.stdout
    assert "CC-BY-4.0" in result.stdout


def test_its_districts_can_be_left_out(run: Run):
    result = run("provinces", "--province", "TH-50", "--no-districts")
    assert "25 อำเภอ/เขต" in result.stdout
    assert "กัลยาณิวัฒนา" not in result.stdout
    whole = json.loads(run("provinces", "--province", "TH-50", "--json", "--districts").stdout)
    short = json.loads(run("provinces", "--province", "TH-50", "--json", "--no-districts").stdout)
    assert whole["districts"][0] == {
        "code": "5001", "thai": "เมืองเชียงใหม่", "english": "Mueang Chiang Mai", "subdistricts": 16
    }  # fmt: skip
    assert "districts" not in short
    assert short["district_count"] == whole["district_count"] == 25
    assert "GeoThai" in short["credit"]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--province", "TH-28"), 1, "There is no province “TH-28”"),
        (("--province", "TH-98"), 1, "invented province"),
        (("--province", "บึงกาฬ", "--on", "2010-01-01"), 1, "on 1 January 2010; it was founded on 23 March 2011"),
        (("--region", "west"), 2, "bangkok, central, north, northeast, south"),
        (("--cluster", "nowhere"), 2, "south_gulf"),
        (("--districts",), 2, "--province"),
        (("--province", "TH-50", "--region", "north"), 2, "not both"),
        (("--on", "15/1/69"), 2, "15/1/69"),
    ],
)
def test_a_mistake_is_said_in_a_sentence(run: Run, arguments: tuple[str, ...], status: int, said: str):
    result = run("provinces", *arguments, "--lang", "en")
    assert (result.exit_code, said in result.stderr) == (status, True), result.stderr


def test_days_in_a_mistake_are_of_the_buddhist_era_in_thai(run: Run):
    result = run("provinces", "--province", "บึงกาฬ", "--on", "2010-01-01", "--lang", "th")
    assert "ในวันที่ 1 มกราคม 2553 เพราะจัดตั้งขึ้นเมื่อวันที่ 23 มีนาคม 2554" in result.stderr
