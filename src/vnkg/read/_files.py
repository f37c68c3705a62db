"""Paths to sources: walks folders, chooses a format by suffix, gives each file an id that no order changes."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from vnkg.errors import ArticleError
from vnkg.plugins import discover
from vnkg.read._source import MAX_BYTES, Source

_UNSAFE = re.compile(r"[^\w.]+")


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    root: Path
    suffix: str


def sources(
    paths: Sequence[Path], *, fields: Mapping[str, str] | None = None, max_bytes: int = MAX_BYTES
) -> list[Source | ArticleError]:
    """The files that `paths` name or hold, sorted by id, after what is wrong with the paths themselves.

    Folders are walked to the bottom; hidden files and unknown suffixes in them are passed over, links to folders are
    not followed. A file that is named twice is taken once.
    """
    suffixes = formats()
    found = [item for path in sorted(set(paths)) for item in _found(path, suffixes)]
    errors = sorted((item for item in found if isinstance(item, ArticleError)), key=str)
    files = {file.path.resolve(): file for file in reversed(found) if isinstance(file, _File)}
    pairs = tuple(sorted((fields or {}).items()))
    made = [
        Source(file.path, id_, suffixes[file.suffix], pairs, max_bytes)
        for id_, file in _identified(sorted(files.values(), key=lambda file: str(file.path)))
    ]
    return [*errors, *sorted(made, key=lambda source: (source.id, str(source.path)))]


def formats() -> dict[str, str]:
    """The format of each suffix, e.g. {".jsonl.gz": "jsonl"}."""
    return {suffix: name for name, module in discover("read").items() for suffix in module.SUFFIXES}


def _found(path: Path, suffixes: Mapping[str, str]) -> Iterator[_File | ArticleError]:
    if path.is_dir():
        yield from _in_folder(path, suffixes)
    elif not path.exists():
        yield ArticleError(str(path), "no such file or folder", "check the path")
    elif not path.is_file():
        yield ArticleError(str(path), "not a file or folder", "save its content as a file first")
    elif suffix := _suffix(path.name, suffixes):
        yield _File(path, path.parent, suffix)
    else:
        yield ArticleError(str(path), "unknown format", f"known are {' '.join(sorted(suffixes))}")


def _in_folder(folder: Path, suffixes: Mapping[str, str]) -> Iterator[_File | ArticleError]:
    errors: list[OSError] = []
    empty = True
    for path in _walk(folder, errors.append):
        if suffix := _suffix(path.name, suffixes):
            empty = False
            if path.is_file():
                yield _File(path, folder, suffix)
            else:
                yield ArticleError(str(path), "not a file: a broken link or a device", "remove it, or mend the link")
    for error in errors:
        yield ArticleError(str(error.filename), error.strerror or "unreadable", "check its permissions")
    if empty and not errors:
        yield ArticleError(str(folder), "the folder holds no article", f"known are {' '.join(sorted(suffixes))}")


def _walk(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(names) if not name.startswith("."))


def _suffix(name: str, suffixes: Iterable[str]) -> str | None:
    """The longest known suffix of a file's name, in any case."""
    low = name.lower()
    return max((suffix for suffix in suffixes if low.endswith(suffix)), key=len, default=None)


def _identified(files: list[_File]) -> Iterator[tuple[str, _File]]:
    """Each file with its id: its stem where no other has it, else its path below the root, else that with a hash."""
    given: set[str] = set()
    for name in (_stem, _below_root, _below_parent):
        counts = Counter(map(name, files))
        unique = [file for file in files if counts[name(file)] == 1 and name(file) not in given]
        given.update(map(name, unique))
        yield from ((name(file), file) for file in unique)
        files = [file for file in files if file not in set(unique)]
    yield from ((f"{_below_parent(file)}-{_digest(file)}", file) for file in files)


def _stem(file: _File) -> str:
    return _safe(file.path.name[: -len(file.suffix)])


def _below_root(file: _File) -> str:
    return _safe(file.path.relative_to(file.root).as_posix())


def _below_parent(file: _File) -> str:
    return _safe(f"{file.root.resolve().name}/{file.path.relative_to(file.root).as_posix()}")


def _digest(file: _File) -> str:
    return sha256(os.fsencode(file.path.resolve())).hexdigest()[:8]


def _safe(name: str) -> str:
    """A name of letters, digits, dots, underscores and hyphens; "--" stands for a step down."""
    parts = unicodedata.normalize("NFC", name).split("/")
    return "--".join(_UNSAFE.sub("-", part).strip("-") for part in parts).strip("-.") or "article"
