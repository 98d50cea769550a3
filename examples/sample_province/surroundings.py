"""What surrounds the network: areas and who works in them, groups of the population, surveys and assessments."""

from examples.ledger import Ledger
from examples.sample_province.entries import write_table, write_tie_table
from examples.sample_province.scene import PROVINCE
from examples.sample_province.tables import listed, rows

_PROVINCE_CODE = PROVINCE.removeprefix("TH-")


def write_surroundings(ledger: Ledger) -> None:
    """Areas from the province down to a village, then what is counted in them, surveys and rounds of assessment."""
    ledger.node(
        ("area", _PROVINCE_CODE),
        "area",
        name="จังหวัดตัวอย่าง",
        area_level="province",
        area_code=_PROVINCE_CODE,
        latitude=10.02,
        longitude=101.08,
    )
    for row in rows("districts"):
        point = {name: row[name] for name in ("latitude", "longitude")}
        ledger.node(
            ("area", row["code"]),
            "area",
            name=f"อำเภอ{row['name']}",
            area_level="district",
            area_code=row["code"],
            **point,
        )
    write_table(ledger, "smaller_areas", "area")
    write_table(ledger, "population_groups", "population_group")
    write_table(ledger, "ratings", "rating")
    write_table(ledger, "assessment_rounds", "assessment_round")


def write_areas_served(ledger: Ledger) -> None:
    """Where actors work: the smaller areas that name them, else their district, else the whole province."""
    smaller: dict[str, list[str]] = {}
    for row in rows("smaller_areas"):
        for actor in listed(row["actors"]):
            smaller.setdefault(actor, []).append(row["key"])
    for row in rows("actors"):
        whole = row["area_level"] == "province" or not row["district"]
        served = smaller.get(row["key"], [_PROVINCE_CODE if whole else row["district"]])
        for area in served if row["area_level"] != "national" else []:
            ledger.tie("operates_in", ("actor", row["key"]), ("area", area))


def write_assessments(ledger: Ledger) -> None:
    """The scores of the rounds of assessment, by phase and criterion."""
    write_tie_table(ledger, "assessments", "assessed_in")
