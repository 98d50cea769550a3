"""Write every generated document: `python -m docs.generator`."""

from docs.generator import FOLDER, GENERATED

for path, text in GENERATED.items():
    (FOLDER / path).write_text(text(), encoding="utf-8", newline="\n")
