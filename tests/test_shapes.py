"""The SHACL shapes accept the sample graph and find every seeded fault, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, SH, SKOS, Graph

from ontology_files import CODE, VNKG, ours, properties, read

SAMPLE = Path(__file__).parent / "data" / "sample.ttl"
PREFIXES = """@base <https://w3id.org/vnkg/> .
@prefix vnkg: <https://w3id.org/vnkg/ont#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
"""
BASIS = """<f/a> a vnkg:Article ; dcterms:identifier "a" ; vnkg:sha256 "%s" .
<f/a#offset_0_4> a vnkg:TextSpan ; vnkg:inArticle <f/a> ; vnkg:beginOffset 0 ; vnkg:endOffset 4 ; vnkg:quote "abcd" .
<f/e> a vnkg:Event ; rdfs:label "e"@vi . <f/o> a vnkg:Organization ; rdfs:label "o"@vi .
<f/p> a vnkg:Person ; rdfs:label "p"@vi . <f/d> a vnkg:Document ; rdfs:label "d"@vi .
""" % ("0" * 64)


def statement(name: str, **changes: str) -> str:
    """A sound planned statement of the event's organizer, with some values changed or left out ("")."""
    values = {"subject": "<f/e>", "predicate": "vnkg:organizer", "object": "<f/o>", "status": "<code/status/planned>",
              "confidence": "0.9", "evidence": "<f/a#offset_0_4>"} | changes  # fmt: skip
    return f"<f/{name}> a vnkg:Statement " + "".join(f"; vnkg:{k} {v} " for k, v in values.items() if v) + "."


# name of the node at fault → (data, a word of the message or the path at fault)
FAULTS = {
    "unknown-status": (statement("unknown-status", status="<code/status/stated>"), "status"),
    "too-sure": (statement("too-sure", confidence="2"), "confidence"),
    "no-evidence": (statement("no-evidence", evidence=""), "evidence"),
    "no-status": (statement("no-status", status=""), "status"),
    "no-object": (statement("no-object", object=""), "objectValue"),
    "two-objects": (statement("two-objects", objectValue='"x"'), "objectValue"),
    "strange-predicate": (statement("strange-predicate", predicate="vnkg:edtf"), "predicate"),
    "nobody-says": (statement("nobody-says", status="<code/status/reported>"), "reported"),
    "not-plain": (statement("not-plain", status="<code/status/asserted>"), "plain triple"),
    "plain-plan": (statement("plain-plan", predicate="vnkg:host") + " <f/e> vnkg:host <f/o> .", "must not stand"),
    "by-an-event": (statement("by-an-event", attributedTo="<f/e>"), "attributedTo"),
    "wrong-length": (
        '<f/wrong-length> a vnkg:TextSpan ; vnkg:inArticle <f/a> ; vnkg:beginOffset 5 ; '
        'vnkg:endOffset 9 ; vnkg:quote "abc" .',
        "length",
    ),
    "backwards": (
        '<f/backwards> a vnkg:TextSpan ; vnkg:inArticle <f/a> ; vnkg:beginOffset 9 ; '
        'vnkg:endOffset 5 ; vnkg:quote "abcd" .',
        "beginOffset",
    ),
    "lost-mention": (
        '<f/lost-mention> a vnkg:TextSpan ; vnkg:inArticle <f/a> ; vnkg:beginOffset 0 ; vnkg:endOffset 1 ; '
        'vnkg:quote "a" ; vnkg:refersTo <f/nothing> .',
        "refersTo leads",
    ),
    "nameless": ("<f/nameless> a vnkg:Person .", "label"),
    "two-labels": ('<f/two-labels> a vnkg:Person ; rdfs:label "a"@vi , "b"@vi .', "label"),
    "signed-by-body": ('<f/signed-by-body> a vnkg:Document ; rdfs:label "x"@vi ; vnkg:signedBy <f/o> .', "signedBy"),
    "wrong-kind": ('<f/wrong-kind> a vnkg:Event ; rdfs:label "x"@vi ; vnkg:kind <code/org-kind/party> .', "kind"),
    "no-edtf": ('<f/no-edtf> a vnkg:TimeSpan ; rdfs:label "x"@vi ; vnkg:edtf "31/8/2025" .', "edtf"),
    "ends-first": (
        '<f/ends-first> a vnkg:TimeSpan ; rdfs:label "x"@vi ; vnkg:edtf "2025" ; '
        'vnkg:start "2025-12-31T00:00:00"^^xsd:dateTime ; vnkg:end "2025-01-01T00:00:00"^^xsd:dateTime .',
        "start",
    ),
    "roughly": (
        '<f/roughly> a vnkg:Quantity ; rdfs:label "x"@vi ; vnkg:approximator <code/approximator/roughly> .',
        "approximator",
    ),
    "worded-number": ('<f/worded-number> a vnkg:Quantity ; rdfs:label "x"@vi ; vnkg:amount "ten" .', "amount"),
    "zeroth": ('<f/zeroth> a vnkg:Event ; rdfs:label "x"@vi ; vnkg:ordinal 0 .', "ordinal"),
    "nobody-holds": ("<f/nobody-holds> a vnkg:Tenure ; vnkg:post <f/o> .", "heldBy"),
    "own-part": ('<f/own-part> a vnkg:Organization ; rdfs:label "x"@vi ; vnkg:partOf <f/own-part> .', "itself"),
    "mixed-part": ('<f/mixed-part> a vnkg:Organization ; rdfs:label "x"@vi ; vnkg:partOf <f/e> .', "one kind"),
    "no-digest": ('<f/no-digest> a vnkg:Article ; dcterms:identifier "x" .', "sha256"),
}


