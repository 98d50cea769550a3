"""Names by construction: a kind of office or group, a number in words, an invented district."""

from network_service.domain.vocabulary import Sector

_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_KINDS = {
    Sector.STATE: (("organization", "สำนักงานราชการสมมุติที่"), ("organization", "ที่ทำการสมมุติที่")),
    Sector.CIVIL_SOCIETY: (("organization", "สมาคมสมมุติที่"), ("group", "ชมรมสมมุติที่")),
    Sector.COMMUNITY: (("group", "กลุ่มชุมชนสมมุติที่"), ("organization", "สภาองค์กรชุมชนสมมุติที่")),
    Sector.BUSINESS: (("organization", "บริษัทสมมุติที่"), ("group", "กลุ่มผู้ค้าสมมุติที่")),
    Sector.ACADEMIC: (("organization", "วิทยาลัยสมมุติที่"), ("organization", "ศูนย์วิชาการสมมุติที่")),
    Sector.CITIZEN: (("group", "กลุ่มพลเมืองสมมุติที่"), ("group", "กลุ่มเยาวชนสมมุติที่")),
    Sector.POLITICAL: (("group", "กลุ่มสมาชิกสภาสมมุติที่"), ("group", "ชมรมสมาชิกสภาสมมุติที่")),
    Sector.OTHER_STAKEHOLDER: (("organization", "องค์กรสมมุติที่"), ("group", "เครือข่ายสมมุติที่")),
}
_WORDS = ("ธาร", "ทุ่ง", "ลม", "ฝน", "ดิน", "ดาว", "เมฆ", "นา")
_ENDINGS = ("สมมุติ", "ตัวอย่าง", "ทดลอง")


def in_words(number: int) -> str:
    """A whole number from 1 to 999 as Thai says it.

    >>> in_words(121)
    'หนึ่งร้อยยี่สิบเอ็ด'
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}ร้อย" if hundreds else ""
    if tens:
        text += {1: "สิบ", 2: "ยี่สิบ"}.get(tens, f"{_DIGITS[tens]}สิบ")
    return text + ("เอ็ด" if ones == 1 and number > 1 else _DIGITS[ones])


def actor_name(sector: Sector, number: int) -> tuple[str, str]:
    """Level and name of the actor of a number, from 1, of a sector."""
    kinds = _KINDS[sector]
    kind, words = kinds[number % len(kinds)]
    return kind, f"{words} {number}"


def person_name(number: int) -> tuple[str, str]:
    """Given name and family name of the person of a number: each says by itself that it is no real one."""
    word, ending = _WORDS[number % len(_WORDS)], _ENDINGS[number % len(_ENDINGS)]
    return f"คนที่{in_words(number)}", f"{word}{in_words(number)}{ending}"


def district_name(number: int) -> str:
    """Name of a district."""
    return f"สมมุติ{in_words(number)}"
