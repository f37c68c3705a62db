"""Annotations → RDF and back."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

import invented
from vnkg import rdf
from vnkg.errors import GraphError, OutputError, QueryError
from vnkg.model import CORPUS, Article, Entity, Mention
from vnkg.store import Graph, Iri, edtf, engine, folder, iris, tenures, triples, write
from vnkg.store.merge import choose


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph.of(invented.annotations())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "output"
    write(invented.annotations(), path)
    return path


def one(graph: Graph, name: str) -> str:
    (node,) = graph.find(name)
    return node.iri


# IRIs


def test_a_key_fixes_the_iri_whatever_the_display_name_and_article() -> None:
    there = Article("x", "Tỉnh ủy"), Article("y", "Tỉnh ủy")
    found = {
        iris.entities(rdf.BASE, article, (Entity("1", "Organization", name, (Mention(0, 2, "Organization"),),
                                                 "Organization|tỉnh ủy bình an", CORPUS),))["1"]
        for article, name in zip(there, ("Tỉnh ủy", "Tỉnh ủy Bình An"), strict=True)
    }
    assert len(found) == 1
    assert found.pop().startswith("https://w3id.org/vnkg/e/tinh-uy-binh-an-")


def test_names_that_differ_only_in_diacritics_stay_two() -> None:
    article = Article("x", "abc")
    found = iris.entities(rdf.BASE, article, tuple(
        Entity(name, "Place", name, (), f"Place|{name}", CORPUS) for name in ("hòa an", "hoa ân")))
    assert len(set(found.values())) == 2


def test_what_lives_in_one_article_never_merges_by_name() -> None:
    entity = Entity("1", "Event", "Hội nghị", (Mention(5, 13, "Event"),))
    found = {iris.entities(rdf.BASE, Article(name, ""), (entity,))["1"] for name in ("x", "y")}
    assert len(found) == 2 and all(iri.endswith("-5") for iri in found)


def test_two_entities_of_one_article_on_the_same_words_stay_two() -> None:
    both = tuple(Entity(type_, type_, "Bình An", (Mention(0, 7, type_),)) for type_ in ("Place", "Organization"))
    assert len(set(iris.entities(rdf.BASE, Article("x", "Bình An"), both).values())) == 2


def test_a_date_is_one_node_everywhere_unless_its_year_is_unknown(graph: Graph) -> None:
    assert graph.entity(rdf.BASE + "t/2025-08-31")
    unknown = [node.iri for node in graph.entities("TimeSpan") if "XXXX-01-15" in node.iri]
    assert len(unknown) == 2


@pytest.mark.parametrize("name", ["../../etc", "Bài số 1", "a b", "..", "x" * 300, "https://a/b", "a#b", "", "a."])
def test_any_article_id_gives_a_safe_and_distinct_iri(name: str) -> None:
    safe = iris.article_name(name)
    assert safe != iris.article_name(name + "!")
    assert safe.isascii() and not set(safe) & set("/#: <>\"") and not safe.endswith(".") and len(safe) <= 80


# Dates


@pytest.mark.parametrize(("date", "start", "end"), [
    ("2025-08-31", "2025-08-31T00:00:00", "2025-08-31T23:59:59"),
    ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"),
    ("2025-35", "2025-07-01T00:00:00", "2025-09-30T23:59:59"),
    ("2025-41", "2025-07-01T00:00:00", "2025-12-31T23:59:59"),
    ("2025", "2025-01-01T00:00:00", "2025-12-31T23:59:59"),
    ("202X", "2020-01-01T00:00:00", "2029-12-31T23:59:59"),
    ("2015/2020", "2015-01-01T00:00:00", "2020-12-31T23:59:59"),
    ("2025-08/2025-10", "2025-08-01T00:00:00", "2025-10-31T23:59:59"),
    ("2025-08/..", "2025-08-01T00:00:00", None),
    ("XXXX-01-15", None, None),
    ("2025-02-30", None, None),
    ("2025-13", None, None),
])
def test_bounds_follow_the_granularity(date: str, start: str | None, end: str | None) -> None:
    assert edtf.bounds(date) == (start, end)
    assert edtf.is_edtf(date)


@pytest.mark.parametrize("words", ["27/12", "hôm qua", "", "12", "2025-1-1", "../../x", "ngày 31/8/2025"])
def test_other_words_are_no_date(words: str) -> None:
    assert not edtf.is_edtf(words)


# Merging


def test_a_label_is_the_most_frequent_then_the_longest_then_the_first_name() -> None:
    assert choose(Counter({"a": 2, "bbb": 1})) == "a"
    assert choose(Counter({"a": 1, "bbb": 1})) == "bbb"
    assert choose(Counter({"b": 1, "a": 1})) == "a"


def test_an_entity_of_three_articles_is_one_node_with_all_its_names(graph: Graph) -> None:
    (minh,) = graph.entities("Person")
    assert (minh.label, minh.aliases) == ("Trần Văn Minh", ("Minh",))
    assert {quote.article for quote in graph.about(minh).mentions} == {"ke-hoach-1", "hoi-thao-2", "Chia tay/3"}


def test_decomposed_names_become_composed_labels_and_quotes_stay_as_they_are() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Trần Văn Minh")
    entity = invented.entity(text, "1", "Person", text, "Person|trần văn minh")
    found = Graph.of([replace(invented.plan(), article=Article("x", text), entities=(entity,), statements=())])
    (node,) = found.entities()
    assert node.label == "Trần Văn Minh" and node.aliases == ()
    assert found.about(node).mentions[0].text == text


def test_a_date_is_labelled_with_its_year() -> None:
    text = "Sáng nay họp."
    spoken = replace(invented.plan(), article=Article("x", text), statements=(),
                     entities=(invented.day(text, "1", "Sáng nay", "2025-08-31"),))
    (node,) = Graph.of([spoken]).entities()
    assert (node.label, node.aliases) == ("31/8/2025", ())


# Triples


def test_an_asserted_fact_stands_plain_and_others_only_as_statements(graph: Graph) -> None:
    plan, board = one(graph, "Kế hoạch số 7-KH/TU"), one(graph, "Ban Thường vụ Tỉnh ủy Bình An")
    assert graph.query(f"ASK {{ <{plan}> vnkg:issuedBy <{board}> }}")
    assert not graph.query(f"ASK {{ <{plan}> vnkg:about ?x }}"), "confidence 0.3"
    assert not graph.query(f"ASK {{ <{plan}> vnkg:quantity ?x }}"), "reported"
    assert {fact.predicate for fact in graph.statements(subject=plan)} == {"about", "issuedBy", "issuedOn", "quantity"}


def test_every_statement_leads_to_its_words(graph: Graph) -> None:
    texts = {a.article.id: a.article.text for a in invented.annotations()}
    facts = graph.statements()
    assert len(facts) == sum(len(a.statements) for a in invented.annotations())
    for fact in facts:
        assert fact.quotes
        for quote in fact.quotes:
            assert texts[fact.article][quote.start : quote.end] == quote.text


def test_the_same_fact_in_two_sentences_is_one_statement_with_two_quotes() -> None:
    annotation = invented.plan()
    first = annotation.statements[0]
    again = replace(first, evidence=invented.Span(0, 14), confidence=0.5)
    (fact,) = Graph.of([replace(annotation, statements=(first, again))]).statements()
    assert len(fact.quotes) == 2 and fact.confidence == 0.95


def test_values_are_written_as_measured(graph: Graph) -> None:
    row = graph.query("""SELECT ?amount ?near ?unit ?number ?year WHERE {
        ?q vnkg:amount ?amount ; vnkg:approximator ?near ; vnkg:unit ?unit .
        ?d vnkg:officialNumber ?number ; vnkg:year ?year }""").rows[0]
    assert row == (600.0, "https://w3id.org/vnkg/code/approximator/nearly", "văn bản", "7-KH/TU", 2025)
    assert isinstance(row[1], Iri)
    assert graph.query("ASK { ?event vnkg:ordinal 20 }")
    assert '"600"^^<http://www.w3.org/2001/XMLSchema#decimal>' in {o for _, _, o in graph.triples()}


def test_a_statement_about_an_unknown_entity_is_refused_with_its_place() -> None:
    annotation = invented.farewell()
    broken = replace(annotation, statements=(replace(annotation.statements[0], object="nobody"),))
    with pytest.raises(GraphError, match=r"Chia tay/3.*nobody"):
        Graph.of([broken])


def test_two_texts_with_one_id_are_refused() -> None:
    annotation = invented.farewell()
    with pytest.raises(GraphError, match="two texts"):
        Graph.of([annotation, replace(annotation, article=replace(annotation.article, text=invented.PLAN))])


def test_a_date_in_a_qualifier_gets_a_node_of_its_own() -> None:
    annotation = invented.farewell()
    dated = replace(annotation.statements[0], qualifiers=(("time", "2019-05"),))
    found = Graph.of([replace(annotation, statements=(dated,))])
    assert found.statements()[0].times == (rdf.BASE + "t/2019-05",)
    assert found.query('ASK { t:2019-05 vnkg:start "2019-05-01T00:00:00"^^xsd:dateTime ; rdfs:label ?label }')


# Tenures


def test_a_post_is_evidence_for_the_days_of_its_articles(graph: Graph) -> None:
    (holding,) = graph.holdings()
    assert dict(holding.bounds) == {
        "latestBegin": "2025-11-12T23:59:59",
        "earliestEnd": "2025-12-01T00:00:00",
        "latestEnd": "2026-03-01T23:59:59",
    }


def test_without_a_publication_date_nothing_is_bounded() -> None:
    assert tenures.stated("asserted", None) == tenures.stated("former", None) == tenures.Tenure()


def test_an_election_begins_a_tenure_and_a_month_never_passes_the_article() -> None:
    found = tenures.stated("asserted", "2025-11-12", begin="2025-11")
    assert found == tenures.Tenure("2025-11-01T00:00:00", "2025-11-12T23:59:59", "2025-11-12T00:00:00", None)


def test_a_post_from_a_later_day_begins_on_that_day() -> None:
    found = tenures.stated("asserted", "2025-12-20", begin="2026-01-01")
    assert (found.earliest_begin, found.latest_begin) == ("2026-01-01T00:00:00", "2026-01-01T23:59:59")
    assert found.earliest_end == "2026-01-01T00:00:00"


def test_contradicting_bounds_are_left_out() -> None:
    late = tenures.Tenure(earliest_begin="2025-01-01T00:00:00", latest_end="2026-01-01T23:59:59")
    early = tenures.Tenure(latest_begin="2020-01-01T23:59:59", earliest_end="2027-01-01T00:00:00")
    assert tenures.merge([late, early]) == tenures.Tenure()


# Files


def test_the_order_of_articles_changes_no_byte(home: Path, tmp_path: Path) -> None:
    names = (folder.GRAPH, folder.FACTS, folder.ANNOTATIONS, folder.ARTICLES)
    for number, order in enumerate(permutations(invented.annotations())):
        write(order, tmp_path / str(number))
        assert all((tmp_path / str(number) / name).read_bytes() == (home / name).read_bytes() for name in names)


def test_rdflib_and_oxigraph_read_the_same_graph(home: Path) -> None:
    ours = set(engine.triples(home / folder.GRAPH))
    theirs = {(s.n3(), p.n3(), o.n3()) for s, p, o in rdf.read(home / folder.GRAPH)}
    assert len(theirs) == len(ours)
    assert rdf.from_triples(ours).isomorphic(rdf.read(home / folder.GRAPH))
    assert ours == set(triples.triples(invented.annotations()))


def test_a_graph_in_memory_is_the_graph_on_disk(graph: Graph, home: Path) -> None:
    opened = Graph.open(home)
    assert graph.turtle() == (home / folder.GRAPH).read_bytes()
    assert opened.statements() == graph.statements() and opened.entities() == graph.entities()
    assert Graph.of(opened.annotations).turtle() == graph.turtle()


def test_facts_hold_no_evidence(home: Path) -> None:
    facts = set(engine.triples(home / folder.FACTS))
    assert facts < set(engine.triples(home / folder.GRAPH))
    assert not {o for _, p, o in facts if p == rdf.TYPE} & {rdf.ont(n) for n in ("Article", "Statement", "TextSpan")}


def test_the_store_on_disk_answers_as_memory_does_and_an_old_one_is_passed_over(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(invented.annotations(), tmp_path / "out")
    monkeypatch.setattr(folder, "SMALL", 0)
    question = "SELECT ?x ?y { ?x vnkg:issuedBy ?y }"
    assert Graph.open(tmp_path / "out").query(question) == Graph.open(home).query(question)
    with (tmp_path / "out" / folder.GRAPH).open("a", encoding="utf-8") as file:
        file.write("e:new vnkg:issuedBy e:other .\n")
    assert not folder.store_is_fresh(tmp_path / "out")
    assert len(Graph.open(tmp_path / "out").query(question)) == 2


def test_another_base_moves_all_nodes_but_not_the_ontology(tmp_path: Path) -> None:
    write(invented.annotations(), tmp_path, "https://example.org/kg/")
    found = Graph.open(tmp_path)
    assert found.base == "https://example.org/kg/"
    assert {node.iri[:23] for node in found.entities()} == {"https://example.org/kg/"}
    assert found.query("ASK { ?x a vnkg:Document . t:2025-08-31 a vnkg:TimeSpan }")


def test_a_failing_extra_file_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    write(invented.annotations()[:1], tmp_path / "out")
    before = {p: p.read_bytes() for p in sorted((tmp_path / "out").rglob("*")) if p.is_file()}

    def fail(path: Path) -> None:
        raise OSError(f"{path}: disk full")

    with pytest.raises(OutputError, match="disk full"):
        write(invented.annotations(), tmp_path / "out", also={"graph.html": fail})
    assert {p: p.read_bytes() for p in sorted((tmp_path / "out").rglob("*")) if p.is_file()} == before
    with pytest.raises(OutputError):
        write(invented.annotations(), tmp_path / "new", also={"graph.html": fail})
    assert not (tmp_path / "new").exists()


def test_a_file_in_place_of_the_folder_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write(invented.annotations(), tmp_path / "out")


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="vnkg build"):
        Graph.open(tmp_path)
    (tmp_path / folder.GRAPH).write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(GraphError, match="not Turtle"):
        Graph.open(tmp_path)


def test_no_articles_give_an_empty_graph(tmp_path: Path) -> None:
    write([], tmp_path)
    assert len(Graph.open(tmp_path)) == 0 and Graph.open(tmp_path).entities() == ()


def test_hostile_characters_come_through_every_door(tmp_path: Path) -> None:
    text = 'a\x00b\x0b"\\\r\n\ud800<script>\ufffe é\u0301 😀'
    entity = Entity("1", "Person", text, (Mention(0, len(text), "Person"),))
    write([replace(invented.plan(), article=Article("x", text, text), entities=(entity,), statements=())], tmp_path)
    found = Graph.open(tmp_path)
    (quote,) = found.about(found.entities()[0]).mentions
    assert quote.text == rdf.clean(text) and len(quote.text) == len(text)
    assert found.articles["x"].text == text and found.annotations[0].article.text == text
    assert len(found.rdflib()) == len(found)


# Questions


def test_names_are_found_exactly_then_without_diacritics_then_in_part(graph: Graph) -> None:
    assert [n.label for n in graph.find("tỉnh uỷ bình an")] == [n.label for n in graph.find("TINH UY BINH AN")]
    assert graph.find("Standing Board of the Bình An Party Committee")[0].label == "Ban Thường vụ Tỉnh ủy Bình An"
    assert {n.type for n in graph.find("binh an")} == {"Organization", "Position"}
    assert graph.find("  ") == () == graph.find("không có tên này")
    node = graph.entities("Person")[0]
    assert graph.find(node.iri) == (node,)


def test_about_tells_everything_with_quotes_and_labels(graph: Graph) -> None:
    found = graph.about(one(graph, "Trần Văn Minh"))
    assert {(f.predicate, f.status) for f in found.facts} == {
        ("holds", "asserted"), ("holds", "former"), ("said", "asserted"), ("chair", "asserted"),
        ("quantity", "reported"),
    }
    assert all(fact.quotes for fact in found.facts)
    assert found.labels[found.holdings[0].post] == "Bí thư Tỉnh ủy Bình An"
    assert dict(graph.about(one(graph, "Kế hoạch số 7-KH/TU")).attributes)["kind"] == "plan"
    with pytest.raises(GraphError, match="find"):
        graph.about("https://example.org/nobody")


def test_statements_can_be_chosen(graph: Graph) -> None:
    assert {f.status for f in graph.statements(predicate="holds")} == {"asserted", "former"}
    assert len(graph.statements(predicate="holds", status="former")) == 1
    assert graph.statements(object=one(graph, "Trần Văn Minh"))[0].predicate == "chair"


def test_answers_to_select_ask_and_construct(graph: Graph) -> None:
    found = graph.query("SELECT ?n (1 AS ?i) (0.5 AS ?d) (true AS ?b) ?u { ?x vnkg:officialNumber ?n }")
    assert found.columns == ("n", "i", "d", "b", "u") and list(found) == [("7-KH/TU", 1, 0.5, True, None)]
    assert graph.query("ASK { ?x a vnkg:Document }").rows == ((True,),)
    made = graph.query("CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x rdfs:label ?l ; a vnkg:Person }")
    assert made.triples[0][2] == '"Trần Văn Minh"@vi' and made.columns == ("subject", "predicate", "object")


@pytest.mark.parametrize(("question", "told"), [
    ("SELECT ?x {\n  ?x foo:a ?y }", "line 2, column 11: unknown prefix in foo:a"),
    ("SELECT ?x { ?x ?y }", "line 1, column 20"),
    ("DELETE WHERE { ?s ?p ?o }", "line 1"),
    ("", "line 1"),
    ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "works offline"),
    ("SELECT * { service silent ?x { ?s ?p ?o } }", "works offline"),
    ("SELECT ?y { BIND(<http://x/f>(1) AS ?y) }", "not supported"),
])
def test_a_wrong_question_is_told_where_it_is_wrong(graph: Graph, question: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        graph.query(question)
    assert told in str(error.value)


def test_the_word_service_in_a_string_is_no_call(graph: Graph) -> None:
    assert not graph.query('ASK { ?service rdfs:label "SERVICE <x>" } # SERVICE')
