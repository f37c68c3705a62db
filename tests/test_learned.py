"""A small model adds holders and owners where no rule finds any, and learns that from annotated articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from told import Told
from vnkg import cli, evaluate, knowledge, reading, training
from vnkg.errors import ArticleError
from vnkg.knowledge import Knowledge
from vnkg.model import Article
from vnkg.text import fold

KNOWN = knowledge.load()
# No rule gives these posts to the person at the other end of the sentence.
POST = "Giám đốc Sở Y tế tỉnh Long An"
APART = f"Ông Lê Văn Bình và chuyện chiếc ghế {{}}{POST}."
NAMES = ("Lê Văn Bình", "Trần Thị Hoa", "Phạm Quốc Dũng", "Vũ Minh Khôi", "Hoàng Thu Trang", "Đỗ Hữu Nghĩa",
         "Bùi Thanh Sơn", "Ngô Đức Thắng", "Đặng Kim Oanh", "Lý Hải Yến")
PROVINCES = ("Long An", "Lạng Sơn", "Hà Giang", "Phú Yên", "Kon Tum", "Nghệ An", "Bình Định", "Thái Bình", "Trà Vinh",
             "Hà Tĩnh")


def learned(**models: Mapping[str, Any]) -> Knowledge:
    """What is known, with these models and no others."""
    return replace(KNOWN, learned=models)


def model(always: int, **weights: int) -> dict[str, Any]:
    return {"articles": 1, "right": 0.6, "always": always, "weights": weights}


def tell(text: str, known: Knowledge) -> Told:
    return Told(reading.prepare(known)(Article("own", text)))


def annotated(folder: Path, number: int, text: str, person: str, post: str, holds: bool) -> None:
    """One article with a person and a post, in the exchange format."""
    def entity(ident: str, type_: str, words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"id": ident, "type": type_, "name": words,
                "mentions": [{"start": start, "end": start + len(words), "kind": "name"}]}

    fact = {"subject": "p", "predicate": "holds", "object": "q", "evidence": {"start": 0, "end": len(text)}}
    data = {"article": {"id": f"a{number}"}, "entities": [entity("p", "Person", person), entity("q", "Position", post)],
            "statements": [fact] if holds else []}
    (folder / f"a{number}.txt").write_text(text, "utf-8")
    (folder / f"a{number}.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Articles in which a chair "belongs to" somebody, which no rule knows, and others in which it does not."""
    for number, (name, province) in enumerate(zip(NAMES, PROVINCES, strict=True)):
        post = f"Giám đốc Sở Y tế tỉnh {province}"
        yes = number % 2 == 0
        verb = "nay thuộc về tay" if yes else "không can hệ gì tới chuyện riêng của"
        annotated(tmp_path, number, f"Chiếc ghế {post} {verb} ông {name}.", name, post, yes)
    return tmp_path


def trained(gold: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[training.Learned, ...]:
    """What these articles teach of posts, and nothing else."""
    lexicon = {**KNOWN.lexicon, "learned": {"holds": KNOWN.lexicon["learned"]["holds"]}}
    monkeypatch.setattr(training, "_FEWEST_RIGHT", 3)
    return training.train(evaluate.load_gold(gold), replace(KNOWN, lexicon=lexicon))


def test_a_post_that_no_rule_gives_to_anybody_goes_to_whom_the_model_finds_likely() -> None:
    assert tell(APART.format(""), learned()).pairs("holds") == []
    told = tell(APART.format(""), learned(holds=model(100)))
    assert told.pairs("holds") == [("Lê Văn Bình", POST)]
    [statement] = [s for s in told.annotation.statements if s.predicate == "holds"]
    assert (statement.rule, statement.confidence) == ("learned:holds", 0.6)
    assert f"ghế {POST}" in told.text[statement.evidence.start : statement.evidence.end]


def test_a_model_that_finds_nothing_likely_adds_nothing() -> None:
    assert tell(APART.format(""), learned(holds=model(-100))).pairs("holds") == []


def test_a_post_that_has_a_holder_gets_no_other_one() -> None:
    text = f"{POST} Lê Văn Bình gặp ông Trần Minh Tú."
    assert tell(text, learned(holds=model(100))).pairs("holds") == [("Lê Văn Bình", POST)]


def test_the_likeliest_of_several_gets_the_post() -> None:
    text = f"Ông Lê Văn Bình nhắc bà Trần Thị Hoa chuyện chiếc ghế {POST}."
    near = model(-50, **{"count > Person Person 1": -300, "> Person": 100})
    assert tell(text, learned(holds=near)).pairs("holds") == [("Trần Thị Hoa", POST)]


def test_a_post_behind_a_word_of_its_end_is_a_former_one() -> None:
    told = tell(APART.format("nguyên "), learned(holds=model(100)))
    assert told.facts("holds", "former") == [("Lê Văn Bình", "holds", POST)]


def test_the_shipped_models_know_no_names_and_hold_whole_numbers() -> None:
    types = {"Person", "Position", "Organization", "Place", "Event", "Document", "Quantity", "TimeSpan", "Channel"}
    assert set(KNOWN.learned) == set(KNOWN.lexicon["learned"])
    for data in KNOWN.learned.values():
        assert 0 < data["right"] < 1 and isinstance(data["always"], int)
        for what, weight in data["weights"].items():
            assert isinstance(weight, int) and what == fold(what)
            assert {word for word in what.split() if word[0].isupper()} <= types, what


def test_what_annotated_articles_show_is_learned_and_found_in_another_one(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [holds] = trained(gold, monkeypatch)
    known = learned(holds=holds.data)
    yes = "Chiếc ghế Giám đốc Sở Y tế tỉnh Cà Mau nay thuộc về tay bà Mai Thị Lan."
    no = "Chiếc ghế Giám đốc Sở Y tế tỉnh Cà Mau không can hệ gì tới chuyện riêng của bà Mai Thị Lan."
    assert tell(yes, learned()).pairs("holds") == []
    assert tell(yes, known).pairs("holds") == [("Mai Thị Lan", "Giám đốc Sở Y tế tỉnh Cà Mau")]
    assert tell(no, known).pairs("holds") == []


def test_articles_left_out_say_how_much_of_what_it_adds_is_right(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [holds] = trained(gold, monkeypatch)
    assert (holds.examples, holds.added, holds.right) == (10, 5, 5)


def test_learning_twice_writes_the_same_bytes_whatever_the_order(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    training.write(trained(gold, monkeypatch), tmp_path / "one")
    load = evaluate.load_gold
    monkeypatch.setattr(evaluate, "load_gold", lambda folder: load(folder)[::-1])
    training.write(trained(gold, monkeypatch), tmp_path / "two")
    assert (tmp_path / "one/holds.json").read_bytes() == (tmp_path / "two/holds.json").read_bytes()


def test_too_few_examples_are_refused_with_a_reason(gold: Path) -> None:
    with pytest.raises(ArticleError, match="too few examples"):
        training.train(evaluate.load_gold(gold)[:2], KNOWN)


def test_the_command_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(["train", str(tmp_path), "-o", str(tmp_path / "out")])
    assert stop.value.code == 2
    assert "no annotated articles here" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_command_writes_the_models_and_prints_what_they_would_add(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quality = Path(__file__).resolve().parent / "quality"
    with pytest.raises(SystemExit) as stop:
        cli.main(["train", str(quality), str(quality), "-o", str(tmp_path)])
    assert stop.value.code == 0
    printed = capsys.readouterr().out
    assert "would add" in printed and {path.stem for path in tmp_path.iterdir()} == set(KNOWN.lexicon["learned"])
