"""RDF/XML, for tools that read nothing newer.

Written here because the engine's own writer loses carriage returns, which quotes may hold.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from vnkg import rdf
from vnkg.atomic import writing
from vnkg.store.engine import Term, terms

if TYPE_CHECKING:
    from vnkg.store.graph import Graph

SUFFIX = ".rdf"
MEDIA_TYPE = "application/rdf+xml"

_NAME = re.compile(r"[A-Za-z_][\w.-]*$", re.ASCII)
_KEPT = {"\r": "&#13;"}


def export(graph: Graph, path: Path) -> None:
    """Write facts and evidence."""
    names = {namespace: prefix for prefix, namespace in rdf.prefixes(graph.base).items()}
    with writing(path) as file:
        declared = "".join(f"\n  xmlns:{prefix}={quoteattr(iri)}" for iri, prefix in names.items())
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
        for subject, group in groupby(terms(graph.turtle()), itemgetter(0)):
            lines = [f"  {_property(predicate, object_, names)}\n" for _, predicate, object_ in group]
            node = f"<rdf:Description rdf:about={quoteattr(subject)}>\n{''.join(lines)}</rdf:Description>\n"
            file.write(node.encode("utf-8"))
        file.write(b"</rdf:RDF>\n")


def _property(predicate: str, object_: Term, names: dict[str, str]) -> str:
    """One property as an element; a namespace without a prefix of ours is declared on the spot."""
    local = _local(predicate)
    namespace = predicate[: len(predicate) - len(local)]
    prefix = names.get(namespace, "ns")
    declared = "" if namespace in names else f" xmlns:ns={quoteattr(namespace)}"
    tag = f"{prefix}:{local}"
    if object_.is_iri:
        return f"<{tag}{declared} rdf:resource={quoteattr(object_.value)}/>"
    kind = f' xml:lang="{object_.language}"' if object_.language else ""
    if object_.datatype:
        kind = f" rdf:datatype={quoteattr(object_.datatype)}"
    return f"<{tag}{declared}{kind}>{escape(object_.value, _KEPT)}</{tag}>"


def _local(predicate: str) -> str:
    """The longest tail of an IRI after / or # that can be the name of an element."""
    tail = re.split(r"[/#]", predicate)[-1]
    match = _NAME.search(tail)
    return match.group() if match else tail
