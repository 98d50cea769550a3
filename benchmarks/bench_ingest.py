"""Rows a second from a workbook to checked records, beside what openpyxl and pandas take only to read its cells."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
from openpyxl import Workbook, load_workbook

from benchmarks.side_by_side import cost_of
from network_service.domain.vocabulary import Sector, label
from network_service.ingest.reading import read_file

ACTORS = 5_000
TIES = 5_000
ROWS = ACTORS + TIES + 1


def write_workbook(path: Path, actor_rows: int = ACTORS, tie_rows: int = TIES) -> None:
    """A province's workbook as an office sends it: Thai words, days of the Buddhist Era, references by name."""
    workbook = Workbook()  # with shared texts and a stated size, as Excel writes
    network = workbook.create_sheet("เครือข่ายจังหวัด")
    network.append(["รหัสจังหวัด", "ชื่อเครือข่าย"])
    network.append(["TH-98", "เครือข่ายทดลอง"])
    actors = workbook.create_sheet("กลุ่มและองค์กร")
    actors.append(
        [
            *("รหัส", "ระดับ", "ชื่อ", "ชื่อภาษาอังกฤษ", "ชื่อย่อ/ชื่ออื่น", "ภาคส่วน", "ระดับพื้นที่", "อำเภอ"),
            *("สถานภาพภาคี", "เป็นภาคีตั้งแต่วันที่", "ตั้งแต่วันที่", "ความน่าเชื่อถือ", "ผู้บันทึก", "เอกสารอ้างอิง", "หมายเหตุ"),
        ]
    )
    sectors = [label("sector", sector.value, "th") for sector in Sector]
    for number in range(actor_rows):
        actors.append(
            [
                *(f"A{number}", "องค์กร", f"องค์กรทดลองที่ {number}", f"Trial office {number}", f"อทด.{number}"),
                *(sectors[number % len(sectors)], "อำเภอ", f"อำเภอ {number % 25}", "ได้รับการรับรอง", "1 ต.ค. 2568"),
                *("15/1/2568", "ยืนยันแล้ว", "ผู้บันทึก", f"คำสั่งที่ {number % 40}/2568", "หมายเหตุ"),
            ]
        )
    ties = workbook.create_sheet("สายสัมพันธ์")
    ties.append(["ผู้แจ้ง", "ทำงานร่วมกับ", "ความถี่", "เรื่องที่ทำร่วมกัน", "เป็นทางการ", "ตั้งแต่วันที่"])
    for number in range(tie_rows):
        other = (number * 7 + 1) % actor_rows
        names = [f"องค์กรทดลองที่ {number}", f"องค์กรทดลองที่ {other if other != number else 0}"]
        ties.append([*names, 1 + number % 5, "สุขภาพ; น้ำ", "ใช่", "1/10/2568"])
    workbook.save(path)


def with_us(path: Path) -> None:
    """Cells judged, read, checked, references resolved, ids given."""
    found = read_file(path).assemble({})
    if found.faults or found.accepted != ROWS:
        raise ValueError(found.faults[:3])


def with_openpyxl(path: Path) -> None:
    """The cells alone."""
    for sheet in load_workbook(path, read_only=True, data_only=True).worksheets:
        for _ in sheet.iter_rows(values_only=True):
            pass


def with_pandas(path: Path) -> None:
    """The cells alone, as frames."""
    pd.read_excel(path, sheet_name=None)


WAYS: dict[str, Callable[[Path], None]] = {
    "network service: to checked records": with_us,
    "openpyxl: cells only": with_openpyxl,
    "pandas: cells only": with_pandas,
}


def run() -> None:
    """Print one row a way."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.xlsx"
        write_workbook(path)
        print(f"{ROWS:,} rows, {path.stat().st_size / 1e6:.1f} MB")
        print(f"{'':<38} {'seconds':>8} {'rows/s':>8} {'MB':>6}")
        for name, way in WAYS.items():
            cost = cost_of(partial(way, path))
            told = (
                f"{cost.seconds:>8.2f} {ROWS / cost.seconds:>8,.0f} {cost.megabytes:>6.0f}" if cost else "did not end"
            )
            print(f"{name:<38} {told}", flush=True)


if __name__ == "__main__":
    run()
