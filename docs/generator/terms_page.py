"""docs/terms-to-confirm.md: every word that an officer has not confirmed yet."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import network_service
from docs.generator.markdown import page, table
from docs.generator.places import places_of_words

_PACKAGE = Path(network_service.__file__).parent

_INTRODUCTION = """# คำที่รอการยืนยัน · Terms to confirm

คำภาษาไทยในตารางข้างล่างนี้ยังไม่พบในเอกสารต้นฉบับที่ใช้อ้างอิง ผู้พัฒนาเป็นผู้เขียนขึ้นเอง
จึงขอให้เจ้าหน้าที่ผู้รับผิดชอบช่วยตรวจสอบก่อนนำไปใช้ในเอกสารทางการ

1. อ่านคำในแต่ละตาราง คำใดถูกต้องแล้ว ให้แจ้งรหัส (`code`) พร้อมแหล่งอ้างอิง เช่น ชื่อระเบียบ คู่มือ หรือหน่วยงานที่ยืนยัน
2. คำใดไม่ถูกต้อง ให้แจ้งรหัสพร้อมคำที่ควรใช้และแหล่งอ้างอิง
3. ผู้ดูแลระบบแก้ไขหนึ่งบรรทัดต่อหนึ่งคำในแฟ้มข้อมูลที่ระบุไว้เหนือตาราง คือแก้คำในช่อง `thai`
   ใส่แหล่งอ้างอิงในช่อง `source` และเปลี่ยนช่อง `confirmed` เป็น `yes` แล้วสั่ง `make docs` คำนั้นจะหายไปจากหน้านี้

รหัสในช่อง `code` ไม่ต้องแก้ไข เพื่อให้แฟ้มที่ส่งออกไว้แล้วยังอ่านได้เหมือนเดิม

The Thai words below were found in none of the sources: the developers wrote them. An officer who knows the words in use
should look at them before they stand in an official paper.

1. Where a word is right, name its `code` and what says so: a regulation, a handbook, the office that confirms it.
2. Where it is wrong, give the word in use with its source.
3. Each is one line in the data file named above its table: the word goes into the column `thai`, what confirms it into
   `source`, and `yes` into `confirmed`. After `make docs` the word is gone from this page.

Codes stay as they are: files that were exported earlier keep their meaning.
"""


def unconfirmed() -> Iterator[tuple[str, dict[str, str]]]:
    """Data file and line of each word that nobody has confirmed, in every data file that has such a column."""
    for path in sorted(_PACKAGE.glob("**/data/*.csv")):
        name = path.relative_to(_PACKAGE.parent).as_posix()
        rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
        if "confirmed" in (rows.fieldnames or ()):
            yield from ((name, row) for row in rows if row["confirmed"] == "no")


def terms_page() -> str:
    """The whole document."""
    words = list(unconfirmed())
    parts = [_INTRODUCTION.strip(), f"รวม {len(words)} คำ · {len(words)} terms in all."]
    for (name, group), found in groupby(words, key=lambda one: (one[0], one[1].get("set", ""))):
        rows = [(f"`{row['code']}`", row["thai"], row["english"], row["source"]) for _, row in found]
        columns = dict.fromkeys(place.shown for place in places_of_words(group))
        parts += [f"## `{group}`" if group else f"## {name}", f"[{name}](../{name})"]
        if columns:
            parts.append("ใช้ในแผ่นงาน · used in: " + "; ".join(columns))
        parts.append(table(("code", "ไทย", "English", "แหล่งที่มา · source"), rows))
    return page(*parts)
