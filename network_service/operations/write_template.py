"""Write the empty workbook that offices fill in: the core, or what a building step asks for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from network_service.documents.choice_lists import LONGEST_LIST
from network_service.documents.record_rows import RecordRows
from network_service.documents.template import CORE, EVERY_STEP, Beginning, sheets_of
from network_service.documents.template import write_template as write
from network_service.documents.workbook_layout import Row
from network_service.domain.nodes import Area
from network_service.domain.principal import Principal
from network_service.domain.record import Record
from network_service.domain.vocabulary import AreaLevel, label
from network_service.errors import UsageError
from network_service.ingest.sheets.declaration import SHEETS, STEPS
from network_service.messages import messages_in
from network_service.operations.access import permit
from network_service.reference.districts import DATA_CREDIT, districts
from network_service.reference.provinces import SYNTHETIC, is_synthetic, province, standard_code
from network_service.store.base import StoreReader

_NETWORKS = frozenset({"province_network"})


@dataclass(frozen=True, slots=True)
class TemplateOptions:
    """Which template: of the building steps, of all sheets, else the core's.

    For a `province` it begins with what is known of that. Records that ended by `day` are not offered.
    """

    day: date
    language: str = "th"
    steps: tuple[int, ...] = ()
    all_sheets: bool = False
    province: str | None = None


def write_template(
    principal: Principal, out: Path, options: TemplateOptions, store: StoreReader | None = None
) -> tuple[str, ...]:
    """Write it, and say the codes of its sheets.

    Whoever may use the service may have an empty one; one with the names of a province is for those who may export it.
    `UsageError` where a file of that name is there: under the name that is the default it is the one filled in.
    """
    permit(principal, "template")
    steps = _steps(options)
    if out.exists():
        raise UsageError("template.exists", path=str(out))
    write(out, options.language, steps, _beginning(principal, options, store))
    return tuple(sheet.code for sheet in sheets_of(steps))


def _steps(options: TemplateOptions) -> Collection[int]:
    if options.all_sheets and options.steps:
        raise UsageError("template.step_or_all")
    unknown = [step for step in options.steps if step not in STEPS]
    if unknown:
        raise UsageError("template.unknown_step", step=unknown[0])
    return EVERY_STEP if options.all_sheets else frozenset(options.steps) or (CORE,)


def _beginning(principal: Principal, options: TemplateOptions, store: StoreReader | None) -> Beginning:
    if options.province is None:
        return Beginning()
    code = _code(options.province)
    records: list[Record] = []
    if store is not None and code in store.provinces():
        permit(principal, "export", code)
        records = [found.record for found in store.records(province=code)]
    content = RecordRows(records, options.language)
    network = next(sheet for sheet in SHEETS if sheet.code == "network")
    rows: dict[str, list[Row]] = {"network": list(content.rows(network)) or [{"province": code}]}
    messages = messages_in(options.language)
    lines = [messages.text("template.for_province", province=code)] if records else []
    asked = {sheet.code for sheet in sheets_of(_steps(options))}
    areas = _districts(code, records, options.language) if "areas" in asked else []
    if areas:
        rows["areas"] = areas
        lines.append(messages.text("template.districts", credit=DATA_CREDIT))
    # The network stands in the workbook, so that the lists have its name from there.
    return Beginning(
        rows,
        lambda kinds: content.names.offered(kinds - _NETWORKS, LONGEST_LIST, options.day),
        tuple(lines),
    )


def _code(text: str) -> str:
    """The province's code; `UnknownRecord` for one that neither is real nor kept for invented provinces."""
    code = standard_code(text)
    return code if code is not None and code in SYNTHETIC else province(text).code


def _districts(code: str, records: Collection[Record], language: str) -> list[Row]:
    """Rows for the districts of a real province that are not known yet; an invented one has none."""
    if is_synthetic(code):
        return []
    known = {record.area_code for record in records if isinstance(record, Area)}
    level = label("area_level", AreaLevel.DISTRICT, language)
    return [
        {"name": one.in_full(language), "area_level": level, "area_code": one.code}
        for one in districts(province(code))
        if one.code not in known
    ]
