"""The answer to a question as data for other programs: comma- or tab-separated values, or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vnkg.store import Cell, Result


def to_csv(result: Result) -> str:
    """RFC 4180 with a head line; absent values are empty."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([word(cell) for cell in row] for row in result.rows)
    return buffer.getvalue()


def to_tsv(result: Result) -> str:
    """A line a row with tabs between; tabs and line breaks in values become spaces."""
    rows = [result.columns, *result.rows]
    return "".join("\t".join(" ".join(word(cell).split()) for cell in row) + "\n" for row in rows)


def to_json(result: Result) -> str:
    """A list of objects, one a row, without the absent values."""
    rows = [{name: cell for name, cell in zip(result.columns, row, strict=True) if cell is not None}
            for row in result.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def word(cell: Cell) -> str:
    """A value as text."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


FORMATS: Mapping[str, Callable[[Result], str]] = MappingProxyType({"csv": to_csv, "tsv": to_tsv, "json": to_json})
