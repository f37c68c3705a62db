"""What the program must find in the article that the project starts from; the article itself is not ours to copy."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from told import Told, tell
from vnkg.model import Entity, Statement

ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev" / "reference-ninh-binh.txt"
pytestmark = pytest.mark.skipif(not ARTICLE.exists(), reason="needs ../shared/gold beside the project")
PUBLISHED = "2025-11-12"


@cache
def told() -> Told:
    return tell(ARTICLE.read_bytes().decode("utf-8"), "reference-ninh-binh", PUBLISHED)


def document(number: str) -> Entity:
    [found] = [e for e in told().annotation.entities if e.type == "Document" and e.get("number") == number]
    return found


def event(ordinal: str, kind: str) -> Entity:
    [found] = [e for e in told().annotation.entities
               if e.type == "Event" and e.get("ordinal") == ordinal and e.get("kind") == kind]
    return found


def said_of(entity: Entity, predicate: str) -> list[Statement]:
    """The asserted statements of one predicate about an entity."""
    return [s for s in told().annotation.statements
            if s.subject == entity.id and s.predicate == predicate and s.status == "asserted"]


def objects(entity: Entity, predicate: str) -> list[Entity]:
    by_id = {e.id: e for e in told().annotation.entities}
    return [by_id[s.object] for s in said_of(entity, predicate) if s.object is not None]


def names(entity: Entity, predicate: str) -> list[str]:
    return sorted(e.name for e in objects(entity, predicate))


def test_the_plan_is_issued_by_the_standing_board_of_the_province_s_committee() -> None:
    assert names(document("19-KH/TU"), "issuedBy") == ["Ban Thường vụ Tỉnh ủy Ninh Bình"]


def test_the_plan_is_dated() -> None:
    assert [e.get("edtf") for e in objects(document("19-KH/TU"), "issuedOn")] == ["2025-08-31"]


def test_the_plan_is_based_on_the_guideline_of_the_central_commission() -> None:
    [guideline] = objects(document("19-KH/TU"), "basedOn")
    assert guideline.type == "Document" and guideline.get("kind") == "guideline"
    assert names(guideline, "issuedBy") == ["Ban Tuyên giáo và Dân vận Trung ương"]


def test_the_directive_is_the_politburo_s_and_dated() -> None:
    directive = document("45-CT/TW")
    assert directive.label_en == "Directive 45-CT/TW"
    assert names(directive, "issuedBy") == ["Bộ Chính trị"]
    assert [e.get("edtf") for e in objects(directive, "issuedOn")] == ["2025-04-14"]


def test_the_workshop_has_its_number_month_host_theme_and_both_parties() -> None:
    workshop = event("20", "workshop")
    assert [s.value for s in said_of(workshop, "ordinal")] == ["20"]
    assert [e.get("edtf") for e in objects(workshop, "time")] == ["2025-11"]
    assert "tỉnh Ninh Bình" in names(workshop, "host")
    [theme] = said_of(workshop, "theme")
    assert theme.value is not None and theme.value.startswith("Con đường và thực tiễn")
    assert {"Đảng Cộng sản Việt Nam", "Đảng Cộng sản Trung Quốc"} <= set(names(workshop, "participant"))


def test_the_workshop_has_an_english_name() -> None:
    assert event("20", "workshop").label_en.startswith("20th Theory Workshop between")


def test_the_interactions_are_more_than_two_hundred_thousand() -> None:
    [figure] = [e for e in told().annotation.entities if e.type == "Quantity" and e.get("amount") == "200000"]
    assert figure.get("approximator") == "over"
    assert "tương tác" in figure.get("unit")


def test_the_congress_is_one_event_and_has_no_date() -> None:
    congress = event("14", "congress")
    spellings = {told().quote(m) for m in congress.mentions}
    assert {"Đại hội XIV", "Đại hội Đảng toàn quốc lần thứ XIV",
            "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"} <= spellings
    assert not [s for s in told().annotation.statements if s.subject == congress.id and s.predicate == "time"]


def test_every_fact_of_the_article_leads_to_its_words() -> None:
    text = told().text
    assert all(text[s.evidence.start : s.evidence.end].strip() for s in told().annotation.statements)
    [issued] = said_of(document("19-KH/TU"), "issuedBy")
    assert "ban hành Kế hoạch số 19-KH/TU" in text[issued.evidence.start : issued.evidence.end]
