"""Every operation x every role x own or other province x there or not: who may, who may not, and who hears nothing."""

from pathlib import Path

import pytest

from network_service.domain.principal import Principal, Role
from network_service.errors import InputError, NetworkServiceError, NotPermitted, UnknownRecord
from network_service.operations.access import MAY
from tests.operations.calls import CALLS, Call, Scope, Target, operation_of
from tests.operations.worlds import EMPTY, HERE, NOWHERE, SECRET, THERE, asking, missing, prepare, world

ROLES = [role.value for role in Role]
SLOW = frozenset({"sample", "template", "analyse", "compare", "import", "preview_import"})
"""What takes a second and more: of these, one permitted role goes through the provinces."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Target]]:
    path = tmp_path_factory.mktemp("prepared") / "network.sqlite"
    return path, prepare(path)


class Cells:
    """Calls one operation as one role, each time in a fresh world where it writes."""

    def __init__(self, prepared: tuple[Path, dict[str, Target]], folder: Path, operation: str, role: str):
        self.path, self.targets = prepared
        self.folder, self.call, self.role = folder, CALLS[operation], role
        self.count = 0

    def ask(self, target: Target, *, everywhere: bool = False) -> tuple[object, NetworkServiceError | None]:
        self.count += 1
        with world(self.path, self.folder / f"{self.role}-{self.count}") as here:
            try:
                return self.call.run(here, asking(self.role, everywhere=everywhere), target), None
            except NetworkServiceError as error:
                return None, error


def hides(error: NetworkServiceError | None) -> bool:
    """Whether an error is one that an outside object gives: both are told to clients as 404."""
    return isinstance(error, UnknownRecord) or (isinstance(error, NotPermitted) and error.code == "access.province")


def test_every_operation_is_declared_here_and_nothing_else():
    assert set(map(operation_of, CALLS)) == MAY.keys()


@pytest.mark.parametrize("operation", CALLS)
def test_roles_that_are_not_named_for_it_are_refused_whatever_it_is_about(operation, prepared, tmp_path):
    _, targets = prepared
    for role in ROLES:
        if Role(role) in MAY[operation_of(operation)]:
            continue
        cells = Cells(prepared, tmp_path, operation, role)
        with world(prepared[0], tmp_path / role) as here:
            for target in (targets[HERE], targets[THERE], missing(EMPTY), missing(NOWHERE)):
                for everywhere in (False, True):
                    with pytest.raises(NotPermitted, match=r"access\.role"):
                        cells.call.run(here, asking(role, everywhere=everywhere), target)
            assert here.store.revision() == 4


@pytest.mark.parametrize("operation", CALLS)
def test_who_has_no_role_is_refused_everything(operation, prepared, tmp_path):
    path, targets = prepared
    nobody = Principal("nobody", frozenset(), None, targets[HERE].person)
    with world(path, tmp_path) as here, pytest.raises(NotPermitted, match=r"access\.role"):
        CALLS[operation].run(here, nobody, targets[HERE])


@pytest.mark.parametrize("operation", CALLS)
def test_roles_that_are_named_for_it_get_an_answer_within_reach_and_hear_nothing_beyond(operation, prepared, tmp_path):
    _, targets = prepared
    named = [role for role in ROLES if Role(role) in MAY[operation_of(operation)]]
    for role in named[:1] if operation in SLOW else named:
        check(Cells(prepared, tmp_path, operation, role), CALLS[operation], targets, operation)


def check(cells: Cells, call: Call, targets: dict[str, Target], operation: str) -> None:
    answers = {}
    for place, target in {"own": targets[HERE], "other": targets[THERE], "no": missing(NOWHERE)}.items():
        answers[place] = cells.ask(target)
        if target.province != HERE or call.scope is Scope.ALL:
            assert f"{SECRET}{THERE}" not in f"{answers[place]!r}", (operation, cells.role, place)
    (_, own), (_, other), (_, no) = answers["own"], answers["other"], answers["no"]
    if call.scope is Scope.ALL:
        assert (own, other, no) == (None, None, None), (operation, cells.role)
    elif call.scope is Scope.APART:
        assert all(error is None or error.code != "access.role" for error in (own, other, no)), (operation, cells.role)
    elif call.scope is Scope.WHOLE:
        assert {error and error.code for error in (own, other, no)} == {"access.whole_store"}
        assert cells.ask(targets[HERE], everywhere=True)[1] is None
    else:
        if call.scope is not Scope.OWN or cells.role == "member":
            assert own is None or unseen(operation, own), (operation, cells.role, own)
        assert hides(other), (operation, cells.role, other)
        assert (type(other), other.code) == (type(no), no.code), (operation, cells.role)
        _, empty = cells.ask(missing(EMPTY))
        assert empty is None or isinstance(empty, InputError) or unseen(operation, empty), (operation, empty)
        if call.scope is Scope.RECORD:
            assert isinstance(empty, UnknownRecord), (operation, cells.role, empty)


def unseen(operation: str, error: NetworkServiceError) -> bool:
    """What fails within reach for another reason than permission: a sample is of few provinces and overwrites none."""
    return operation == "sample" and error.code in ("sample.province_taken", "sample.unknown_province")
