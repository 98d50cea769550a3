"""Write the empty workbook that offices fill in."""

from pathlib import Path

from network_service.documents.template import write_template as write
from network_service.domain.principal import Principal
from network_service.operations.access import permit


def write_template(principal: Principal, out: Path, language: str) -> None:
    """Write it in Thai or English; whoever may use the service may have one, as nothing of a province is in it."""
    permit(principal, "template")
    write(out, language)
