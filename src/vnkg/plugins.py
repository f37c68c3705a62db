"""The seams: formats are modules of a folder package, or come from installed packages by an entry point.

A module `vnkg/<seam>/<format>.py` is a plug-in of the seam when its name has no leading underscore; an installed
package adds one by the entry-point group `vnkg.<seam>`, whose entry names the format and loads a module.

    read      SUFFIXES: tuple[str, ...]; read(source: vnkg.read.Source) -> Iterator[Article | ArticleError]
              and, if it can be told cheaply, count(source) -> int
    export    SUFFIX: str; export(graph, path) -> None; optionally MEDIA_TYPE: str
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module, metadata
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from vnkg.errors import PluginError

NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType({"read": ("SUFFIXES", "read"), "export": ("SUFFIX", "export")})
"""What a plug-in of each seam must hold; the name of the seam itself is a function."""


def discover(seam: str, needed: Sequence[str] = ()) -> Mapping[str, ModuleType]:
    """The plug-ins of a seam by the name of their format, sorted; `needed` defaults to what the seam asks for.

    Raises PluginError, naming the module, when one cannot be imported or lacks a needed name, or when two plug-ins
    claim the same format. Found once and remembered.
    """
    return _discover(seam, tuple(needed) or NEEDED.get(seam, (seam,)))


@cache
def _discover(seam: str, needed: tuple[str, ...]) -> Mapping[str, ModuleType]:
    package = import_module(f"vnkg.{seam}")
    found = {name: import_module(f"{package.__name__}.{name}") for name in _names(package)}
    for entry in sorted(metadata.entry_points(group=package.__name__), key=lambda entry: (entry.name, entry.value)):
        if entry.name in found:
            raise PluginError(entry.value, f"the {seam} format {entry.name!r} exists already", "give it another name")
        found[entry.name] = _load(entry)
    for module in found.values():
        refuse_incomplete(module, seam, needed)
    return MappingProxyType(dict(sorted(found.items())))


def _names(package: ModuleType) -> list[str]:
    return sorted(info.name for info in iter_modules(package.__path__) if not info.name.startswith("_"))


def _load(entry: metadata.EntryPoint) -> ModuleType:
    try:
        module = entry.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(entry.value, f"cannot be imported: {error}", "mend or uninstall this package") from error
    if not isinstance(module, ModuleType):
        raise PluginError(entry.value, "is not a module", "let the entry point name a module")
    return module


def refuse_incomplete(module: ModuleType, seam: str, needed: Sequence[str]) -> None:
    """Raise PluginError when `module` lacks a needed name, or its function `seam` cannot be called."""
    for name in needed:
        if not hasattr(module, name) or (name == seam and not callable(getattr(module, name))):
            raise PluginError(module.__name__, f"lacks {name}", f"see vnkg.plugins for what a {seam} plug-in holds")
