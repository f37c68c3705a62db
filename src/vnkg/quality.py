"""The measured quality that the program states about itself: `ontology/quality.json`, a baseline of `evaluate`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vnkg import knowledge
from vnkg.errors import KnowledgeError

OVERALL = ("mentions strict", "mentions relaxed", "entities", "statements")


def measured(folder: Path | None = None) -> Mapping[str, Any]:
    """The figures as `evaluate --baseline FILE --accept` wrote them; empty when nothing was measured yet."""
    path = (folder or knowledge.home()) / "quality.json"
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_text("utf-8"))
        return dict(data)
    except (ValueError, TypeError) as error:
        raise KnowledgeError(str(path), str(error), "write it again: vnkg evaluate --baseline … --accept") from error


def precision(figures: Mapping[str, Any]) -> dict[str, tuple[float, int]]:
    """Predicate → its precision in [0, 1] and the number of annotated statements it was measured on."""
    return {name: (float(row[0]), int(row[3])) for name, row in figures.get("by predicate", {}).items()}


def markdown(figures: Mapping[str, Any]) -> str:
    """The figures as tables for README."""
    return "\n".join(_lines(figures)) + "\n"


def _lines(figures: Mapping[str, Any]) -> Iterator[str]:
    yield f"Measured on {figures['articles']} annotated articles (precision, recall, F1, number of annotated items)."
    yield from _table("overall", {name: [*figures[name], ""] for name in OVERALL})
    yield ""
    yield f"The status of a statement that is found is right in {100 * figures['status accuracy']:.0f} % of cases."
    yield from _table("mentions by type (strict)", figures["by type"])
    yield from _table("statements by predicate", figures["by predicate"])


def _table(title: str, rows: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", f"| {title} | P | R | F1 | gold |", "|---|---:|---:|---:|---:|")
    for name, (p, r, f1, gold) in rows.items():
        yield f"| {name} | {p:.2f} | {r:.2f} | {f1:.2f} | {gold} |"
