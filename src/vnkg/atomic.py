"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vnkg.errors import OutputError


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` when the block ends well; otherwise what was there stays.

    Raises OutputError when that fails.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".partial-", dir=path.parent)
        partial = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            partial.chmod(0o644)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        problem = error.strerror or str(error)
        raise OutputError(str(path), problem, "choose a path that can be written") from error


def write_bytes(path: Path, content: bytes) -> None:
    """Replace `path` by `content` in one step; raises OutputError and leaves what was there when that fails."""
    with writing(path) as file:
        file.write(content)


def write_text(path: Path, text: str) -> None:
    """Like `write_bytes`, as UTF-8 without touching line ends."""
    write_bytes(path, text.encode("utf-8"))
