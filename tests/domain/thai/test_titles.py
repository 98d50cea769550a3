"""The data file of titles is whole and says nothing twice."""

from collections import Counter

import pytest

from network_service.domain.thai.text import canonical
from network_service.domain.thai.titles import title_forms, titles

KINDS = {"civil", "rank", "academic", "profession", "royal", "monastic", "honorific"}
LISTED = (
    "นาย นาง นางสาว ด.ช. ด.ญ. ร้อยตรี "
    "ร.ต. ร.ท. ร.อ. พ.ต. พ.ท. พ.อ. พล.จ. พล.ต. พล.ท. พล.อ. "
    "น.ต. น.ท. น.อ. พล.ร.ต. พล.ร.ท. พล.ร.อ. พล.อ.ต. พล.อ.ท. พล.อ.อ. "
    "ร.ต.ต. ร.ต.ท. ร.ต.อ. พ.ต.ต. พ.ต.ท. พ.ต.อ. พล.ต.ต. พล.ต.ท. พล.ต.อ. ด.ต. จ.ส.ต. ส.ต.ต. ส.ต.ท. ส.ต.อ. "
    "ผศ. รศ. ศ. ดร. ผู้ช่วยศาสตราจารย์ รองศาสตราจารย์ ศาสตราจารย์ "
    "ม.ล. ม.ร.ว. หม่อมหลวง หม่อมราชวงศ์ พระ พระครู พระมหา "
)


@pytest.mark.parametrize("spelling", LISTED.split())
def test_every_title_of_the_domain_dictionary_is_known(spelling: str):
    assert title_forms()[spelling].kept == spelling


def test_codes_are_unique_and_kinds_are_known():
    assert [code for code, count in Counter(title.code for title in titles()).items() if count > 1] == []
    assert {title.kind for title in titles()} == KINDS


def test_every_title_has_a_spelling_and_all_are_in_canonical_form():
    for title in titles():
        spellings = [spelling for spelling in (title.thai, title.short, *title.other, title.english) if spelling]
        assert spellings
        assert all(canonical(spelling) == spelling for spelling in spellings)
        assert len(set(spellings)) == len(spellings)


def test_a_full_thai_word_means_one_title_and_has_no_dot():
    words = [title.thai for title in titles() if title.thai]
    assert len(set(words)) == len(words)
    assert not any("." in word for word in words)


def test_a_shared_spelling_means_titles_of_one_kind():
    for written, form in title_forms().items():
        kinds = {title.kind for title in titles() if written in (title.thai, title.short, *title.other)}
        assert kinds <= {form.kind}


def test_a_left_out_last_dot_is_put_back():
    assert title_forms()["พ.ต.อ"].kept == "พ.ต.อ."
    assert not title_forms()["พ.ต.อ"].joins


def test_abbreviations_are_told_from_words():
    assert title_forms()["ดร."].abbreviated
    assert title_forms()["พลฯ"].abbreviated
    assert not title_forms()["นาย"].abbreviated
    assert title_forms()["ดร"].ends_open
    assert not title_forms()["พ.อ.(พิเศษ)"].ends_open
