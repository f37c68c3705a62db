"""The files of ontology/ as graphs, and what the tests ask of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

ONTOLOGY = Path(__file__).parent.parent / "ontology"
VNKG = rdflib.Namespace("https://w3id.org/vnkg/ont#")
CODE = "https://w3id.org/vnkg/code/"
IRI = URIRef("https://w3id.org/vnkg/ont")


@cache
def read(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / f"{name}.ttl")


def ours(kind: Node) -> list[URIRef]:
    found = read("vnkg").subjects(RDF.type, kind)
    return sorted({s for s in found if isinstance(s, URIRef) and s.startswith(VNKG)})


def local(term: Node) -> str:
    return str(term).removeprefix(str(VNKG))


def properties() -> list[URIRef]:
    return ours(OWL.ObjectProperty) + ours(OWL.DatatypeProperty)


def labels(graph: Graph, term: Node, language: str) -> list[str]:
    return [str(o) for o in graph.objects(term, RDFS.label) if isinstance(o, Literal) and o.language == language]


def members(term: Node, link: Node) -> set[str]:
    """The class names at rdfs:domain or rdfs:range, a union taken apart."""
    result: set[str] = set()
    for value in read("vnkg").objects(term, link):
        union = read("vnkg").value(value, OWL.unionOf)
        result |= {local(part) for part in Collection(read("vnkg"), union)} if union else {local(value)}
    return result


def codes(scheme: str) -> set[str]:
    concepts = read("codes").subjects(SKOS.inScheme, URIRef(f"{CODE}{scheme}"))
    return {str(c).removeprefix(f"{CODE}{scheme}/") for c in concepts}
