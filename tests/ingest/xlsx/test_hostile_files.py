"""Files that lie, break or attack: each is refused by name before it can do harm, and none is read in part."""

import subprocess
import sys
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from network_service.errors import RefusedForSafety, UnreadableFile
from network_service.ingest.limits import Limits
from network_service.ingest.xlsx.reader import read_workbook
from network_service.messages import messages_in
from tests.ingest.workbooks import MAIN, SHEET, package, packed, text_row, xlsx

GOOD = xlsx(Actors=[["level", "name"], ["group", "ชมรม ก"]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def write_bomb(path: Path) -> None:
    """Rows without end: some hundred kilobytes that unpack to more than 180 MB."""
    rows = (b'<row><c t="inlineStr"><is><t>' + b"a" * 200 + b"</t></is></c></row>") * 10_000
    with zipfile.ZipFile(BytesIO(GOOD)) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in set(good.namelist()) - {SHEET}:
            archive.writestr(name, good.read(name))
        with archive.open(SHEET, "w") as sheet:
            sheet.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for _ in range(75):
                sheet.write(rows)
            sheet.write(b"</sheetData></worksheet>")


def entity_bomb(place: str) -> bytes:
    letters = "abcdefghij"
    inner = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(letters))
    text = f'<!DOCTYPE worksheet [<!ENTITY a "lol">{inner}]><worksheet xmlns="{MAIN}"><sheetData>'
    return package(**{place: text + text_row(1, "&j;") + "</sheetData></worksheet>"})


UNREADABLE = {
    "empty": (b"", "unreadable.empty_file"),
    "old excel": (OLE + b"Workbook", "unreadable.legacy_xls"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "unreadable.encrypted"),
    "csv under another name": ("ชื่อ,ภาคส่วน\nชมรม ก,ชุมชน\n".encode(), "unreadable.not_a_workbook"),
    "html saved as excel": (b"<html><table></table></html>", "unreadable.not_a_workbook"),
    "cut short": (GOOD[: len(GOOD) // 2], "unreadable.damaged"),
    "first bytes only": (GOOD[:4], "unreadable.damaged"),
    "open document": (
        packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "unreadable.open_document",
    ),
    "binary workbook": (packed({"xl/workbook.bin": b"\0"}), "unreadable.binary_workbook"),
    "another archive": (packed({"word/document.xml": "<document/>"}), "unreadable.damaged"),
    "markup that ends nowhere": (
        package(**{SHEET: f'<worksheet xmlns="{MAIN}"><sheetData><row>'}),
        "unreadable.damaged",
    ),
}
REFUSED = {
    "too many entries": (packed({f"part{number}": b"" for number in range(1_001)}), "safety.too_many_entries"),
    "leads out": (packed({"../../etc/passwd": b"x"}), "safety.entry_name"),
    "absolute": (packed({"/etc/passwd": b"x"}), "safety.entry_name"),
    "drive": (packed({"C:/windows/x": b"x"}), "safety.entry_name"),
    "backslash": (packed({"xl\\..\\x": b"x"}), "safety.entry_name"),
    "entities in a sheet": (entity_bomb(SHEET), "safety.xml_entities"),
    "entities in the index": (entity_bomb("xl/workbook.xml"), "safety.xml_entities"),
}


@pytest.mark.parametrize(("content", "code"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_workbook_is_called_by_what_it_is(content: bytes, code: str):
    with pytest.raises(UnreadableFile) as caught:
        read_workbook(content)
    assert caught.value.code == code
    assert all(messages_in(language).text(code, **caught.value.parameters) for language in ("th", "en"))


@pytest.mark.parametrize(("content", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_unsafe_is_refused_by_name(content: bytes, code: str):
    with pytest.raises(RefusedForSafety) as caught:
        read_workbook(content)
    assert caught.value.code == code
    assert all(messages_in(language).text(code, **caught.value.parameters) for language in ("th", "en"))


def test_a_file_whose_parts_need_a_password_is_said_to_have_one():
    content = bytearray(GOOD)
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    with pytest.raises(UnreadableFile, match=r"unreadable\.encrypted"):
        read_workbook(bytes(content))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused_as_readers_would_differ_on_them():
    file = BytesIO(GOOD)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    with pytest.raises(RefusedForSafety, match=r"safety\.entry_name"):
        read_workbook(file.getvalue())


def test_a_path_that_leads_nowhere_says_why(tmp_path: Path):
    with pytest.raises(UnreadableFile, match=r"unreadable\.no_file"):
        read_workbook(tmp_path / "absent.xlsx")


def test_a_wrong_suffix_is_no_obstacle(tmp_path: Path):
    path = tmp_path / "members.csv"
    path.write_bytes(GOOD)
    assert [sheet.title for sheet in read_workbook(path).sheets] == ["Actors"]


def test_a_bomb_is_refused_by_its_directory_and_costs_no_memory(tmp_path: Path):
    path = tmp_path / "bomb.xlsx"
    write_bomb(path)
    assert path.stat().st_size < 1_000_000
    with zipfile.ZipFile(path) as archive:
        assert archive.getinfo(SHEET).file_size > 180_000_000
    program = """
import sys
from pathlib import Path
from network_service.errors import RefusedForSafety
from network_service.ingest.xlsx.reader import read_workbook
try:
    read_workbook(Path(sys.argv[1]))
except RefusedForSafety as error:
    # Not getrusage: its peak is handed on from the process that started this one.
    peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(error.code, int(peak.split()[1]) // 1024)
"""
    root = Path(__file__).parents[3]
    told = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True, cwd=root, timeout=60
    ).stdout.split()
    assert told[0] == "safety.bomb"
    assert int(told[1]) < 256


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(file_bytes=1_000), "safety.file_too_large"),
        (Limits(unpacked_bytes=1_000), "safety.bomb"),
        (Limits(rows=99), "safety.too_many_rows"),
        (Limits(row_marks=99), "safety.too_many_rows"),
        (Limits(columns=2), "safety.too_many_columns"),
        (Limits(characters=500), "safety.too_much_text"),
        (Limits(part_bytes=100), "safety.part_too_large"),
    ],
)
def test_each_limit_is_kept(limits: Limits, code: str):
    with pytest.raises(RefusedForSafety) as caught:
        read_workbook(xlsx(Actors=[["group", f"ชมรม {number}", "ชุมชน"] for number in range(100)]), limits=limits)
    assert caught.value.code == code


def test_damage_anywhere_in_a_file_never_ends_in_another_error():
    for place in range(0, len(GOOD), 37):
        content = bytearray(GOOD)
        content[place] ^= 0xFF
        try:
            read_workbook(bytes(content))
        except (UnreadableFile, RefusedForSafety):
            continue


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_whose_size_cannot_be_bounded_is_refused_unopened(packing: int):
    content = BytesIO()
    with zipfile.ZipFile(content, "w", packing) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(RefusedForSafety, match=r"safety\.compression"):
        read_workbook(content.getvalue())
