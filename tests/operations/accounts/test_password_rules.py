"""Which passwords are taken."""

import re

import pytest

from network_service.errors import InputError
from network_service.operations.accounts.password_rules import one_time_password, require_good_password


@pytest.mark.parametrize(
    "password",
    [
        "ช้างสามเชือกข้ามห้วย",
        "three elephants cross",
        "ปลาว่ายทวนน้ำในคลอง",
        "k7#mQ2vLx9!p",
        "847362951038",
        "somchai likes mango",  # more than the name
        "a" * 10 + "bcdefg",
    ],
)
def test_what_is_long_and_not_common_is_taken_without_rules_on_its_signs(password: str):
    require_good_password(password, "somchai")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "short"),
        ("elevensigns", "short"),
        ("   spaces    ", "short"),
        ("Somchai.Jaidee", "is_name"),
        ("somchai.jaidee2569!", "is_name"),
        ("qwertyuiopas", "common"),
        ("Password1234", "common"),
        ("!!PASSWORD!!2569", "common"),
        ("123456789012", "common"),
        ("111111111111", "common"),
        ("abcabcabcabc", "common"),
        ("กขคกขคกขคกขค", "common"),
        ("ๅ/-ภถุึคตจๅ/", "common"),
        ("ๆไำพะัีรนย12", "common"),  # a row of keys
        ("ยฟหหไนพก2569", "common"),  # "password" on a Thai keyboard
        ("รหัสผ่านของฉัน", "common"),
        ("รหัสผ่าน123456", "common"),
        ("isylzjko256900", "common"),  # the Thai word on a Latin keyboard
        ("x" * 1_025, "long"),
    ],
)
def test_what_is_short_the_name_or_common_is_refused(password: str, code: str):
    with pytest.raises(InputError) as refused:
        require_good_password(password, "somchai.jaidee")
    assert refused.value.code == f"account.password_{code}"


def test_one_time_passwords_are_long_readable_and_never_the_same():
    made = {one_time_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}", one) for one in made)
    for one in list(made)[:20]:
        require_good_password(one, "somchai")
