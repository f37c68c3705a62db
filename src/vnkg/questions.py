"""The ready questions of `ontology/queries/`: SPARQL files whose first comments are their titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from vnkg import knowledge
from vnkg.errors import QueryError

_TITLE = re.compile(r"^#\s*(vi|en):\s*(.+?)\s*$", re.M)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its titles; `sparql` is the whole file."""

    name: str
    vi: str
    en: str
    sparql: str


def load(folder: Path | None = None) -> dict[str, Question]:
    """All ready questions by name, sorted."""
    home = folder or knowledge.home() / "queries"
    return {path.stem: _question(path) for path in sorted(home.glob("*.rq"))}


def _question(path: Path) -> Question:
    sparql = path.read_text("utf-8")
    titles = dict(_TITLE.findall(sparql))
    return Question(path.stem, titles.get("vi", path.stem), titles.get("en", path.stem), sparql)


def sparql(asked: str) -> str:
    """What a user asks, as SPARQL: a query itself, `@file` that holds one, or the name of a ready question.

    Raises QueryError when the file cannot be read or there is no question of that name.
    """
    if asked.startswith("@"):
        return _from_file(Path(asked[1:]))
    if not re.fullmatch(r"[\w.-]+", asked.strip()):
        return asked
    known = load()
    if asked.strip() in known:
        return known[asked.strip()].sparql
    near = get_close_matches(asked, known, n=3, cutoff=0.4)
    mend = f"did you mean {', '.join(near)}?" if near else "see --list for the ready questions"
    raise QueryError(asked, "no ready question of this name", mend)


def _from_file(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(str(path), f"cannot be read: {error}", "give @FILE with SPARQL in UTF-8") from error
