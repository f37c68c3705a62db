"""A finished graph: questions, entities, statements with their quotes, and everything known about one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from vnkg import rdf
from vnkg.errors import GraphError
from vnkg.model import Annotation, Attributes
from vnkg.rdf import BASE, ONT, Triple
from vnkg.store import engine, folder, triples, turtle
from vnkg.store.answers import About, Fact, Holding, Node, Quote
from vnkg.store.engine import Engine, Result
from vnkg.text import key, plain

_TYPE, _LABEL, _ALT_LABEL = (term[1:-1] for term in (rdf.TYPE, rdf.LABEL, rdf.ALT_LABEL))
_TITLE, _ISSUED, _IDENTIFIER = (term[1:-1] for term in (rdf.TITLE, rdf.ISSUED, rdf.IDENTIFIER))
_BOUNDS = ("earliestBegin", "latestBegin", "earliestEnd", "latestEnd")

EVIDENCE_CLASSES = ("Article", "Statement", "TextSpan")
"""The classes of nodes that say where a fact comes from, rather than what it is about."""

Values = dict[str, list[str]]


class Graph:
    """A graph to read: from a folder that `build` wrote (`Graph.open`), or from annotations (`Graph.of`)."""

    def __init__(
        self, facts: Engine, source: Path | bytes, base: str, annotations: tuple[Annotation, ...] = ()
    ) -> None:
        self.engine = facts
        self._source = source
        self._annotations = annotations
        self.base = base

    @classmethod
    def open(cls, path: Path | str) -> Graph:
        """The graph of an output folder; raises GraphError when there is none or it is broken."""
        home = Path(path)
        found = folder.open_engine(home)
        return cls(found, home, folder.base_of(home))

    @classmethod
    def of(cls, annotations: Iterable[Annotation], base: str = BASE) -> Graph:
        """The graph of annotations, in memory."""
        every = tuple(triples.in_order(annotations))
        written = "".join(turtle.turtle(triples.triples(every, base), base)).encode("utf-8")
        return cls(Engine.load(written), written, base, every)

    def __len__(self) -> int:
        """The number of triples."""
        return len(self.engine)

    def query(self, sparql: str) -> Result:
        """The answer to a SPARQL 1.1 question; our prefixes need no declaration. Raises QueryError."""
        return self.engine.query(sparql, rdf.prefixes(self.base))

    def entities(self, type: str | None = None) -> tuple[Node, ...]:  # noqa: A002 the word of the field
        """All entities, or those of one class (local name), by class, label and IRI."""
        return tuple(node for node in self._nodes.values() if type is None or node.type == type)

    def entity(self, iri: str) -> Node | None:
        """The entity with this IRI, if there is one."""
        return self._nodes.get(iri)

    def statements(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        object: str | None = None,  # noqa: A002 the word of RDF
        status: str | None = None,
    ) -> tuple[Fact, ...]:
        """Statements that fit (IRIs; predicate and status by local name), in order of article, text and IRI."""
        wanted = {"subject": subject, "object": object, "predicate": predicate and ONT + predicate.removeprefix(ONT)}
        given = [(ONT + name, value) for name, value in wanted.items() if value is not None]
        anchor = given[0] if given else (_TYPE, ONT + "Statement")
        found = (self._fact(iri) for iri, *_ in self.engine.match(None, *anchor))
        kept = [
            fact
            for fact in found
            if (subject is None or fact.subject == subject)
            and (predicate is None or fact.predicate == predicate.removeprefix(ONT))
            and (object is None or fact.object == object)
            and (status is None or fact.status == status)
        ]
        return tuple(sorted(kept, key=lambda f: (f.article, [(q.start, q.end) for q in f.quotes], f.iri)))

    def find(self, name: str) -> tuple[Node, ...]:
        """Entities of this name (or IRI): exact ones; else without case and diacritics; else that contain it."""
        if node := self._nodes.get(name):
            return (node,)
        return self._called(key, name) or self._called(plain, name) or self._containing(plain(name).strip())

    def _called(self, form: Callable[[str], str], name: str) -> tuple[Node, ...]:
        """Entities one of whose names has the same form; those whose label has it first."""
        wanted = form(name.strip())
        found = [node for node in self._nodes.values() if any(form(n) == wanted for n in _names(node))]
        return tuple(sorted(found, key=lambda node: (form(node.label) != wanted, node.label, node.iri)))

    def _containing(self, bare: str) -> tuple[Node, ...]:
        """Entities with a name that contains `bare`; those with the shortest such name first."""
        found = []
        for node in self._nodes.values():
            lengths = [len(name) for name in _names(node) if bare and bare in plain(name)]
            if lengths:
                found.append((min(lengths), node.label, node.iri))
        return tuple(self._nodes[iri] for *_, iri in sorted(found))

    def about(self, iri: str | Node) -> About:
        """Everything known about one entity, each fact with its quotes; raises GraphError for an unknown IRI."""
        node = self._nodes.get(iri.iri if isinstance(iri, Node) else iri)
        if node is None:
            raise GraphError(str(iri), "no such entity in the graph", "look for its IRI with find(name)")
        ours = self.statements(subject=node.iri)
        theirs = self.statements(object=node.iri)
        told = {s for s, *_ in self.engine.match(None, ONT + "attributedTo", node.iri)}
        told -= {fact.iri for fact in (*ours, *theirs)}
        facts = (*ours, *theirs, *(self._fact(name) for name in sorted(told)))
        holdings = self.holdings(node.iri)
        touched = {i for f in facts for i in (f.subject, f.object, *f.attributed_to, *f.times) if i}
        touched |= {i for h in holdings for i in (h.person, h.post)}
        labels = {i: self._nodes[i].label for i in sorted(touched) if i in self._nodes}
        return About(node, self._attributes(node.iri), facts, holdings, self._mentions(node.iri), labels)

    def holdings(self, iri: str | None = None) -> tuple[Holding, ...]:
        """Tenures of a person or of a post, or all."""
        held = self.engine.match(None, ONT + "heldBy", None) if iri is None else (
            *self.engine.match(None, ONT + "heldBy", iri), *self.engine.match(None, ONT + "post", iri)
        )  # fmt: skip
        return tuple(self._holding(name) for name in sorted({s for s, *_ in held}))

    @cached_property
    def articles(self) -> folder.Articles:
        """Article id → article with its text, by id."""
        if isinstance(self._source, Path):
            return folder.read_articles(self._source)
        return {annotation.article.id: annotation.article for annotation in self._annotations}

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """What was read in each article, by article id."""
        return tuple(folder.read_annotations(self._source)) if isinstance(self._source, Path) else self._annotations

    def instances(self, *classes: str) -> set[str]:
        """The terms of all nodes of these classes (local names)."""
        return {rdf.iri(iri) for name in classes for iri, *_ in self.engine.match(None, _TYPE, ONT + name)}

    def turtle(self) -> Path | bytes:
        """The graph as Turtle: the file graph.ttl, or its bytes when the graph lives in memory."""
        return self._source / folder.GRAPH if isinstance(self._source, Path) else self._source

    def triples(self) -> Iterator[Triple]:
        """All triples as N-Triples terms, in the order of the file."""
        return engine.triples(self.turtle())

    def rdflib(self) -> rdf.RdflibGraph:
        """The same graph for rdflib; slow beyond a few hundred thousand triples."""
        return rdf.read(self.turtle())

    def write(self, path: Path | str, also: Mapping[str, folder.Extra] | None = None) -> None:
        """Write the graph's folder anew elsewhere, all or nothing; raises OutputError."""
        folder.write(self.annotations, Path(path), self.base, also)

    @cached_property
    def _nodes(self) -> dict[str, Node]:
        names = self.engine.match(None, _LABEL)
        labels: dict[str, dict[str, str]] = {}
        for iri, _, label, language in names:
            labels.setdefault(iri, {})[language or ""] = label
        aliases: Values = {}
        for iri, _, alias, _ in self.engine.match(None, _ALT_LABEL):
            aliases.setdefault(iri, []).append(alias)
        nodes = [
            Node(
                iri,
                min((o.removeprefix(ONT) for _, _, o, _ in self.engine.match(iri, _TYPE)), default=""),
                of.get("vi") or min(of.values()),
                of.get("en", ""),
                tuple(sorted(aliases.get(iri, ()))),
            )
            for iri, of in labels.items()
        ]
        return {node.iri: node for node in sorted(nodes, key=lambda n: (n.type, n.label, n.iri))}

    @cached_property
    def _heads(self) -> dict[str, tuple[str, str, str]]:
        """Article IRI → id, title, day of publication."""
        result = {}
        for iri, *_ in self.engine.match(None, _TYPE, ONT + "Article"):
            found = self._values(iri)
            issued = found.get(_ISSUED, [""])[0][:10]
            result[iri] = (found.get(_IDENTIFIER, [iri])[0], found.get(_TITLE, [""])[0], issued)
        return result

    def _values(self, iri: str) -> Values:
        """Property → values of one node, sorted; our own properties by local name."""
        result: Values = {}
        for _, name, value, _ in self.engine.match(iri, None):
            result.setdefault(name.removeprefix(ONT), []).append(value)
        return {name: sorted(result[name]) for name in sorted(result)}

    def _quote(self, iri: str) -> Quote:
        found = self._values(iri)
        article, title, published = self._heads.get(found.get("inArticle", [""])[0], ("", "", ""))
        start, end = (int(found.get(name, ["0"])[0]) for name in ("beginOffset", "endOffset"))
        return Quote(iri, article, title, published, start, end, found.get("quote", [""])[0])

    def _quotes(self, iris: Iterable[str]) -> tuple[Quote, ...]:
        return tuple(sorted((self._quote(iri) for iri in iris), key=lambda q: (q.article, q.start, q.end)))

    def _mentions(self, iri: str) -> tuple[Quote, ...]:
        return self._quotes(s for s, *_ in self.engine.match(None, ONT + "refersTo", iri))

    def _fact(self, iri: str) -> Fact:
        found = self._values(iri)
        quotes = self._quotes(found.get("evidence", ()))
        return Fact(
            iri=iri,
            subject=found["subject"][0],
            predicate=found["predicate"][0].removeprefix(ONT),
            object=found.get("object", [None])[0],
            value=found.get("objectValue", [None])[0],
            status=found["status"][0].rpartition("/")[2],
            confidence=float(found.get("confidence", ["1"])[0]),
            article=quotes[0].article if quotes else "",
            quotes=quotes,
            attributed_to=tuple(found.get("attributedTo", ())),
            rules=tuple(found.get("rule", ())),
            times=tuple(found.get("qualifierTime", ())),
        )

    def _holding(self, iri: str) -> Holding:
        found = self._values(iri)
        bounds = tuple((name, found[name][0]) for name in _BOUNDS if name in found)
        return Holding(iri, found["heldBy"][0], found["post"][0], bounds)

    def _attributes(self, iri: str) -> Attributes:
        """Literals and codes of an entity; links to other entities are facts."""
        return tuple(
            (name.removeprefix(ONT), value.rpartition("/")[2] if language is None else value)
            for _, name, value, language in sorted(self.engine.match(iri, None), key=lambda m: (m[1], m[2]))
            if name.startswith(ONT) and (language is not None or value.startswith(rdf.CODE))
        )


def _names(node: Node) -> tuple[str, ...]:
    return (node.label, *filter(None, (node.label_en,)), *node.aliases)
