"""Days as people write them: one certain day, or a refusal that says why."""

import pickle
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network_service.domain.thai.dates import (
    DateFault,
    fiscal_year,
    format_date,
    from_buddhist_year,
    parse_date,
    to_buddhist_year,
)
from network_service.domain.thai.digits import to_thai
from tests.domain.thai.writing import hostile_texts

READ: list[tuple[object, str]] = [
    ("2026-01-15", "2026-01-15"),
    ("2569-01-15", "2026-01-15"),
    ("2569-1-5", "2026-01-05"),
    ("๒๕๖๙-๐๑-๑๕", "2026-01-15"),
    ("2569-01-15 00:00:00", "2026-01-15"),
    ("2026-01-15T00:00:00", "2026-01-15"),
    ("15/1/2026", "2026-01-15"),
    ("15/01/2569", "2026-01-15"),
    ("15/01/2569 0:00:00", "2026-01-15"),
    ("1/2/2569", "2026-02-01"),  # day first, always
    ("12/11/2026", "2026-11-12"),
    ("15-1-2569", "2026-01-15"),
    ("15.1.2569", "2026-01-15"),
    ("15 / 1 / 2569", "2026-01-15"),
    ("๑๕/๑/๒๕๖๙", "2026-01-15"),
    (" 15/1/2569\u00a0", "2026-01-15"),
    ("15 มกราคม 2569", "2026-01-15"),
    ("15 มกราคม 2026", "2026-01-15"),
    ("15 มกราคม พ.ศ. 2569", "2026-01-15"),
    ("15 มกราคม พ.ศ.2569", "2026-01-15"),
    ("15 มกราคม พศ 2569", "2026-01-15"),
    ("15 มกราคม ค.ศ. 2026", "2026-01-15"),
    ("วันที่ 15 มกราคม 2569", "2026-01-15"),
    ("วันที่ ๑๕ มกราคม พ.ศ. ๒๕๖๙", "2026-01-15"),
    ("วันที่ 15 เดือน มกราคม พ.ศ. 2569", "2026-01-15"),
    ("15 ม.ค. 2569", "2026-01-15"),
    ("15 ม.ค. 69", "2026-01-15"),
    ("15 ม.ค. ๖๙", "2026-01-15"),
    ("15 มค 69", "2026-01-15"),
    ("15ม.ค.69", "2026-01-15"),
    ("15-ม.ค.-69", "2026-01-15"),
    ("15/ม.ค./2569", "2026-01-15"),
    ("15 ม. ค. 2569", "2026-01-15"),
    ("28 ก.พ. 2568", "2025-02-28"),
    ("29 กุมภาพันธ\u0e4c 2567", "2024-02-29"),
    ("1 มี.ค. 68", "2025-03-01"),
    ("30 เม.ย. 2568", "2025-04-30"),
    ("31 พ.ค. 2568", "2025-05-31"),
    ("1 มิ.ย. 2568", "2025-06-01"),
    ("1 ก.ค. 2568", "2025-07-01"),
    ("1 ส.ค. 2568", "2025-08-01"),
    ("1 ก.ย. 2568", "2025-09-01"),
    ("1 ต.ค. 2568", "2025-10-01"),
    ("1 พ.ย. 2568", "2025-11-01"),
    ("31 ธันวาคม 2568", "2025-12-31"),
    ("15 Jan 2026", "2026-01-15"),
    ("15 january 2026", "2026-01-15"),
    ("15 Sept. 2026", "2026-09-15"),
    ("15-Jan-2026", "2026-01-15"),
    ("15 January 2569", "2026-01-15"),
    ("January 15, 2026", "2026-01-15"),
    ("jan. 15 2569", "2026-01-15"),
    ("วันพฤหัสบดีที่ ๑๕ มกราคม พ.ศ. ๒๕๖๙", "2026-01-15"),
    ("2569/01/15", "2026-01-15"),
    ("2026.1.15", "2026-01-15"),
    ("2569-01-15 13:45:00", "2026-01-15"),  # no zone: the day as written
    ("15/1/2569 23:59 น.", "2026-01-15"),
    ("2026-01-15T23:59:59.999+07:00", "2026-01-15"),
    ("2026-01-14T17:00:00Z", "2026-01-15"),  # midnight in Thailand
    ("2026-01-14T16:59:59Z", "2026-01-14"),
    ("2024-02-28T17:00Z", "2024-02-29"),
    ("2025-02-28 17:00Z", "2025-03-01"),
    ("2026-01-15T00:30+14:00", "2026-01-14"),
    ("2026-01-14T23:30-0800", "2026-01-15"),
    ("46037", "2026-01-15"),  # as Excel saves a day without its format
    (" ๔๖๐๓๗.75 ", "2026-01-15"),
    ("29/2/2567", "2024-02-29"),
    ("31/12/2942", "2399-12-31"),
    ("31/12/2399", "2399-12-31"),  # the last year that is not Buddhist by itself
    ("1/1/2400", "1857-01-01"),
    (date(2026, 1, 15), "2026-01-15"),
    (date(2569, 1, 15), "2026-01-15"),
    (datetime(2569, 1, 15, 23, 59), "2026-01-15"),
    (datetime(2567, 2, 28), "2024-02-28"),
    (datetime(2026, 1, 14, 17, 0, tzinfo=UTC), "2026-01-15"),  # midnight in Thailand
    (datetime(2026, 1, 14, 16, 59, tzinfo=UTC), "2026-01-14"),
    (46037, "2026-01-15"),  # as Excel and LibreOffice count
    (46037.75, "2026-01-15"),
    (45292, "2024-01-01"),
    (20_000, "1954-10-03"),
    (80_000, "2119-01-11"),
]

