"""A graph as a file: one module a format, with `SUFFIX` and `export(graph, path)`, which replaces its file whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from vnkg.errors import PluginError
from vnkg.plugins import discover

if TYPE_CHECKING:
    from vnkg.store.graph import Graph


def formats() -> Mapping[str, ModuleType]:
    """The formats that there are, by name."""
    return discover("export")


def export(graph: Graph, name: str, path: Path | str) -> None:
    """Write the graph in the format of this name; raises PluginError for an unknown one, OutputError when it cannot."""
    found = formats().get(name)
    if found is None:
        raise PluginError(name, "no such export format", f"choose one of {', '.join(formats())}")
    found.export(graph, Path(path))
