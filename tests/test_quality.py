"""How well the program reads never falls unseen: not on our own annotated articles, not on the shared ones.

The articles of `tests/quality` are written and annotated by us after the rules were; `vnkg evaluate tests/quality
--baseline tests/data/floor.json --accept` takes better figures over.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from vnkg import evaluate, knowledge

HERE = Path(__file__).resolve().parent
OWN = HERE / "quality"
DEV = HERE.parents[1] / "shared" / "gold" / "dev"


def fallen(gold: Path, baseline: Path) -> tuple[str, ...]:
    return evaluate.falls(evaluate.measure(gold), evaluate.read_baseline(baseline))


def test_our_own_articles_are_read_as_well_as_before() -> None:
    assert fallen(OWN, HERE / "data" / "floor.json") == ()


@pytest.mark.skipif(not DEV.is_dir(), reason="needs ../shared beside the project")
def test_the_shared_articles_are_read_as_well_as_the_program_states() -> None:
    assert fallen(DEV, knowledge.home() / "quality.json") == ()


@pytest.mark.parametrize("path", sorted(OWN.glob("*.txt")), ids=lambda path: path.stem)
def test_our_own_annotations_point_into_their_texts(path: Path) -> None:
    [gold] = [g for g in evaluate.load_gold(OWN) if g.article.id == path.stem]
    text = gold.article.text
    quotes = [text[m["start"] : m["end"]] for entity in gold.data["entities"] for m in entity["mentions"]]
    assert quotes and all(quote and quote == quote.strip() for quote in quotes)
