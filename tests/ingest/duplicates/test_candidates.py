"""What is passed over in bulk is what letter by letter would find to be two things, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from network_service.ingest.duplicates.candidates import may_be_one_place, near_pairs
from network_service.ingest.duplicates.telling import Places, Told, told
from tests.domain.thai.writing import thai_texts

NOWHERE = Places([])


def pairs(*names: str, cutoff: int = 80) -> set[frozenset[str]]:
    """The near pairs of names, all asked for."""
    found = near_pairs([told(name, NOWHERE) for name in names], cutoff, [True] * len(names))
    return {frozenset((names[one], names[other])) for one, other in found}


def ratio(one: str, other: str) -> float:
    """Twice the letters of the longest common subsequence, of all letters: by the book."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = row
        row = [0]
        for place, there in enumerate(other):
            row.append(before[place] + 1 if letter == there else max(before[place + 1], row[-1]))
    return 200 * row[-1] / (len(one) + len(other)) if one or other else 100


def score(one: Told, other: Told) -> float:
    return max(ratio(one.compact.text, other.compact.text), ratio(one.sorted_words.text, other.sorted_words.text))


@given(
    st.lists(thai_texts | st.sampled_from(["กลุ่มทอผ้า", "กลุ่มทอผา", "กลุ่ม ทอผ้า ก"]), min_size=2, max_size=8, unique=True)
)
def test_every_pair_that_reaches_the_score_is_found_once(texts: list[str]):
    names = [told(text, NOWHERE) for text in texts]
    plain = [name for name in names if not name.numbers and not name.places]
    found = list(near_pairs(plain, 80, [True] * len(plain)))
    wanted = {
        (one, other) for one in range(len(plain)) for other in range(one) if score(plain[one], plain[other]) >= 80.001
    }
    assert wanted <= {(max(pair), min(pair)) for pair in found}
    assert len(found) == len({frozenset(pair) for pair in found})


def test_two_places_of_one_level_are_two_things_unless_a_letter_apart():
    assert pairs("ชมรมผู้สูงอายุตำบลริมยม", "ชมรมผู้สูงอายุตำบลริมคำ") == set()
    assert len(pairs("ชมรมผู้สูงอายุตำบลริมยม", "ชมรมผู้สูงอายุตำบลริมยาม")) == 1
    assert len(pairs("ชมรมผู้สูงอายุตำบลริมยม", "ชมรมผู้สูงอายุ")) == 1
    assert may_be_one_place("ริมยม", "ริมยาม")
    assert not may_be_one_place("เชียงใหม่", "เชียงราย")


def test_two_numbers_are_two_things():
    assert pairs("กลุ่มทอผ้าบ้านสวน 1", "กลุ่มทอผ้าบ้านสวน 2") == set()
    assert len(pairs("กลุ่มทอผ้าบ้านสวน", "กลุ่มทอผ้าบ้านสวน 2")) == 1


def test_of_a_family_of_near_names_only_the_nearest_are_kept():
    letters = "กขคงจชซญดถทธนบปพฟมยรลวสหอฮ"
    family = [f"กลุ่มทำของขายในงานประจำปีครั้งใหญ่{one}{other}" for one in letters for other in letters]
    assert len(pairs(*family)) <= 20 * len(family)
