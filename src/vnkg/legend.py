"""How the ontology names, colours and shapes its types and relations, for everything that is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vnkg import knowledge, rdf
from vnkg.errors import KnowledgeError

_LABEL = f"{rdf.RDFS}label"


@dataclass(frozen=True, slots=True)
class Term:
    """A type or relation: its local name, Vietnamese and English labels, and drawing hints."""

    id: str
    vi: str
    en: str
    inverse: str = ""
    color: str = "#999999"
    shape: str = "dot"


@dataclass(frozen=True, slots=True)
class Legend:
    """All terms of the ontology by local name."""

    terms: Mapping[str, Term]

    def __getitem__(self, name: str) -> Term:
        """The term of that name; one that the ontology lacks is named by its identifier, in grey."""
        return self.terms.get(name) or Term(name, name, name)


@cache
def load(folder: Path | None = None) -> Legend:
    """Read `vnkg.ttl` of `folder` (default: the program's ontology); KnowledgeError when it is absent or broken."""
    path = (folder or knowledge.home()) / "vnkg.ttl"
    values: dict[str, dict[str, str]] = defaultdict(dict)
    try:
        for subject, predicate, value in rdf.read(path):
            if str(subject).startswith(rdf.ONT):
                language = getattr(value, "language", None) or ""
                values[str(subject).removeprefix(rdf.ONT)][f"{predicate}@{language}"] = str(value)
    except (OSError, SyntaxError, ValueError) as error:
        raise KnowledgeError(str(path), str(error), "mend the file; see ontology/README.md") from error
    return Legend({name: _term(name, said) for name, said in sorted(values.items())})


def _term(name: str, said: Mapping[str, str]) -> Term:
    return Term(
        id=name,
        vi=said.get(f"{_LABEL}@vi", name),
        en=said.get(f"{_LABEL}@en", name),
        inverse=said.get(f"{rdf.ONT}inverseLabel@vi", ""),
        color=said.get(f"{rdf.ONT}color@", "#999999"),
        shape=said.get(f"{rdf.ONT}shape@", "dot"),
    )