def report(data: Graph) -> tuple[bool, list[tuple[str, str]]]:
    """Whether the data conform, and (node at fault, message and path) of each result."""
    conforms, results, _ = validate(data, shacl_graph=read("shapes"))
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        whole_graph = str(focus).startswith(str(VNKG))
        words = " ".join(str(results.value(result, link)) for link in (SH.resultMessage, SH.resultPath))
        found.append((str(value if whole_graph else focus), words))
    return conforms, found


@cache
def faults_found() -> dict[str, str]:
    data = Graph().parse(data=PREFIXES + BASIS + "\n".join(text for text, _ in FAULTS.values()), format="turtle")
    found: dict[str, str] = {}
    for node, words in report(data)[1]:
        found[node] = f"{found.get(node, '')} {words}"
    return found


def test_the_sample_graph_conforms_to_the_shapes() -> None:
    assert report(Graph().parse(SAMPLE)) == (True, [])


@pytest.mark.parametrize("name", FAULTS)
def test_the_shapes_find_a_seeded_fault(name: str) -> None:
    assert FAULTS[name][1] in faults_found().get(f"https://w3id.org/vnkg/f/{name}", "")


def test_the_shapes_blame_nothing_but_the_faults() -> None:
    assert set(faults_found()) == {f"https://w3id.org/vnkg/f/{name}" for name in FAULTS}


def test_the_shapes_name_only_terms_of_the_ontology() -> None:
    known = {str(t) for t in [*ours(OWL.Class), *properties()]}
    shapes = read("shapes")
    named = {o for link in (SH.path, SH["class"], SH.targetClass, SH.targetNode) for o in shapes.objects(None, link)}
    assert {str(t) for t in named if str(t).startswith(str(VNKG))} <= known


def test_the_sample_graph_uses_only_terms_of_the_ontology() -> None:
    data = Graph().parse(SAMPLE)
    used = {str(t) for t in {*data.predicates(), *data.objects(None, RDF.type)} if str(t).startswith(str(VNKG))}
    assert used <= {str(t) for t in [*ours(OWL.Class), *properties()]}
    codes_used = {o for o in data.objects() if str(o).startswith(CODE)}
    assert codes_used <= set(read("codes").subjects(RDF.type, SKOS.Concept))


def test_a_fact_that_one_article_asserts_and_another_only_plans_stands_rightly() -> None:
    said = statement("said", status="<code/status/asserted>") + statement("planned")
    data = Graph().parse(data=PREFIXES + BASIS + said + " <f/e> vnkg:organizer <f/o> .", format="turtle")
    assert report(data) == (True, [])