REFUSED: list[tuple[object, str]] = [
    ("15/1/69", "date.ambiguous_year"),
    ("15/1/26", "date.ambiguous_year"),
    ("15-01-69", "date.ambiguous_year"),
    ("69-01-15", "date.ambiguous_year"),
    ("15.1.69", "date.ambiguous_year"),
    ("15 Jan 26", "date.ambiguous_year"),
    ("15 ม.ค. ค.ศ. 69", "date.ambiguous_year"),
    ("15 ม.ค. พ.ศ. 2026", "date.ambiguous_year"),  # the era and the year contradict each other
    ("15 ม.ค. ค.ศ. 2569", "date.ambiguous_year"),
    ("0069-01-15", "date.ambiguous_year"),
    ("15/1/0069", "date.ambiguous_year"),
    (date(69, 1, 15), "date.ambiguous_year"),
    ("9999-12-31", "date.ambiguous_year"),  # "for ever" in other systems
    ("1/1/2943", "date.ambiguous_year"),  # 2400 itself would be read back as Buddhist
    ("29/2/2568", "date.no_such_day"),
    ("29 ก.พ. 2568", "date.no_such_day"),
    ("29 กุมภาพันธ์ 68", "date.no_such_day"),
    ("2568-02-29", "date.no_such_day"),
    (date(2568, 2, 29), "date.no_such_day"),  # 2568 is a leap year, 2025 is none
    ("31/4/2569", "date.no_such_day"),
    ("1/15/2026", "date.no_such_day"),  # month first
    ("0/1/2569", "date.no_such_day"),
    ("15/0/2569", "date.no_such_day"),
    ("32 ม.ค. 2569", "date.no_such_day"),
    ("", "date.not_a_date"),
    ("-", "date.not_a_date"),
    ("ไม่ทราบ", "date.not_a_date"),
    ("2569", "date.not_a_date"),
    ("ม.ค. 2569", "date.not_a_date"),
    ("15 ม.ค.", "date.not_a_date"),
    ("15 พ.ศ. 2569", "date.not_a_date"),
    ("15 มกรา 2569", "date.not_a_date"),
    ("15/1-2569", "date.not_a_date"),
    ("2569/01-15", "date.not_a_date"),
    ("2569/15/01", "date.no_such_day"),
    ("วันศุกร์ที่ 15 มกราคม 2569", "date.no_such_day"),  # it was a Thursday
    ("2026-01-15T24:00:00", "date.not_a_date"),
    ("2026-01-15 13:60", "date.not_a_date"),
    ("2026-01-15T13:00+99:00", "date.not_a_date"),
    ("2026-01-15T13:00 x", "date.not_a_date"),
    ("2399-12-31T17:00Z", "date.ambiguous_year"),  # in Thailand 2400 has begun
    ("15/1/256", "date.not_a_date"),
    ("15/1/25690", "date.not_a_date"),
    ("January 15, 26", "date.not_a_date"),
    ("15 มกราคม, 2026, 2027", "date.not_a_date"),
    ("4603", "date.not_a_date"),
    ("19999", "date.not_a_date"),
    ("50300.5.1", "date.not_a_date"),
    ("20260115", "date.not_a_date"),
    ("15 ม.ค. 2569 - 16 ม.ค. 2569", "date.not_a_date"),
    (19_999, "date.not_a_date"),
    (80_000.5, "date.not_a_date"),
    (2569, "date.not_a_date"),
    (-1, "date.not_a_date"),
    (float("nan"), "date.not_a_date"),
    (float("inf"), "date.not_a_date"),
    (True, "date.not_a_date"),
    (None, "date.not_a_date"),
]

