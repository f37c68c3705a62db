"""Annotations → RDF and back: `Graph`, the folder it lives in, and what it answers with."""

from vnkg.store.answers import About, Fact, Holding, Node, Quote
from vnkg.store.engine import Cell, Iri, Result
from vnkg.store.folder import write
from vnkg.store.graph import Graph

__all__ = ["About", "Cell", "Fact", "Graph", "Holding", "Iri", "Node", "Quote", "Result", "write"]
