"""Two times: what held in the world on a day, and what was known at a revision."""

from datetime import date

from tests.store.records import DAY, PROVINCE, changed, collaboration, node, organization, put

OFFICE, CLUB = organization("สำนักงานตัวอย่าง"), organization("ชมรมตัวอย่าง")


def test_versions_keep_the_revisions_that_brought_and_superseded_them(store):
    put(store, OFFICE)
    put(store, CLUB)
    put(store, changed(OFFICE, note="แก้"))
    put(store, changed(OFFICE, note="แก้อีก"))
    assert [
        (found.record.note, found.version, found.revision, found.superseded) for found in store.history(OFFICE.id)
    ] == [(None, 1, 1, 3), ("แก้", 2, 3, 4), ("แก้อีก", 3, 4, None)]


def test_each_revision_is_read_as_it_was(store):
    put(store, OFFICE)
    put(store, CLUB, collaboration(OFFICE.name, CLUB.name, frequency=2))
    put(store, changed(OFFICE, note="แก้"), collaboration(OFFICE.name, CLUB.name, frequency=5))

    def known(revision):
        return {found.record.id: found.version for found in store.records(revision=revision)}

    tie = collaboration(OFFICE.name, CLUB.name)
    assert known(0) == {}
    assert known(1) == {OFFICE.id: 1}
    assert known(2) == {OFFICE.id: 1, CLUB.id: 1, tie.id: 1}
    assert known(3) == {OFFICE.id: 2, CLUB.id: 1, tie.id: 2} == known(None)
    assert store.get(OFFICE.id, revision=2).record == OFFICE
    assert store.get(CLUB.id, revision=1) is None
    assert [n.record.frequency for n in store.neighbours(OFFICE.id, revision=2)] == [2]
    scanned = {
        revision: store.scan(["collaborates_with"], ["frequency"], provinces=[PROVINCE], as_of=DAY, revision=revision)
        for revision in (1, 2, 3, None)
    }
    assert [columns["frequency"] for columns in scanned.values()] == [[], [2], [5], [5]]


def test_an_ending_is_known_only_from_its_revision_on(store):
    put(store, OFFICE)
    put(store, changed(OFFICE, valid_to=date(2026, 9, 1)))
    assert [found.record.id for found in store.records(as_of=DAY, revision=1)] == [OFFICE.id]
    assert list(store.records(as_of=DAY, revision=2)) == []
    assert [found.record.id for found in store.records(as_of=date(2026, 8, 31))] == [OFFICE.id]


def test_a_record_is_found_under_the_province_and_kind_it_had_then(store):
    group = node("group", "กลุ่มออมทรัพย์")
    put(store, group)
    put(store, organization(group.name, province="TH-97"))
    assert [found.record.kind for found in store.records(province=PROVINCE, kinds=["group"], revision=1)] == ["group"]
    assert list(store.records(province=PROVINCE, revision=2)) == []
    assert [found.record.kind for found in store.records(province="TH-97")] == ["organization"]
