"""The rules of the house, read from the source: what never stands in one place, and how large a room may be."""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src" / "vnkg"
FILES = sorted(SRC.rglob("*.py"))
ROOMS = {str(path.relative_to(SRC)): path for path in FILES}
LONGEST_FUNCTION, LONGEST_MODULE, MOST_NAMES = 40, 300, 15
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "base", "core", "misc", "manager"}
ONE_DOOR = {
    "rdflib": {"rdf.py"},
    "pyoxigraph": {"store/engine.py"},
    "spacy": {"annotate/spacy_door.py"},
    "pyvis": {"export/html.py"},
    "typer": {"cli.py"},
    "click": {"cli.py"},
    "argparse": set(),
}
WORLD = {"time", "datetime", "random", "uuid", "secrets", "socket", "http", "urllib", "requests", "httpx"}
"""The clock, chance and the network; what calculates with dates that stand in a text may use `datetime` for it."""
SEEDED = {"layout.py": {"random"}}
"""The layout library draws from a generator that it must be given: one with a fixed seed."""
CALENDAR_ONLY = {"now", "today", "utcnow", "fromtimestamp", "localtime", "time"}

each_file = pytest.mark.parametrize("name", ROOMS)


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(ROOMS[name].read_text("utf-8"))


def _for_types_only(tree: ast.Module) -> set[int]:
    """Identities of the imports that only a type checker sees."""
    blocks = (node for node in ast.walk(tree) if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    return {id(inner) for block in blocks for inner in block.body}


def _imports(name: str) -> Iterator[str]:
    """Full names of all modules that a file imports when it runs, `from vnkg import x` as vnkg.x as well."""
    unseen = _for_types_only(_tree(name))
    for node in ast.walk(_tree(name)):
        if id(node) in unseen:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _docstrings(tree: ast.Module) -> set[int]:
    """Identities of the string nodes that document: statements that are nothing but a string."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _is_vietnamese(word: str) -> bool:
    """Whether a string holds a letter with a diacritic; punctuation and dashes are nobody's language."""
    return any(c.isalpha() and not c.isascii() and "LATIN" in unicodedata.name(c, "") for c in word)


@each_file
def test_no_vietnamese_word_stands_in_code(name: str) -> None:
    if name == "text.py":
        return
    assert not [text for text in _strings(name) if _is_vietnamese(text)], "Vietnamese belongs in ontology/"


def _strings(name: str) -> Iterator[str]:
    """All strings of a file that are not documentation."""
    tree = _tree(name)
    documenting = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documenting:
            yield node.value


@each_file
def test_iris_and_questions_stand_in_their_rooms(name: str) -> None:
    if name != "rdf.py":
        assert not [text for text in _strings(name) if "http://" in text or "https://" in text]
    assert not [text for text in _strings(name) if "WHERE {" in text]


@each_file
def test_every_foreign_library_has_one_door(name: str) -> None:
    used = {module.split(".")[0] for module in _imports(name)}
    assert not {library for library in used & set(ONE_DOOR) if name not in ONE_DOOR[library]}


@each_file
def test_only_the_command_line_prints_exits_and_reads_the_environment(name: str) -> None:
    if name == "cli.py":
        return
    calls = [node for node in ast.walk(_tree(name)) if isinstance(node, ast.Call)]
    printed = [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id in ("print", "exit")]
    attributes = {
        ast.unparse(node) for node in ast.walk(_tree(name)) if isinstance(node, ast.Attribute)
    }
    assert not printed
    assert not attributes & {"sys.exit", "sys.argv", "sys.stdout", "sys.stderr", "os.environ", "os._exit"}


@each_file
def test_nothing_asks_the_clock_the_network_or_chance(name: str) -> None:
    used = {module.split(".")[0] for module in _imports(name)} & WORLD
    assert used <= {"datetime", "urllib"} | SEEDED.get(name, set())
    if "urllib" in used:
        assert not any(module.startswith("urllib.request") for module in _imports(name))
    called = {node.func.attr for node in ast.walk(_tree(name))
              if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    assert not called & CALENDAR_ONLY


@each_file
def test_no_broad_except(name: str) -> None:
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, node.lineno
            caught = {ast.unparse(part) for part in ast.walk(node.type) if isinstance(part, ast.Name)}
            assert not caught & {"Exception", "BaseException"}, node.lineno


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


@each_file
def test_functions_and_modules_stay_small(name: str) -> None:
    long = {
        node.name: _length(node) for node in ast.walk(_tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > LONGEST_FUNCTION
    }
    assert not long
    lines = ROOMS[name].read_text("utf-8").count("\n")
    assert lines <= LONGEST_MODULE


@each_file
def test_every_module_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(_tree(name))


@each_file
def test_every_file_is_opened_with_a_named_encoding(name: str) -> None:
    for node in ast.walk(_tree(name)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        text = ast.unparse(node)
        if node.func.attr == "read_text":
            assert node.args or "encoding=" in text, text
        elif node.func.attr == "write_text":
            assert len(node.args) > 1 or "encoding=" in text, text


def test_no_room_is_called_by_a_name_that_says_nothing() -> None:
    assert not [path for path in FILES if path.stem.lstrip("_") in FORBIDDEN_NAMES]


def test_modules_never_import_in_a_circle() -> None:
    modules = {_module(name): name for name in ROOMS}
    graph = {
        module: {_owner(used, modules) for used in _imports(name)} - {None, module} for module, name in modules.items()
    }
    # A package's own __init__ is loaded before its modules; `from package import module` is no circle by itself.
    edges = {m: {u for u in used if u and not m.startswith(u + ".")} for m, used in graph.items()}
    try:
        tuple(TopologicalSorter(edges).static_order())
    except CycleError as error:
        pytest.fail(f"circle: {error.args[1]}")


def _module(name: str) -> str:
    parts = ("vnkg", *Path(name).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _owner(used: str, modules: dict[str, str]) -> str | None:
    """The module of ours that a dotted name belongs to: itself, or the one that defines the name."""
    if used in modules:
        return used
    parent = used.rpartition(".")[0]
    return parent if parent in modules and parent != "vnkg" else None


def test_the_public_face_is_small_and_what_it_says() -> None:
    import vnkg

    assert len(vnkg.__all__) <= MOST_NAMES
    assert all(hasattr(vnkg, name) for name in vnkg.__all__)
    assert sorted(vnkg.__all__) == list(vnkg.__all__)


def test_the_top_level_is_as_laid_out() -> None:
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert seen <= {"CHANGELOG.md", "LICENSE", "README.md", "examples", "ontology", "output", "pyproject.toml", "src",
                    "tests", "build", "dist"}
