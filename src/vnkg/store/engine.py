"""The only door to Oxigraph: loading, matching, questions and serializing.

Questions run offline: `SERVICE`, which would call another server, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from vnkg.errors import GraphError, QueryError
from vnkg.rdf import XSD, Triple

Match = tuple[str, str, str, str | None]
"""Subject, predicate and object as bare values; the language of a literal ("" for none), None for an IRI."""


class Iri(str):
    """An IRI among the values of an answer."""

    __slots__ = ()


Cell = Iri | str | int | float | bool | None


@dataclass(frozen=True)
class Result:
    """The answer to a question.

    `kind` is select, ask or construct. ASK has one column "answer" with one row; CONSTRUCT has the columns subject,
    predicate and object, and its triples in N-Triples terms in `triples`, sorted.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    triples: tuple[Triple, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows[0][0]) if self.kind == "ask" else bool(self.rows)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}

# Strings, IRIs and comments, in which a word is not a keyword.
_QUIET = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>"{}|^`\\\s]*>|#[^\n]*',
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w:?$@-])SERVICE(?![\w:-])", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): ?(.*)", re.DOTALL)
_LONGEST = 160
def _decimal(digits: str) -> int | float:
    """A decimal as people write it: 600, not 600.0."""
    number = float(digits)
    return int(number) if number.is_integer() else number


_NUMBERS: dict[str, Callable[[str], int | float]] = {
    XSD + "integer": int,
    XSD + "decimal": _decimal,
    XSD + "double": float,
    XSD + "float": float,
}


