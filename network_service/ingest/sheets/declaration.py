"""All sheets of our workbook, in the order in which an office fills them."""

from network_service.ingest.sheets.core_sheets import CORE_SHEETS
from network_service.ingest.sheets.formal_sheets import FORMAL_SHEETS
from network_service.ingest.sheets.member_sheets import MEMBER_SHEETS
from network_service.ingest.sheets.merged_sheets import MERGED_SHEETS
from network_service.ingest.sheets.participation_sheets import PARTICIPATION_SHEETS
from network_service.ingest.sheets.structure_sheets import STRUCTURE_SHEETS
from network_service.ingest.sheets.work_sheets import WORK_SHEETS

SHEETS = (
    *CORE_SHEETS,
    *MEMBER_SHEETS,
    *FORMAL_SHEETS,
    *STRUCTURE_SHEETS,
    *WORK_SHEETS,
    *PARTICIPATION_SHEETS,
    *MERGED_SHEETS,
)
"""The sheets of the workbook, by the building step that first asks for them; last those that only exports have."""

STEPS = range(1, 8)
"""The seven building steps (source report 3.4.7); each has a template of its own."""
