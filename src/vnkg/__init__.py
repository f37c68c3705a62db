"""vnkg: Vietnamese official and press text into a knowledge graph that one can trust, question and see.

    import vnkg

    report = vnkg.build(["articles/"], "output")
    for row in report.graph.query("SELECT ?plan WHERE { ?plan vnkg:issuedBy ?body }"):
        ...
"""

from vnkg.build import Report, build
from vnkg.errors import VnkgError
from vnkg.knowledge import Knowledge
from vnkg.knowledge import load as load_knowledge
from vnkg.model import Annotation, Article, Entity, Mention, Statement
from vnkg.read import read
from vnkg.reading import prepare
from vnkg.store import Graph

__all__ = [
    "Annotation",
    "Article",
    "Entity",
    "Graph",
    "Knowledge",
    "Mention",
    "Report",
    "Statement",
    "VnkgError",
    "build",
    "load_knowledge",
    "prepare",
    "read",
]
