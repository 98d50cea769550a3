from network_service.findings.listing import listed


def test_names_stand_in_the_order_of_the_thai_dictionary() -> None:
    # Leading vowels are sorted behind their consonant: ไก่ under ก, เขา under ข.
    assert listed("names", ["ฮูก", "เขา", "ไก่"], 5) == {"names": ("ไก่", "เขา", "ฮูก"), "names_more": 0}


def test_what_is_not_listed_is_counted() -> None:
    assert listed("names", "edcba", 2) == {"names": ("a", "b"), "names_more": 3}
    assert listed("names", "ab", 2)["names_more"] == 0
    assert listed("names", "", 2) == {"names": (), "names_more": 0}
