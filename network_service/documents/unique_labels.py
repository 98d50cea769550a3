"""Labels for programs that tell nodes apart by their labels alone."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from network_service.documents.flat_network import FlatRow
from network_service.domain.thai.text import clean, match_form

_ENDS_WITH_ID = re.compile(r"\[[0-9a-f-]{36}\]$")


def unique_labels(nodes: Sequence[FlatRow], spelled: Callable[[str], str] = clean) -> list[str]:
    """The label of each node, each unlike every other even to those who do not look at capitals and spaces.

    One that another node has too is followed by its id in brackets, which our readers understand.
    """
    labels = [spelled(node.label) for node in nodes]
    forms = [match_form(label) for label in labels]
    met = Counter(forms)
    return [
        label if met[form] == 1 and form and not _ENDS_WITH_ID.search(label) else f"{label} [{node.id}]".strip()
        for label, form, node in zip(labels, forms, nodes, strict=True)
    ]
