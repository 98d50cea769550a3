"""Parameters in words: terms, lists, days and shares."""

from datetime import date

from network_service.messages import messages_in
from network_service.process.condition import Condition, Responsible
from network_service.process.judging import State
from network_service.process.wording import condition_sentence, condition_title, in_words

EN, TH = messages_in("en"), messages_in("th")


def test_codes_are_put_into_the_readers_terms() -> None:
    told = in_words({"sectors": ("state", "academic"), "level": ("person",), "sector": "business", "names": ("ก",)}, EN)
    assert told["sectors"] == "government and academia"
    assert (told["level"], told["sector"], told["names"]) == ("person", "business", "ก")
    assert told["all"] == "government, academia and ก"


def test_a_long_list_says_how_many_more_there_are_and_an_empty_one_is_a_dash() -> None:
    told = in_words({"names": tuple("abcdefg"), "issues": ()}, EN)
    assert (told["names"], told["issues"]) == ("a, b, c, d, e and 2 more", "–")


def test_what_is_not_known_is_said_so_and_numbers_stay_numbers() -> None:
    told = in_words({"name": None, "count": 3, "value": 0.25, "day": date(2026, 1, 15)}, TH)
    assert (told["name"], told["count"], told["value"]) == ("ยังไม่ทราบ", 3, 0.25)
    assert told["value_percent"] == 25.0
    assert told["day"] == "15 มกราคม 2569"


def test_where_all_is_as_asked_for_the_title_says_it() -> None:
    whole = Condition("body_chairs", State.TRUE, 5, 5, Responsible.GOVERNORS_OFFICE)
    assert condition_sentence(whole, EN) == condition_title(whole, EN) == "Each body has a chair"
    part = Condition("manager_reach", State.TRUE, 0.837, 0.8, Responsible.NETWORK_MANAGER, parameters={"name": "ก"})
    assert "83.7%" in condition_sentence(part, EN)
    assert "ร้อยละ 83.7" in condition_sentence(part, TH)
