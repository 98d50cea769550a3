"""Pages whose code is run: each block's output stands after it, whatever stood there before."""

from pathlib import Path

import pytest

from docs.generator import GENERATED, executed

PAGE = """# Page

```python
a = 2
```

Text with `code`.

```python
print("said")
a + 1
```

```text
what it said before
```

```sh
echo not run
```
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(executed, "EXAMPLES", tmp_path)
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_outputs_are_what_the_code_says_and_nothing_else_changes(page: Path):
    assert executed.executed_page("page.md") == PAGE.replace("what it said before", "said\n3")


def test_running_a_page_again_changes_nothing(page: Path):
    page.write_text(executed.executed_page("page.md"), encoding="utf-8")
    assert executed.executed_page("page.md") == page.read_text(encoding="utf-8")


def test_an_output_that_is_no_longer_said_goes(page: Path):
    page.write_text("```python\na = 1\n```\n\n```text\nold\n```\n", encoding="utf-8")
    assert executed.executed_page("page.md") == "```python\na = 1\n```\n"


def test_a_fault_names_page_and_line(page: Path):
    page.write_text("# Page\n\n```python\n1 / 0\n```\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError) as caught:
        executed.executed_page("page.md")
    assert str(caught.traceback[-1].path).endswith("page.md:3")


def test_the_examples_are_run():
    assert sum(path.startswith("examples/") for path in GENERATED) >= 3
