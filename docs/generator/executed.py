"""Pages whose code is run: what a block of Python says stands in the block of text after it, as in a notebook."""

import ast
import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"

# A block of Python, and the block of text right after it, which is what it said the last time.
_BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL)


def executed_page(name: str) -> str:
    """The page as it stands, with all its code run from the top and every output written anew."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    names: dict[str, object] = {"__name__": "__main__"}

    def run(block: re.Match[str]) -> str:
        code = block["code"]
        said = _said(code, f"{name}:{text.count(chr(10), 0, block.start()) + 1}", names)
        told = f"\n```text\n{said}```\n" if said else ""
        return f"```python\n{code}```\n{told}"

    return _BLOCK.sub(run, text)


def _said(code: str, place: str, names: dict[str, object]) -> str:
    """What a block prints, and after it the value of its last expression, if it has one."""
    body = ast.parse(code, filename=place).body
    last = body[-1].value if body and isinstance(body[-1], ast.Expr) else None
    if last:
        body.pop()
    output = StringIO()
    with redirect_stdout(output):
        exec(compile(ast.Module(body, []), place, "exec"), names)  # noqa: S102 - our own pages
        value = eval(compile(ast.Expression(last), place, "eval"), names) if last else None  # noqa: S307
        if value is not None:
            print(repr(value))  # noqa: T201 - into the page
    return output.getvalue()
