"""Nodes, edges and places of a picture."""

from __future__ import annotations

import math
from itertools import combinations

from drawn import ISSUED, issued, many, planned
from vnkg import legend, network
from vnkg.layout import SPACING, place
from vnkg.model import Annotation, Article, Span, Statement
from vnkg.network import UNCERTAIN, Edge
from vnkg.scene import Limits, passage, scene

LIMITS = Limits(small=0, start=5, most=1000, evidence=3, aside=frozenset({"TimeSpan"}))


def _edge(built: network.Network, relation: str) -> Edge:
    return next(edge for edge in built.edges if edge.relation == relation)


def test_entities_of_two_articles_with_one_key_are_one_node() -> None:
    built = network.build([issued(), planned()])
    bodies = [node for node in built.nodes if node.type == "Organization"]
    assert [(node.name, node.articles, node.mentions) for node in bodies] == [("Tỉnh ủy Bình An", 2, 2)]
    assert bodies[0].label_en == "Bình An Party Committee"


def test_node_ids_are_the_iris_of_the_graph() -> None:
    assert all(node.id.startswith("https://w3id.org/vnkg/") for node in network.build([issued()]).nodes)
    assert all(node.id.startswith("https://example.org/kg/") for node in
               network.build([issued()], "https://example.org/kg/").nodes)


def test_one_fact_of_two_articles_is_one_edge_with_two_claims_in_the_order_of_their_dates() -> None:
    edge = _edge(network.build([planned(), issued()]), "issuedBy")
    assert edge.articles == 2
    assert [claim.article for claim in edge.claims] == ["binh-an-1", "binh-an-2"]


def test_a_claim_without_enough_confidence_is_no_fact() -> None:
    edge = _edge(network.build([planned()]), "issuedBy")
    assert [claim.standing for claim in edge.claims] == [UNCERTAIN]
    assert not edge.is_fact


def test_plans_and_former_posts_are_no_facts() -> None:
    built = network.build([issued(), planned()])
    assert not _edge(built, "organizer").is_fact
    assert not _edge(built, "holds").is_fact
    assert _edge(built, "issuedBy").is_fact


def test_literals_are_values_of_their_subject_and_never_nodes() -> None:
    built = network.build([issued(), planned()])
    assert [(value.relation, value.target) for value in built.values] == [
        ("theme", "Bình An xanh"), ("said", "kế hoạch sẽ được thực hiện")]
    assert "Bình An xanh" not in {node.name for node in built.nodes}


def test_who_says_it_is_a_node_too() -> None:
    built = network.build([planned()])
    speaker = next(node.id for node in built.nodes if node.type == "Organization")
    assert built.values[0].claims[0].attributed_to == speaker


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [issued(), planned(), *many(5)]
    assert network.build(articles) == network.build(reversed(articles))
    term = legend.load()
    assert scene(network.build(articles), term, LIMITS, {}) == scene(network.build(articles[::-1]), term, LIMITS, {})


def test_a_statement_about_an_unknown_entity_is_left_out() -> None:
    broken = Annotation(Article("a", "Bình An."), (), (Statement("e1", "partOf", Span(0, 3), object="e2"),))
    assert network.build([broken]).edges == ()


def test_a_passage_is_the_sentence_around_the_evidence() -> None:
    quote = ISSUED.index("Trần Văn Minh")
    found = passage(ISSUED, Span(quote, quote + 13))
    assert ISSUED[found.start : found.end] == ISSUED[ISSUED.index("Ông Trần") :]


def test_a_passage_does_not_end_after_an_abbreviation() -> None:
    text = "Trước đó. Đoàn đến TP. Bình An hôm nay. Sau đó về."
    found = passage(text, Span(text.index("Đoàn"), text.index("Đoàn") + 4))
    assert text[found.start : found.end] == "Đoàn đến TP. Bình An hôm nay."


def test_a_passage_of_a_text_without_stops_stays_short() -> None:
    text = "chữ " * 2000
    found = passage(text, Span(4000, 4003))
    assert found.start < 4000 < found.end
    assert found.end - found.start < 700