class Engine:
    """A set of triples in memory or, read-only, on disk."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def load(cls, turtle: bytes | Path) -> Engine:
        """Turtle in memory; raises GraphError when it cannot be read."""
        store = ox.Store()
        _load(store, turtle)
        return cls(store)

    @classmethod
    def open(cls, folder: Path) -> Engine:
        """A store on disk, read-only, so that many processes can share it; GraphError when it cannot be opened."""
        try:
            return cls(ox.Store.read_only(str(folder)))
        except (OSError, ValueError, RuntimeError) as error:
            raise GraphError(str(folder), f"cannot be opened: {error}", "build again") from error

    def __len__(self) -> int:
        return len(self._store)

    def match(self, subject: str | None, predicate: str | None, object_: str | None = None) -> Iterator[Match]:
        """All triples that fit; arguments are IRIs, None fits everything. In no particular order."""
        nodes = [ox.NamedNode(iri) if iri is not None else None for iri in (subject, predicate, object_)]
        for quad in self._store.quads_for_pattern(nodes[0], nodes[1], nodes[2], ox.DefaultGraph()):
            found = quad.object
            language = (found.language or "") if isinstance(found, ox.Literal) else None
            yield _value(quad.subject), quad.predicate.value, _value(found), language

    def describe(self, subject: str) -> Iterator[Triple]:
        """All triples of one node as N-Triples terms, in no particular order."""
        for quad in self._store.quads_for_pattern(ox.NamedNode(subject), None, None, ox.DefaultGraph()):
            yield str(quad.subject), str(quad.predicate), str(quad.object)

    def query(self, sparql: str, prefixes: dict[str, str]) -> Result:
        """The answer to a SPARQL question (SELECT, ASK, CONSTRUCT, DESCRIBE); raises QueryError."""
        if _SERVICE.search(_QUIET.sub(" ", sparql)):
            raise QueryError("query", "SERVICE asks another server", "vnkg works offline: leave SERVICE out")
        try:
            answer = self._store.query(sparql, prefixes=prefixes)
            return _result(answer)
        except SyntaxError as error:
            raise _syntax_error(sparql, str(error)) from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError("query", str(error), "see the SPARQL 1.1 documentation") from error


def build(folder: Path, turtle: Path) -> None:
    """A new store on disk in `folder`, holding the triples of a Turtle file."""
    store = ox.Store(str(folder))
    _load(store, turtle)
    store.flush()


def _load(store: ox.Store, turtle: bytes | Path) -> None:
    where = str(turtle) if isinstance(turtle, Path) else "graph"
    try:
        if isinstance(turtle, Path):
            store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
        else:
            store.bulk_load(turtle, ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(where, f"not Turtle: {error}", "build again") from error


def triples(turtle: bytes | Path) -> Iterator[Triple]:
    """The triples of a Turtle file in its order, as N-Triples terms."""
    for quad in _parse(turtle):
        yield str(quad.subject), str(quad.predicate), str(quad.object)


@dataclass(frozen=True, slots=True)
class Term:
    """The object of a triple, taken apart; language and datatype are "" for IRIs and plain strings."""

    value: str
    is_iri: bool
    language: str = ""
    datatype: str = ""


def terms(turtle: bytes | Path) -> Iterator[tuple[str, str, Term]]:
    """The triples of a Turtle file in its order: IRIs of subject and predicate, and the object taken apart."""
    for quad in _parse(turtle):
        found = quad.object
        if isinstance(found, ox.Literal):
            type_ = "" if found.language or found.datatype.value == XSD + "string" else found.datatype.value
            term = Term(found.value, False, found.language or "", type_)
        else:
            term = Term(_value(found), True)
        yield _value(quad.subject), quad.predicate.value, term


def _parse(turtle: bytes | Path) -> Iterator[ox.Quad]:
    where = str(turtle) if isinstance(turtle, Path) else "graph"
    try:
        if isinstance(turtle, Path):
            yield from ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE)
        else:
            yield from ox.parse(turtle, ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(where, f"not Turtle: {error}", "build again") from error


def convert(turtle: bytes | Path, output: BinaryIO, name: str) -> None:
    """Write Turtle in another format of FORMATS, in the order of the file."""
    ox.serialize((quad.triple for quad in _parse(turtle)), output, FORMATS[name])


def read_back(path: Path, name: str) -> set[Triple]:
    """The triples of a file in any format of FORMATS, whatever named graph they stand in."""
    try:
        found = ox.parse(path=str(path), format=FORMATS[name])
        return {(str(q.subject), str(q.predicate), str(q.object)) for q in found}
    except SyntaxError as error:
        raise GraphError(str(path), f"not {name}: {error}", "export again") from error


def _value(term: object) -> str:
    return str(term.value) if isinstance(term, (ox.NamedNode, ox.BlankNode, ox.Literal)) else str(term)


def _cell(term: object) -> Cell:
    if term is None or isinstance(term, (ox.NamedNode, ox.BlankNode)):
        return None if term is None else Iri(term.value)
    if not isinstance(term, ox.Literal):
        return str(term)
    if term.datatype.value == XSD + "boolean":
        return term.value in ("true", "1")
    number = _NUMBERS.get(term.datatype.value)
    return number(term.value) if number else term.value


def _result(answer: object) -> Result:
    if isinstance(answer, ox.QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        return Result("select", columns, tuple(tuple(_cell(row[c]) for c in columns) for row in answer))
    if isinstance(answer, ox.QueryBoolean):
        return Result("ask", ("answer",), ((bool(answer),),))
    assert isinstance(answer, ox.QueryTriples)
    found = sorted({(str(t.subject), str(t.predicate), str(t.object)): t for t in answer}.items())
    rows = tuple((_cell(t.subject), _cell(t.predicate), _cell(t.object)) for _, t in found)
    return Result("construct", ("subject", "predicate", "object"), rows, tuple(key for key, _ in found))


def _syntax_error(sparql: str, message: str) -> QueryError:
    """The place of a mistake, with its line and a mark under the column."""
    match = _PLACE.search(message)
    if not match:
        return QueryError("query", message, "check the prefixes and the spelling")
    line, column, problem = int(match[1]), int(match[2]), " ".join(match[3].split())
    lines = sparql.splitlines() or [""]
    shown = lines[line - 1] if line <= len(lines) else ""
    if "Prefix not found" in problem:
        problem = f"unknown prefix in {(shown[: column - 1].split() or ['?'])[-1]}"
    elif len(problem) > _LONGEST:
        problem = problem[:_LONGEST].rsplit(",", 1)[0] + ", …"
    mend = f"look here:\n  {shown}\n  {' ' * (column - 1)}^"
    return QueryError(f"query, line {line}, column {column}", problem, mend)
