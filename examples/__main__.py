"""Writes all invented provinces as the workbooks that come with the program: `python -m examples`."""

from pathlib import Path

from examples.provinces import SHAPES, province_records
from examples.sample_province.history import SENT_ON, State, changes_since, states
from examples.sample_province.scene import PROVINCE
from examples.workbook import write_plain_workbook

SHIPPED = Path(__file__).parents[1] / "network_service" / "reference" / "sample"
"""Where the program finds them: a folder for each province, the files in the order in which they were sent."""


def write_all(folder: Path) -> None:
    """Write every file of every province, and take away files of earlier versions."""
    for stale in folder.glob("**/*.xlsx"):
        stale.unlink()
    for shape in SHAPES.values():
        write_plain_workbook(_file(folder, shape.province, SENT_ON[-1].isoformat()), province_records(shape))
    sent: State = {}
    for day, state in states().items():
        write_plain_workbook(_file(folder, PROVINCE, day.isoformat()), changes_since(state, sent), state.values())
        sent = state


def _file(folder: Path, province: str, day: str) -> Path:
    (folder / province).mkdir(parents=True, exist_ok=True)
    return folder / province / f"{day[:7]}.xlsx"


if __name__ == "__main__":
    write_all(SHIPPED)
