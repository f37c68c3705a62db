"""What must hold of vnkg.ttl and codes.ttl: names, labels, definitions, drawing hints, codes."""

from __future__ import annotations

import csv
import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, XSD, Literal, URIRef
from rdflib.collection import Collection

from ontology_files import CODE, IRI, ONTOLOGY, VNKG, codes, labels, local, members, ours, properties, read

# The annotation guide's types and predicates; "literal" where the object is one.
TYPES = ["Organization", "Person", "Place", "Document", "Event", "TimeSpan", "Position", "Quantity", "Channel"]
GUIDE = {
    "issuedBy": ("Document", "Organization Person"),
    "issuedOn": ("Document", "TimeSpan"),
    "signedBy": ("Document", "Person"),
    "basedOn": ("Document Event", "Document"),
    "about": ("Document", "Event Document Organization Place Person"),
    "submittedTo": ("Document", "Event Organization Person"),
    "adoptedBy": ("Document", "Organization Event"),
    "amends": ("Document", "Document"),
    "organizer": ("Event", "Organization Place"),
    "host": ("Event", "Organization Place"),
    "participant": ("Event", "Organization Person"),
    "chair": ("Event", "Person Organization"),
    "place": ("Event", "Place Organization"),
    "time": ("Event", "TimeSpan"),
    "theme": ("Event", "literal"),
    "ordinal": ("Event", "literal"),
    "partOf": ("Event Organization", "Event Organization"),
    "jurisdiction": ("Organization", "Place"),
    "locatedIn": ("Place", "Place"),
    "holds": ("Person", "Position"),
    "positionIn": ("Position", "Organization Place"),
    "appointedBy": ("Person", "Organization Person"),
    "dismissedBy": ("Person", "Organization Person"),
    "said": ("Person Organization", "literal"),
    "quantity": ("Event Document Organization Place Person", "Quantity"),
    "publishedVia": ("Document Event", "Channel Organization"),
}
VALUES = {
    *("officialNumber", "year", "kind", "level", "edtf", "granularity", "start", "end", "daypart"),
    *("amount", "unit", "approximator"),
    *("heldBy", "post", "earliestBegin", "latestBegin", "earliestEnd", "latestEnd"),
    *("subject", "predicate", "object", "objectValue", "status", "attributedTo", "confidence", "evidence", "rule"),
    *("inArticle", "beginOffset", "endOffset", "quote", "refersTo", "mentionKind", "qualifierTime", "sha256"),
}
CLASSES = {"Entity", "Agent", *TYPES, "Tenure", "Article", "Statement", "TextSpan"}
VIS_SHAPES = {"dot", "square", "triangle", "triangleDown", "diamond", "star", "hexagon", "box", "ellipse"}
SCHEMES = {
    "status": "asserted planned former negated reported",
    "granularity": "day month quarter year range term decade century",
    "approximator": "about nearly over atLeast atMost",
    "level": None, "org-kind": None, "place-kind": None, "event-kind": None, "document-kind": None,
}  # fmt: skip

terms = pytest.mark.parametrize("term", [*ours(OWL.Class), *properties()], ids=local)


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_classes_are_those_of_the_contract() -> None:
    assert {local(c) for c in ours(OWL.Class)} == CLASSES


def test_the_properties_are_the_guides_predicates_and_the_values_of_the_contract() -> None:
    assert {local(p) for p in properties()} == set(GUIDE) | set(VALUES)


@pytest.mark.parametrize("name", GUIDE)
def test_a_predicate_joins_the_types_that_the_guide_says(name: str) -> None:
    subjects, objects = GUIDE[name]
    assert members(VNKG[name], RDFS.domain) == set(subjects.split())
    if objects == "literal":
        assert VNKG[name] in ours(OWL.DatatypeProperty)
    else:
        assert VNKG[name] in ours(OWL.ObjectProperty)
        assert members(VNKG[name], RDFS.range) == set(objects.split())


