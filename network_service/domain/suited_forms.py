"""Which form of participation suits an office's mission, and which a public service, as the source report has it."""

from functools import cache

from network_service.domain.data_rows import data_rows


def form_for_mission(mission_type: str) -> str:
    """The `participation_form` for a type of mission (3.2); `KeyError` for an unknown one."""
    return _forms("mission_type")[mission_type][0]


def forms_for_service(service_nature: str) -> tuple[str, ...]:
    """The `interaction_form`s that suit a nature of public service (chapter 1); `KeyError` for an unknown one."""
    return _forms("service_nature")[service_nature]


@cache
def _forms(of: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in data_rows("suited_forms"):
        if row["of"] == of:
            found[row["code"]] = (*found.get(row["code"], ()), row["form"])
    return found
