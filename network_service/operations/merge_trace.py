"""What is left of a node that is merged into another."""

from network_service.domain.merged import Merged
from network_service.domain.record import MAX_TEXT, Node
from network_service.domain.vocabulary import Visibility


def trace_of(gone: Node, kept: str, reason: str | None) -> Merged:
    """The record that leads from the id of the gone one to the kept one; it is seen by whom the gone one was."""
    return Merged(
        id=gone.id,
        province=gone.province,
        name=gone.display_name[:MAX_TEXT],
        was=gone.kind,
        into=kept,
        source_key=gone.source_key,
        visibility=gone.visibility or _unless_usual(gone.seen_by()),
        note=reason,
    )


def _unless_usual(visibility: Visibility) -> Visibility | None:
    return None if visibility is Merged.default_visibility else visibility
