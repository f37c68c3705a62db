"""Chooses an export format by the name that a user gives, and exports to a file or to text."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from vnkg.errors import PluginError
from vnkg.plugins import discover

if TYPE_CHECKING:
    from vnkg.store import Graph


def formats() -> Iterator[tuple[str, str, str]]:
    """Name, suffix and description of every format."""
    for name, module in discover("export").items():
        head = (module.__doc__ or "").strip().partition("\n")[0]
        yield name, module.SUFFIX or "(a folder)", head


def choose(name: str) -> ModuleType:
    """The format of this name; hyphens, slashes and case do not matter ("json-ld", "rdf/xml"). Raises PluginError."""
    known = discover("export")
    found = [module for own, module in known.items() if _bare(own) == _bare(name)]
    if not found:
        raise PluginError(name, "no such export format", f"known are {', '.join(known)}")
    return found[0]


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def target(module: ModuleType, folder: Path) -> Path:
    """Where a format goes in the output folder when the user does not say: graph.SUFFIX, or a folder of its name."""
    return folder / (f"graph{module.SUFFIX}" if module.SUFFIX else module.__name__.rpartition(".")[2])


def to_text(module: ModuleType, graph: Graph) -> str:
    """The graph in a format of one file, as text; raises PluginError for a format of several files."""
    if not module.SUFFIX:
        raise PluginError(module.__name__, "writes several files", "give a folder: -o FOLDER")
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / f"graph{module.SUFFIX}"
        module.export(graph, path)
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
