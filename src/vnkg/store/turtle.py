"""Triples → Turtle, streaming and canonical: fixed prefixes, no blank nodes, a block a subject, in the given order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from vnkg import rdf
from vnkg.rdf import BASE, Triple

_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$")
_INTEGER = f"^^<{rdf.XSD}integer>"
_DECIMAL = f"^^<{rdf.XSD}decimal>"
_REMEMBERED = 100_000


def shortener(base: str = BASE) -> Callable[[str], str]:
    """A function that writes a term as short as Turtle allows with our prefixes and base; it remembers IRIs."""
    names = {namespace: prefix for prefix, namespace in rdf.prefixes(base).items()}
    known: dict[str, str] = {rdf.TYPE: "a"}

    def shorten(term: str) -> str:
        if not term.startswith("<"):
            return _literal(term, shorten)
        short = known.get(term)
        if short is None:
            if len(known) > _REMEMBERED:
                known.clear()
                known[rdf.TYPE] = "a"
            short = known[term] = _short_iri(term, names, base)
        return short

    return shorten


def _short_iri(term: str, names: dict[str, str], base: str) -> str:
    value = term[1:-1]
    cut = max(value.rfind("/"), value.rfind("#")) + 1
    prefix = names.get(value[:cut])
    if prefix is not None and _LOCAL.match(value[cut:]):
        return f"{prefix}:{value[cut:]}"
    return f"<{value[len(base):]}>" if value.startswith(base) and len(value) > len(base) else term


def _literal(term: str, shorten: Callable[[str], str]) -> str:
    if not term.endswith(">"):
        return term
    if term.endswith(_INTEGER):
        return term[1 : -len(_INTEGER) - 1]
    if term.endswith(_DECIMAL) and "." in term[: -len(_DECIMAL)]:
        return term[1 : -len(_DECIMAL) - 1]
    cut = term.rindex('"^^<') + 3
    return term[:cut] + shorten(term[cut:])


def head(base: str = BASE) -> str:
    """The base and prefix lines."""
    lines = [f"@base <{base}> .", *(f"@prefix {name}: <{iri}> ." for name, iri in rdf.prefixes(base).items())]
    return "\n".join(lines) + "\n"


def blocks(triples: Iterable[Triple], shorten: Callable[[str], str]) -> Iterator[str]:
    """One block of Turtle for each run of triples with one subject, the type first."""
    for subject, group in groupby(triples, itemgetter(0)):
        by_predicate: dict[str, list[str]] = {}
        for _, predicate, object_ in group:
            by_predicate.setdefault(predicate, []).append(shorten(object_))
        types = by_predicate.pop(rdf.TYPE, None)
        lines = [f"a {', '.join(types)}"] if types else []
        lines += [f"{shorten(predicate)} {', '.join(objects)}" for predicate, objects in by_predicate.items()]
        yield f"\n{shorten(subject)} " + " ;\n  ".join(lines) + " .\n"


def turtle(triples: Iterable[Triple], base: str = BASE) -> Iterator[str]:
    """The file in pieces; triples must come grouped by subject and sorted inside a subject."""
    yield head(base)
    yield from blocks(triples, shortener(base))