DAYS = st.dates(date(1857, 1, 1), date(2399, 12, 31))


@pytest.fixture(params=["UTC", "Asia/Bangkok", "America/Los_Angeles"])
def _machine_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_machine_zone")
@pytest.mark.parametrize(("value", "day"), READ, ids=lambda value: repr(value))
def test_a_day_is_read_the_same_wherever_the_machine_is(value: object, day: str):
    assert parse_date(value).isoformat() == day


@pytest.mark.parametrize(("value", "code"), REFUSED, ids=lambda value: repr(value))
def test_what_is_not_one_certain_day_is_refused_with_the_reason(value: object, code: str):
    with pytest.raises(DateFault) as refused:
        parse_date(value)
    assert refused.value.code == code
    if isinstance(value, str):
        assert refused.value.text == value


def test_what_is_read_is_a_plain_date():
    assert type(parse_date(datetime(2026, 1, 15, 8, 30))) is date
    assert type(parse_date("15/1/2569")) is date


def test_a_fault_is_a_value_error_that_survives_the_way_between_processes():
    fault = DateFault("date.ambiguous_year", "15/1/69")
    copied = pickle.loads(pickle.dumps(fault))
    assert type(copied) is DateFault
    assert issubclass(DateFault, ValueError)
    assert (copied.code, copied.text, str(copied)) == (fault.code, fault.text, "date.ambiguous_year: 15/1/69")


@given(hostile_texts | st.from_regex(r"[0-9๐-๙]{1,4}[-/. ][0-9๐-๙]{1,4}[-/. ][0-9๐-๙]{1,4}", fullmatch=True))
def test_any_text_is_a_day_or_a_fault(text: str):
    try:
        day = parse_date(text)
    except DateFault:
        return
    assert parse_date(day.isoformat()) == day
    assert day.year >= 1000


def test_a_day_is_shown_in_the_era_of_the_language():
    day = date(2026, 1, 15)
    assert format_date(day, "th") == "15 มกราคม 2569"
    assert format_date(day, "th", style="short") == "15 ม.ค. 2569"
    assert format_date(day, "th", thai_digits=True) == "๑๕ มกราคม ๒๕๖๙"
    assert format_date(day, "en") == "15 January 2026"
    assert format_date(day, "en", style="short") == "15 Jan 2026"
    assert format_date(day, "en", thai_digits=True) == "15 January 2026"


@given(DAYS, st.sampled_from(["th", "en"]), st.sampled_from(["long", "short"]), st.booleans())
def test_what_is_shown_reads_as_the_same_day(day: date, language, style, thai_digits: bool):
    assert parse_date(format_date(day, language, style=style, thai_digits=thai_digits)) == day


@given(DAYS)
def test_a_day_written_in_numbers_reads_as_the_same_day_in_either_era(day: date):
    for year in (day.year, day.year + 543):
        written = f"{day.day}/{day.month}/{year}"
        assert parse_date(written) == parse_date(to_thai(written)) == day
        assert parse_date(f"{year}-{day.month:02}-{day.day:02}") == day


@given(st.integers(20_000, 80_000))
def test_serials_count_days(serial: int):
    assert parse_date(serial) - parse_date(20_000) == timedelta(days=serial - 20_000)


def test_the_buddhist_year_is_543_ahead():
    assert to_buddhist_year(2026) == 2569
    assert from_buddhist_year(2569) == 2026


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 9, 30), 2568),
        (date(2025, 10, 1), 2569),
        (date(2025, 12, 31), 2569),
        (date(2026, 1, 1), 2569),
        (date(2026, 9, 30), 2569),
        (date(2026, 10, 1), 2570),
    ],
)
def test_the_fiscal_year_begins_in_october_of_the_year_before(day: date, year: int):
    assert fiscal_year(day) == year
