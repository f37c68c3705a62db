"""The figures of `evaluate` are those of the annotation guide's own scorer, and a fall is never silent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vnkg import evaluate, knowledge, quality, reading, score
from vnkg.errors import ArticleError

SHARED = Path(__file__).resolve().parents[2] / "shared"
SCORER = SHARED / "tools" / "score.py"
DEV = SHARED / "gold" / "dev"
needs_shared = pytest.mark.skipif(not SCORER.exists(), reason="needs ../shared beside the project")

TEXT = "Ngày 3/6/2025, Tỉnh ủy Bình An tổ chức Hội nghị lần thứ XII. Ông Lê Văn Bình, Bí thư Tỉnh ủy khoá XII, dự."


def _mention(words: str, kind: str = "name") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "kind": kind}


def _entity(name: str, type_: str, *mentions: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "type": type_, "name": name, "mentions": list(mentions)}


def _fact(subject: str, predicate: str, **more: Any) -> dict[str, Any]:
    return {"subject": subject, "predicate": predicate, "evidence": {"start": 0, "end": 5}, **more}


def _gold() -> dict[str, Any]:
    return {
        "article": {"id": "a"},
        "entities": [
            _entity("org", "Organization", _mention("Tỉnh ủy Bình An")),
            _entity("event", "Event", _mention("Hội nghị lần thứ XII")),
            _entity("person", "Person", _mention("Lê Văn Bình"), _mention("Ông", "nominal")),
            _entity("post", "Position", _mention("Bí thư Tỉnh ủy khoá XII")),
        ],
        "statements": [
            _fact("event", "organizer", object="org"),
            _fact("event", "ordinal", value="XII"),
            _fact("person", "holds", object="post"),
            _fact("event", "participant", object="person", optional=True),
        ],
    }


def _write(folder: Path, gold: dict[str, Any]) -> tuple[evaluate.Gold, ...]:
    (folder / "a.json").write_text(json.dumps(gold), "utf-8")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    return evaluate.load_gold(folder)


def test_a_reading_laid_over_itself_is_perfect(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    found = evaluate.evaluate(gold, {"a": _gold()})
    assert [count.prf() for count in found.headlines().values()] == [(1, 1, 1)] * 4
    assert found.status_accuracy == 1 and not found.mistakes


def test_an_optional_statement_counts_neither_found_nor_missed(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    without = _gold()
    without["statements"].pop()
    for data in (_gold(), without):
        assert score.total(evaluate.evaluate(gold, {"a": data}).statements) == score.Count(3, 0, 0)


def test_a_term_of_office_may_belong_to_the_span_or_not(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    shorter = _gold()
    shorter["entities"][3]["mentions"] = [_mention("Bí thư Tỉnh ủy")]
    assert evaluate.evaluate(gold, {"a": shorter}).strict["Position"] == score.Count(1, 0, 0)


def test_a_mention_found_on_a_nominal_one_is_neutral(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    more = _gold()
    more["entities"][2]["mentions"][1]["kind"] = "name"
    assert evaluate.evaluate(gold, {"a": more}).strict["Person"] == score.Count(1, 0, 0)


def test_ordinals_match_by_number_and_other_literals_by_words(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    arabic = _gold()
    arabic["statements"][1]["value"] = "12"
    assert evaluate.evaluate(gold, {"a": arabic}).statements["ordinal"].tp == 1


def test_an_article_that_was_not_read_is_absent_and_all_its_gold_is_missed(tmp_path: Path) -> None:
    found = evaluate.evaluate(_write(tmp_path, _gold()), {})
    assert found.absent == ["a"]
    assert score.total(found.strict) == score.Count(0, 0, 4)


def test_mistakes_are_shown_in_words(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    wrong = _gold()
    wrong["statements"][2]["object"] = "org"
    words = {(m.what, m.words) for m in evaluate.evaluate(gold, {"a": wrong}).mistakes}
    assert words == {("missed", "person — holds → post"), ("spurious", "person — holds → org")}


def test_reliability_compares_what_is_claimed_with_what_is_right() -> None:
    fact = score.Fact("s", "p", "o", None, confidence=0.95)
    rows = evaluate.reliability([(fact, True)] * 9 + [(fact, False)])
    assert [(row.count, round(row.claimed, 2), round(row.right, 2)) for row in rows] == [(10, 0.95, 0.9)]


def test_a_fall_below_the_baseline_is_named_and_a_rise_is_not(tmp_path: Path) -> None:
    gold = _write(tmp_path, _gold())
    good = evaluate.evaluate(gold, {"a": _gold()})
    bad = evaluate.evaluate(gold, {})
    file = tmp_path / "sub" / "baseline.json"
    evaluate.save_baseline(good, file)
    baseline = evaluate.read_baseline(file)
    assert evaluate.falls(good, baseline) == ()
    assert "statements: 1.000 → 0.000" in evaluate.falls(bad, baseline)
    assert evaluate.falls(good, evaluate.figures(bad)) == ()


def test_the_stated_quality_is_read_from_a_baseline(tmp_path: Path) -> None:
    assert quality.measured(tmp_path) == {}
    evaluate.save_baseline(evaluate.evaluate(_write(tmp_path, _gold()), {"a": _gold()}), tmp_path / "quality.json")
    figures = quality.measured(tmp_path)
    assert quality.precision(figures)["holds"] == (1.0, 1)
    assert "| holds | 1.00 | 1.00 | 1.00 | 1 |" in quality.markdown(figures)


def test_other_articles_than_the_baselines_are_named(tmp_path: Path) -> None:
    found = evaluate.evaluate(_write(tmp_path, _gold()), {"a": _gold()})
    assert evaluate.falls(found, {"digest": "another"}) == ("the annotated articles are not those of the baseline",)


def test_a_folder_without_gold_and_a_broken_gold_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no annotated articles"):
        evaluate.load_gold(tmp_path)
    (tmp_path / "x.json").write_text('{"article": {}}', "utf-8")
    with pytest.raises(ArticleError, match="not an annotation"):
        evaluate.load_gold(tmp_path)


def _shaken(data: dict[str, Any]) -> dict[str, Any]:
    """Gold with every third mention moved, every fourth statement turned, every fifth entity split: all paths run."""
    for i, entity in enumerate(data["entities"]):
        for j, mention in enumerate(entity["mentions"]):
            mention["end"] -= (i + j) % 3 == 0 and mention["end"] - mention["start"] > 3
    for i, entity in enumerate(list(data["entities"])):
        if i % 5 == 0 and len(entity["mentions"]) > 1:
            data["entities"].append({**entity, "id": entity["id"] + "x", "mentions": [entity["mentions"].pop()]})
    for i, fact in enumerate(data["statements"]):
        if i % 4 == 0:
            fact["predicate"] = "about"
        if i % 4 == 1:
            fact["status"] = "reported"
    return data


def _tool(predicted: Path) -> dict[str, Any]:
    done = subprocess.run([sys.executable, str(SCORER), str(DEV), str(predicted), "--json"], capture_output=True,
                          text=True, check=True, encoding="utf-8")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


@needs_shared
@pytest.mark.parametrize("source", ["gold", "shaken", "program"])
def test_every_figure_equals_the_scorer_of_the_guide(tmp_path: Path, source: str) -> None:
    gold = evaluate.load_gold(DEV)
    if source == "program":
        found = evaluate.read_gold(gold, reading.prepare(knowledge.load()))
    else:
        found = {g.article.id: json.loads(json.dumps(g.data)) for g in gold}
        if source == "shaken":
            found = {name: _shaken(dict(data)) for name, data in found.items()}
    file = tmp_path / "annotations.jsonl"
    file.write_text("".join(json.dumps(data) + "\n" for data in found.values()), "utf-8")
    assert evaluate.evaluate(gold, evaluate.load_predicted(file)).as_dict() == _tool(file)