def test_the_exact_types_are_leaves_of_the_class_tree() -> None:
    parents = {local(p) for p in read("vnkg").objects(None, RDFS.subClassOf)}
    assert not parents & set(TYPES)


# ── labels, definitions, drawing ─────────────────────────────────────────────────────────────────────────────────────


@terms
def test_a_term_has_one_label_and_one_definition_in_each_language(term: URIRef) -> None:
    for language in ("vi", "en"):
        assert len(labels(read("vnkg"), term, language)) == 1
        texts = [o for o in read("vnkg").objects(term, SKOS.definition) if getattr(o, "language", None) == language]
        assert len(texts) == 1
        assert str(texts[0]).endswith(".")


@terms
def test_a_term_says_where_it_is_defined(term: URIRef) -> None:
    assert (term, RDFS.isDefinedBy, IRI) in read("vnkg")


@pytest.mark.parametrize("term", properties(), ids=local)
def test_a_property_has_a_domain_and_a_range(term: URIRef) -> None:
    assert members(term, RDFS.domain) <= CLASSES
    assert len(list(read("vnkg").objects(term, RDFS.domain))) == 1
    # The object of `predicate` is a property; no class that stays inside OWL 2 DL holds those.
    assert len(list(read("vnkg").objects(term, RDFS.range))) == (0 if term == VNKG.predicate else 1)


@pytest.mark.parametrize("term", ours(OWL.ObjectProperty), ids=local)
def test_an_object_property_can_be_read_backwards_in_vietnamese(term: URIRef) -> None:
    (inverse,) = read("vnkg").objects(term, VNKG.inverseLabel)
    assert isinstance(inverse, Literal) and inverse.language == "vi"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_terms_share_a_label(language: str) -> None:
    found = [label.casefold() for t in [*ours(OWL.Class), *properties()] for label in labels(read("vnkg"), t, language)]
    assert sorted(found) == sorted(set(found))


def test_labels_have_no_stray_space() -> None:
    for name in ("vnkg", "codes"):
        for text in read(name).objects(None, RDFS.label):
            assert " ".join(str(text).split()) == str(text)


def test_every_class_has_a_colour_and_a_shape_that_the_page_can_draw() -> None:
    for class_ in ours(OWL.Class):
        assert re.fullmatch(r"#[0-9A-F]{6}", str(read("vnkg").value(class_, VNKG.color)))
        assert str(read("vnkg").value(class_, VNKG.shape)) in VIS_SHAPES


def test_each_type_has_a_colour_and_a_shape_of_its_own() -> None:
    for hint in (VNKG.color, VNKG.shape):
        assert len({str(read("vnkg").value(VNKG[name], hint)) for name in TYPES}) == len(TYPES)


def seen_by(colour: str, matrix: tuple[tuple[float, float, float], ...]) -> tuple[float, ...]:
    rgb = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(sum(m * c for m, c in zip(row, rgb, strict=True)) for row in matrix)


@pytest.mark.parametrize(
    "matrix",
    [  # Machado, Oliveira, Fernandes 2009: protanopia and deuteranopia at full severity
        ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
        ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    ],
    ids=["protanopia", "deuteranopia"],
)
def test_types_look_different_to_colour_blind_readers(matrix: tuple[tuple[float, float, float], ...]) -> None:
    colours = [str(read("vnkg").value(VNKG[name], VNKG.color)) for name in TYPES]
    for one, other in combinations(colours, 2):
        a, b = seen_by(one, matrix), seen_by(other, matrix)
        assert sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5 > 0.08, (one, other)


# ── header and OWL 2 DL ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_header_has_version_licence_titles_and_prefix() -> None:
    graph = read("vnkg")
    version = str(graph.value(IRI, OWL.versionInfo))
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert graph.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{version}")
    for name in ("vnkg", "codes", "alignments", "shapes"):
        assert URIRef("https://creativecommons.org/licenses/by/4.0/") in set(read(name).objects(None, DCTERMS.license))
    for link in (DCTERMS.title, DCTERMS.description):
        assert {getattr(o, "language", None) for o in graph.objects(IRI, link)} == {"vi", "en"}


