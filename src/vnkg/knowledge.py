"""Loads `ontology/`: lexicons, known entities and patterns, as one frozen value that is passed along.

Every string of a lexicon and of a table is folded (`text.fold`), so that it compares with a view's text.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vnkg.errors import KnowledgeError
from vnkg.text import fold

Row = Mapping[str, str]


@dataclass(frozen=True)
class Knowledge:
    """What `ontology/` says. `lexicon[name]` is a TOML document, `known[name]` the rows of a CSV table, `learned[name]`
    the model of a predicate (see `extract/learned.py`).
    """

    home: Path
    lexicon: Mapping[str, Mapping[str, Any]]
    known: Mapping[str, tuple[Row, ...]]
    patterns: Mapping[str, tuple[Mapping[str, Any], ...]]
    learned: Mapping[str, Mapping[str, Any]]

    def words(self, lexicon: str, *path: str) -> tuple[str, ...]:
        """The list of strings at `path` of a lexicon, e.g. words("times", "daypart", "values")."""
        node: Any = self.lexicon[lexicon]
        for name in path:
            node = node[name]
        return tuple(node)


def home() -> Path:
    """The folder `ontology/`: inside an installed package, or at the top of a checkout."""
    here = Path(__file__).resolve().parent
    inside = here / "ontology"
    return inside if inside.is_dir() else here.parent.parent / "ontology"


def _folded(node: Any) -> Any:
    if isinstance(node, str):
        return fold(node)
    if isinstance(node, list):
        return [_folded(item) for item in node]
    if isinstance(node, dict):
        return {fold(name): _folded(item) for name, item in node.items()}
    return node


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; a mistake in it is a KnowledgeError that names the file."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(str(path), str(error), "mend the file; see ontology/README.md") from error


def _read_csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            if None in row or None in row.values():
                raise KnowledgeError(str(path), f"wrong number of fields in {row}", "quote fields that hold commas")
            yield {name: fold(value) for name, value in row.items()}


def _read_json(path: Path) -> dict[str, Any]:
    try:
        document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise KnowledgeError(str(path), str(error), "write it again with `vnkg train`") from error
    return document


def _patterns(document: dict[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """The entries of a pattern file, each with what the head of the file gives for all of them."""
    head = {name: value for name, value in document.items() if name != "pattern"}
    return tuple({**head, **entry} for entry in document.get("pattern", ()))


@cache
def load(folder: Path | None = None) -> Knowledge:
    """Read the whole folder (default: `home()`); cached, because it never changes while the program runs."""
    base = folder or home()
    if not base.is_dir():
        raise KnowledgeError(str(base), "no such folder", "reinstall vnkg, or run it from a checkout")
    return Knowledge(
        home=base,
        lexicon={p.stem: _folded(read_toml(p)) for p in sorted((base / "lexicon").glob("*.toml"))},
        known={p.stem: tuple(_read_csv(p)) for p in sorted((base / "known").glob("*.csv"))},
        patterns={p.stem: _patterns(read_toml(p)) for p in sorted((base / "patterns").glob("*.toml"))},
        learned={p.stem: _read_json(p) for p in sorted((base / "learned").glob("*.json"))},
    )
