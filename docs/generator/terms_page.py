"""docs/terms-to-confirm.md: every word and line of data that an officer has not confirmed yet."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import network_service
from docs.generator.markdown import page, table
from docs.generator.places import places_of_words, shown

_PACKAGE = Path(network_service.__file__).parent

_INTRODUCTION = """# คำที่รอการยืนยัน · Terms to confirm

คำภาษาไทยในตารางข้างล่างนี้ยังไม่พบในเอกสารต้นฉบับที่ใช้อ้างอิง ผู้พัฒนาเขียนขึ้นเองหรือใช้ตามที่เรียกกันทั่วไป
จึงขอให้เจ้าหน้าที่ผู้รับผิดชอบช่วยตรวจสอบก่อนนำไปใช้ในเอกสารทางการ

1. อ่านคำในแต่ละตาราง คำใดถูกต้องแล้ว ให้แจ้งรหัส (`code`) พร้อมแหล่งอ้างอิง เช่น ชื่อระเบียบ คู่มือ หรือหน่วยงานที่ยืนยัน
2. คำใดไม่ถูกต้อง ให้แจ้งรหัสพร้อมคำที่ควรใช้และแหล่งอ้างอิง
3. ผู้ดูแลระบบแก้ไขหนึ่งบรรทัดต่อหนึ่งคำในแฟ้มข้อมูลที่ระบุไว้เหนือตาราง คือแก้คำในช่อง `thai`
   ใส่แหล่งอ้างอิงในช่อง `source` และเปลี่ยนช่อง `confirmed` เป็น `yes` แล้วสั่ง `make docs` คำนั้นจะหายไปจากหน้านี้

ตารางที่มิใช่คำศัพท์ (อยู่ท้ายหน้า) ใช้วิธีเดียวกัน คือแก้บรรทัดให้ถูกต้องแล้วเปลี่ยนช่อง `confirmed` เป็น `yes`
รหัสในช่อง `code` ไม่ต้องแก้ไข เพื่อให้แฟ้มที่ส่งออกไว้แล้วยังอ่านได้เหมือนเดิม

The Thai words below were found in none of the sources: the developers wrote them, or took them from common usage. An
officer who knows the words in use should look at them before they stand in an official paper.

1. Where a word is right, name its `code` and what says so: a regulation, a handbook, the office that confirms it.
2. Where it is wrong, give the word in use with its source.
3. Each is one line in the data file named above its table: the word goes into the column `thai`, what confirms it into
   `source`, and `yes` into `confirmed`. After `make docs` the word is gone from this page.

Tables of other things than words stand at the end of the page; there too the line is put right and marked `yes`.
Codes stay as they are: files that were exported earlier keep their meaning.
"""


def data_files() -> dict[str, list[dict[str, str]]]:
    """The lines of every data file of the service by its path, those first that hold words."""
    paths = sorted(_PACKAGE.glob("**/data/*.csv"), key=lambda path: (path.stem != "vocabulary", path))
    return {
        path.relative_to(_PACKAGE.parent).as_posix(): list(
            csv.DictReader(path.read_text(encoding="utf-8").splitlines())
        )
        for path in paths
    }


def unconfirmed(lines: list[dict[str, str]]) -> list[dict[str, str]]:
    """The lines that nobody has confirmed; none of a file without such a column."""
    return [line for line in lines if line.get("confirmed") == "no"]


def terms_page() -> str:
    """The whole document."""
    files = data_files()
    waiting = {name: found for name, lines in files.items() if (found := unconfirmed(lines))}
    count = sum(map(len, waiting.values()))
    parts = [_INTRODUCTION.strip(), f"รวม {count} รายการ · {count} entries in all."]
    for name, lines in waiting.items():
        if "set" in lines[0]:
            parts += _vocabularies(name, lines)
        else:
            columns = [column for column in lines[0] if column != "confirmed"]
            names = _names_beside(name, files)
            rows = [[_with_name(line[column], names) for column in columns] for line in lines]
            parts += [f"## {Path(name).stem}", f"[{name}](../{name})", table([f"`{one}`" for one in columns], rows)]
    return page(*parts)


def _vocabularies(name: str, lines: list[dict[str, str]]) -> Iterator[str]:
    for group, found in groupby(lines, key=lambda line: line["set"]):
        yield f"## `{group}`"
        yield f"[{name}](../{name})"
        places = places_of_words(group)
        if places:
            yield "ใช้ในแผ่นงาน · used in: " + shown(places)
        rows = [(f"`{line['code']}`", line["thai"], line["english"], line["source"]) for line in found]
        yield table(("`code`", "ไทย", "English", "แหล่งที่มา · source"), rows)


def _names_beside(name: str, files: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Thai names by code, from the files of the same folder: a person knows provinces by their names."""
    beside = (lines for other, lines in files.items() if Path(other).parent == Path(name).parent)
    return {line["code"]: line["thai"] for lines in beside for line in lines if "code" in line and "thai" in line}


def _with_name(text: str, names: dict[str, str]) -> str:
    return f"`{text}` {names[text]}" if text in names else text
