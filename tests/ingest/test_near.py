"""What was probably meant is proposed, and nothing far-fetched."""

from network_service.ingest.near import NearNames, nearest

NAMES = ["สำนักงานสาธารณสุขจังหวัด", "สำนักงานเกษตรจังหวัด", "ชมรมผู้สูงอายุ", "หอการค้าจังหวัด"]


def test_the_nearest_name_comes_first():
    assert nearest("สำนักงานสาธารณะสุขจังหวัด", NAMES)[0] == "สำนักงานสาธารณสุขจังหวัด"
    assert NearNames(NAMES).nearest("ชมรมผู้สูงอายุฯ") == ("ชมรมผู้สูงอายุ",)


def test_nothing_is_proposed_for_what_resembles_nothing():
    assert nearest("xyz", NAMES) == ()
    assert NearNames(NAMES).nearest("xyz") == ()


def test_at_most_three_are_proposed():
    assert len(NearNames([f"ชมรม {number}" for number in range(50)]).nearest("ชมรม 5")) == 3
