"""Writes the documents that follow from the code, so that they cannot fall behind it: `make docs`."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from docs.generator.codes_page import codes_page
from docs.generator.executed import EXAMPLES, executed_page
from docs.generator.methods_page import methods_page
from docs.generator.model_page import model_page
from docs.generator.model_picture import model_picture
from docs.generator.terms_page import terms_page

FOLDER = Path(__file__).parents[1]
"""The folder of the documents."""

GENERATED: Mapping[str, Callable[[], str]] = {
    "codes.md": codes_page,
    "images/model.svg": model_picture,
    "methods.md": methods_page,
    "model.md": model_page,
    "terms-to-confirm.md": terms_page,
    **{f"examples/{page.name}": partial(executed_page, page.name) for page in sorted(EXAMPLES.glob("*.md"))},
}
"""What writes each document, by its path in the folder of the documents."""
