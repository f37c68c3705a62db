"""Alignments lead from our terms to terms that exist, and infer nothing false."""

from __future__ import annotations

from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, URIRef
from rdflib.namespace import DefinedNamespace

from ontology_files import local, ours, properties, read

# Closed vocabularies that rdflib knows term by term, and the terms of others that were found in their files.
CLOSED: dict[str, type[DefinedNamespace]] = {
    str(ORG): ORG, str(FOAF): FOAF, str(PROV): PROV, str(DCTERMS): DCTERMS, str(TIME): TIME, str(RDF): RDF,
    "http://schema.org/": SDO,
}  # fmt: skip
VERIFIED = {
    "http://semanticweb.cs.vu.nl/2009/11/sem/":
        "Actor Event Place Time accordingTo eventType hasActor hasBeginTimeStamp hasEndTimeStamp hasPlace hasTime "
        "subEventOf",
    "http://data.europa.eu/eli/ontology#":
        "AdministrativeArea LegalResource Work amends based_on date_document id_local is_about jurisdiction number "
        "passed_by repeals type_document",
    "http://purl.org/ontology/bibo/": "Article Conference Document LegalDocument issuer number presentedAt",
    "http://linkedevents.org/ontology/": "Event atPlace atTime involvedAgent",
    "http://www.cidoc-crm.org/cidoc-crm/":
        "E13_Attribute_Assignment E21_Person E31_Document E39_Actor E52_Time-Span E53_Place E54_Dimension E5_Event "
        "E74_Group P11_had_participant P129_is_about P14_carried_out_by P43_has_dimension P4_has_time-span "
        "P7_took_place_at P90_has_value",
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#":
        "Context OffsetBasedString anchorOf beginIndex confidence endIndex referenceContext",
    "http://www.w3.org/ns/oa#": "SpecificResource end exact hasSource start",
    "http://groundedannotationframework.org/gaf#": "Instance Mention denotes",
    "http://groundedannotationframework.org/grasp#": "Attribution hasAttribution wasAttributedTo",
    "http://www.opengis.net/ont/geosparql#": "Feature sfWithin",
    "http://www.geonames.org/ontology#": "Feature",
    "http://qudt.org/schema/qudt/": "QuantityValue hasUnit numericValue",
    "https://www.ica.org/standards/RiC/ontology#": "CorporateBody Position isOrWasSubordinateTo",
    "http://rdfs.org/sioc/ns#": "Site",
}  # fmt: skip
# Terms of schema.org that are younger than rdflib's list of it.
YOUNGER = {"http://schema.org/legislationAmends", "http://schema.org/legislationRepeals"}
LINKS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch)


def exists(term: URIRef) -> bool:
    namespace = next((n for n in (*CLOSED, *VERIFIED) if term.startswith(n)), None)
    assert namespace, f"unknown namespace: {term}"
    name = term.removeprefix(namespace)
    return str(term) in YOUNGER or (
        name in CLOSED[namespace] if namespace in CLOSED else name in VERIFIED[namespace].split()
    )


def test_alignments_lead_from_our_terms_to_terms_that_exist() -> None:
    known = {*ours(OWL.Class), *properties()}
    found = [(s, o) for link in LINKS for s, o in read("alignments").subject_objects(link)]
    assert len(found) > 100
    for subject, other in found:
        assert subject in known
        assert isinstance(other, URIRef) and exists(other), other


def test_alignments_make_nothing_equivalent_and_import_nothing() -> None:
    graph = read("alignments") + read("vnkg")
    for link in (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs, OWL.imports):
        assert (None, link, None) not in graph


def test_hard_links_join_classes_to_classes_and_properties_to_properties() -> None:
    graph = read("alignments")
    for link, kind in ((RDFS.subClassOf, OWL.Class), (RDFS.subPropertyOf, OWL.ObjectProperty)):
        for subject, other in graph.subject_objects(link):
            assert subject in ours(kind)
            assert (other, RDF.type, kind) in graph


def test_what_would_infer_falsehoods_stays_soft() -> None:
    hard = {(local(s), str(o)) for link in LINKS[:2] for s, o in read("alignments").subject_objects(link)}
    assert not {name for name, _ in hard} & {"organizer", "host", "place", "positionIn", "issuedOn"}
    assert not {other for _, other in hard if "eli/ontology" in other}