@pytest.mark.parametrize("name", ["vnkg", "codes", "alignments"])
def test_every_property_that_a_file_uses_is_declared_in_it(name: str) -> None:
    graph = read(name)
    built_in = (str(RDF), str(RDFS), str(OWL))
    declared = set(graph.subjects(RDF.type, None))
    used = {p for p in graph.predicates() if not str(p).startswith(built_in)}
    assert used <= declared


def test_no_property_is_of_two_kinds() -> None:
    kinds = [set(ours(k)) for k in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Class)]
    for one, other in combinations(kinds, 2):
        assert not one & other


def test_datatypes_stay_inside_owl_2_dl() -> None:
    allowed = {XSD.string, XSD.integer, XSD.decimal, XSD.dateTime, RDFS.Literal}
    for term in ours(OWL.DatatypeProperty):
        assert set(read("vnkg").objects(term, RDFS.range)) <= allowed
    for name in ("vnkg", "codes", "alignments"):
        assert {o.datatype for o in read(name).objects() if isinstance(o, Literal)} <= {None, *allowed}


# ── codes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_code_lists_are_those_of_the_contract() -> None:
    schemes = {str(s).removeprefix(CODE) for s in read("codes").subjects(RDF.type, SKOS.ConceptScheme)}
    assert schemes == set(SCHEMES)
    for scheme, expected in SCHEMES.items():
        assert codes(scheme)
        assert expected is None or codes(scheme) == set(expected.split())


def test_every_code_and_list_has_labels_and_a_notation_that_is_its_name() -> None:
    graph = read("codes")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    for concept in concepts:
        assert str(concept) == f"{graph.value(concept, SKOS.inScheme)}/{graph.value(concept, SKOS.notation)}"
    for node in concepts | set(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        assert len(labels(graph, node, "vi")) == len(labels(graph, node, "en")) == 1


def test_labels_of_one_code_list_differ() -> None:
    for scheme in SCHEMES:
        for language in ("vi", "en"):
            concepts = read("codes").subjects(SKOS.inScheme, URIRef(f"{CODE}{scheme}"))
            found = [label for c in concepts for label in labels(read("codes"), c, language)]
            assert len(set(found)) == len(found), (scheme, language)


def test_the_closed_lists_in_the_shapes_are_the_code_lists() -> None:
    shapes = read("shapes")
    for name in ("status", "granularity", "approximator", "level"):
        (shape,) = shapes.subjects(SH.path, VNKG[name])
        listed = {str(c) for c in Collection(shapes, shapes.value(shape, SH["in"]))}
        assert listed == {f"{CODE}{name}/{code}" for code in codes(name)}


def named_codes() -> set[tuple[str, str, str]]:
    """(file, scheme, code) of every kind and level that a lexicon's heads or a table of known entities give."""
    scheme_of = {"organizations": "org-kind", "places": "place-kind", "events": "event-kind",
                 "documents": "document-kind", "bodies": "org-kind", "countries": "place-kind",
                 "provinces": "place-kind"}  # fmt: skip
    found = set()
    for path in sorted(ONTOLOGY.glob("lexicon/*.toml")) + sorted(ONTOLOGY.glob("known/*.csv")):
        scheme = scheme_of.get(path.stem)
        if scheme is None:
            continue
        for entry in entries(path):
            for column, list_ in (("kind", scheme), ("level", "level")):
                if isinstance(entry.get(column), str) and entry[column]:
                    found.add((path.name, list_, str(entry[column])))
    return found


def entries(path: Path) -> list[dict[str, object]]:
    text = path.read_text("utf-8")
    if path.suffix == ".csv":
        return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))
    tables = [table for table in tomllib.loads(text).values() if isinstance(table, list)]
    return [entry for table in tables for entry in table if isinstance(entry, dict)]


def test_every_kind_and_level_that_the_lexicons_name_is_a_code() -> None:
    assert {(file, scheme, code) for file, scheme, code in named_codes() if code not in codes(scheme)} == set()
