"""A folder that gets all files of one result or none, so that a map never stands beside another day's figures."""

import errno
import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType

from network_service.errors import UsageError


class OutputFolder:
    """Files made aside and moved into place together when the block ends well."""

    def __init__(self, out: Path) -> None:
        """Write into `out`, which is made where it does not exist; `UsageError` where that cannot be."""
        self._out = out
        self.written: dict[str, Path] = {}

    def __enter__(self) -> "OutputFolder":
        """Make the folder, and a folder aside on the same disk, so that moving is a rename."""
        self.written.clear()
        try:
            self._out.mkdir(parents=True, exist_ok=True)
            self._aside = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=self._out))
        except OSError as error:
            raise UsageError("cli.unwritable", path=str(self._out), reason=error.strerror or "") from error
        return self

    def path(self, name: str) -> Path:
        """Where to write a file of this name until the block ends."""
        self.written[name] = self._out / name
        return self._aside / name

    def text(self, name: str, content: str) -> None:
        """Write a text file, UTF-8 with plain line ends on every system."""
        self.path(name).write_text(content, encoding="utf-8", newline="\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Move the files into place; after an error drop them and leave what was there."""
        try:
            if error is None:
                self._swap()
        finally:
            shutil.rmtree(self._aside, ignore_errors=True)

    def _swap(self) -> None:
        """Replace the old files by the new; where one cannot be moved, as when Excel has it open, put all back."""
        old = self._aside / "old"
        old.mkdir()
        for path in self.written.values():
            if path.is_dir():
                raise UsageError("cli.unwritable", path=str(path), reason=os.strerror(errno.EISDIR))
        moves = [(path, old / name) for name, path in self.written.items() if path.exists()]
        moves += [(self._aside / name, path) for name, path in self.written.items()]
        for done, (before, after) in enumerate(moves):
            try:
                before.rename(after)
            except OSError as error:
                for back, forth in reversed(moves[:done]):
                    forth.rename(back)
                raise UsageError("cli.unwritable", path=str(before), reason=error.strerror or "") from error
