"""The tables of known bodies and places hold no contradictions."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter, defaultdict

import pytest

from vnkg import knowledge
from vnkg.knowledge import Row

TABLES = ("bodies", "provinces", "countries", "cities")


@pytest.fixture(scope="module")
def known() -> dict[str, tuple[Row, ...]]:
    tables = knowledge.load().known
    return {name: tables[name] for name in TABLES}


def names(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["aliases"].split("|"))]


@pytest.mark.parametrize("table", TABLES)
def test_no_name_is_empty_padded_or_decomposed(known: dict[str, tuple[Row, ...]], table: str) -> None:
    for row in known[table]:
        assert row["name"] and row["en"] and row["kind"], row
        for value in row.values():
            assert value == value.strip() and unicodedata.is_normalized("NFC", value), row
        assert all(name == name.strip() for name in names(row)), row


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        ("bodies", ("id",)),
        ("bodies", ("name",)),
        ("countries", ("name",)),
        ("provinces", ("name", "kind", "valid_from")),
        ("cities", ("name", "kind", "parent")),
    ],
)
def test_keys_are_unique(known: dict[str, tuple[Row, ...]], table: str, fields: tuple[str, ...]) -> None:
    counted = Counter(tuple(row[field] for field in fields) for row in known[table])
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("table", ["bodies", "countries", "provinces"])
def test_an_alias_names_one_entry(known: dict[str, tuple[Row, ...]], table: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in known[table]:
        for name in names(row):
            owners[name].add(row["name"])
    assert {name: owner for name, owner in owners.items() if len(owner) > 1} == {}


def test_parents_of_bodies_exist_and_form_no_circle(known: dict[str, tuple[Row, ...]]) -> None:
    parent = {row["id"]: row["parent"] for row in known["bodies"]}
    for start in parent:
        seen, body = set(), start
        while body:
            assert body in parent and body not in seen, start
            seen.add(body)
            body = parent[body]


def test_parents_of_places_exist(known: dict[str, tuple[Row, ...]]) -> None:
    above = {row["name"] for table in ("provinces", "countries") for row in known[table]}
    assert {row["parent"] for row in known["cities"]} - above - {""} == set()


def test_there_are_63_provinces_before_july_2025_and_34_after(known: dict[str, tuple[Row, ...]]) -> None:
    def at(day: str) -> set[str]:
        return {r["name"] for r in known["provinces"] if r["valid_from"] <= day <= (r["valid_to"] or "9999")}

    assert len(at("2024-06-30")) == len(at("2025-06-30")) == 63
    assert len(at("2025-07-01")) == 34
    assert "Hà Giang" in at("2025-06-30") - at("2025-07-01")


def test_successors_are_provinces_and_follow_the_end(known: dict[str, tuple[Row, ...]]) -> None:
    current = {row["name"] for row in known["provinces"]}
    for row in known["provinces"]:
        assert bool(row["valid_to"]) == bool(row["successor"]), row
        assert set(filter(None, row["successor"].split("|"))) <= current, row
        assert not (row["valid_from"] and row["valid_to"]) or row["valid_from"] < row["valid_to"], row


def test_capitals_are_known_or_named(known: dict[str, tuple[Row, ...]]) -> None:
    assert {row["kind"] for row in known["countries"]} <= {"country", "territory", "union"}
    capital = {row["name"]: row["capital"] for row in known["countries"]}
    assert capital["Pháp"] == "Paris" and capital["Việt Nam"] == "Hà Nội"


@pytest.mark.parametrize(
    ("alias", "name"),
    [("Đảng", "Đảng Cộng sản Việt Nam"), ("Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
     ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"), ("LHQ", "Liên Hợp Quốc"), ("EVN", "Tập đoàn Điện lực Việt Nam")],
)
def test_short_forms_lead_to_the_body(known: dict[str, tuple[Row, ...]], alias: str, name: str) -> None:
    assert [row["name"] for row in known["bodies"] if alias in names(row)] == [name]


@pytest.mark.parametrize(
    ("lexicon", "lists"), [("fields", ("compounds", "stop")), ("families", ("families",))]
)
def test_lexicon_lists_hold_no_word_twice(lexicon: str, lists: tuple[str, ...]) -> None:
    path = knowledge.load().home / "lexicon" / f"{lexicon}.toml"
    words = tomllib.loads(path.read_text("utf-8"))
    for name in lists:
        assert [word for word, count in Counter(words[name]).items() if count > 1] == []
        assert all(word and word == word.strip() for word in words[name])