def test_offsets_inside_a_passage_count_utf16_units() -> None:
    text = "𝔅𝔦̀𝔫𝔥 An thuộc Việt Nam."
    first = many(1)[0]
    moved = Annotation(Article("u", text), first.entities, (
        Statement("e0", "partOf", Span(text.index("An"), text.index("An") + 2), object="e1"),))
    page = scene(network.build([moved]), legend.load(), LIMITS, {})
    number, start, end, *_ = page["edges"][0]["claims"][0]
    units = page["page"]["passages"][number].encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "An"


def test_nodes_keep_their_distance() -> None:
    shown = scene(network.build(many(40)), legend.load(), LIMITS, {})["nodes"]
    points = [(node["x"], node["y"]) for node in shown]
    assert min(math.dist(a, b) for a, b in combinations(points, 2)) > SPACING / 2


def test_linked_nodes_stand_nearer_than_others() -> None:
    built = network.build(many(30))
    places = place([node.id for node in built.nodes], {(edge.source, edge.target): 1.0 for edge in built.edges})
    linked = [math.dist(places[edge.source], places[edge.target]) for edge in built.edges]
    every = [math.dist(places[a.id], places[b.id]) for a, b in combinations(built.nodes, 2)]
    assert sum(linked) / len(linked) < 0.5 * sum(every) / len(every)


def test_a_layout_is_the_same_each_time_and_needs_no_links() -> None:
    weights = {("a", "b"): 1.0, ("b", "c"): 2.0, ("d", "d"): 1.0}
    assert place(list("abcde"), weights) == place(list("edcba"), weights)
    assert place([], {}) == {}
    assert len(set(place(list("abcde"), {}).values())) == 5


def test_a_large_network_starts_from_its_best_connected_part() -> None:
    shown = scene(network.build(many(30)), legend.load(), LIMITS, {})["nodes"]
    start = [node for node in shown if "start" in node]
    assert len(start) == 5
    assert max(shown, key=lambda node: node["degree"]) in start


def test_nodes_of_types_aside_have_no_place_until_the_network_is_small() -> None:
    built = network.build([issued()])
    aside = [n for n in scene(built, legend.load(), LIMITS, {})["nodes"] if n["type"] == "TimeSpan"]
    assert aside and all("x" not in node for node in aside)
    small = Limits(small=50, start=5, most=1000, evidence=3, aside=frozenset({"TimeSpan"}))
    assert all("start" in node for node in scene(built, legend.load(), small, {})["nodes"])


def test_a_page_holds_no_more_nodes_than_its_limit_and_says_how_many_there_are() -> None:
    limits = Limits(small=0, start=5, most=10, evidence=3, aside=frozenset())
    shown = scene(network.build(many(30)), legend.load(), limits, {})
    assert len(shown["nodes"]) == 10
    assert shown["page"]["total"]["nodes"] == 91
    kept = {node["id"] for node in shown["nodes"]}
    assert all(edge["from"] in kept and edge["to"] in kept for edge in shown["edges"])


def test_edges_between_the_same_nodes_are_bent_apart() -> None:
    text = many(1)[0]
    twice = Annotation(text.article, text.entities, (
        Statement("e0", "partOf", Span(0, 5), object="e1"), Statement("e0", "participant", Span(0, 5), object="e1"),
        Statement("e1", "issuedBy", Span(0, 5), object="e0")))
    bends = [edge.get("bend", 0) for edge in scene(network.build([twice]), legend.load(), LIMITS, {})["edges"]]
    assert sorted(map(abs, bends)) == [0, 1, 2]


def test_types_and_relations_are_named_and_drawn_as_the_ontology_says() -> None:
    term = legend.load()["Document"]
    assert (term.vi, term.en, term.shape) == ("Văn bản", "Document", "diamond")
    assert legend.load()["issuedBy"].inverse == "ban hành"
    assert legend.load()["unheardOf"].vi == "unheardOf"


def test_a_measured_precision_stands_beside_its_relation_and_nothing_where_there_is_none() -> None:
    relations = scene(network.build([issued()]), legend.load(), LIMITS, {"issuedBy": (0.91, 40)})["page"]["relations"]
    assert {relation["id"]: relation.get("precision") for relation in relations} == {
        "issuedBy": [0.91, 40], "issuedOn": None, "holds": None, "positionIn": None, "said": None}
