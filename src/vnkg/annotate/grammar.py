"""Patterns that are written as data: small named regular expressions that refer to one another as `@name@`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vnkg.errors import KnowledgeError

_REFERENCE = re.compile(r"@(\w+)@")


def words(entries: Iterable[str]) -> str:
    """An alternation of literal strings, the longest first, so that a short one never hides a long one.

    Strings that begin alike share their beginning, which spares the engine one trial for each of them.
    """
    by_first: dict[str, list[str]] = {}
    for entry in sorted(set(entries)):
        by_first.setdefault(entry[:1], []).append(entry[1:])
    # The end of an entry ("") comes last: whatever goes on from there is longer.
    return "|".join(_branch(first, rests) if first else "" for first, rests in sorted(by_first.items(), reverse=True))


def _branch(first: str, rests: list[str]) -> str:
    """A letter with all that may follow it."""
    letter = first if first == " " else re.escape(first)
    return letter + (words(rests) if len(rests) == 1 else f"(?:{words(rests)})")


def expand(grammar: Mapping[str, str], where: str, **given: str) -> dict[str, str]:
    """Every pattern of `grammar` with its references filled in; one may refer to earlier ones and to `given`.

    A reference to nothing is a KnowledgeError that names `where` and the pattern.
    """
    done = dict(given)
    for name, pattern in grammar.items():
        unknown = [r for r in _REFERENCE.findall(pattern) if r not in done]
        if unknown:
            raise KnowledgeError(f"{where}: {name}", f"refers to unknown @{unknown[0]}@", "define it further up")
        done[name] = _REFERENCE.sub(lambda m: f"(?:{done[m.group(1)]})", pattern)
    return done


def compiled(grammar: Mapping[str, str], where: str, **given: str) -> dict[str, re.Pattern[str]]:
    """`expand`, compiled; a faulty expression is a KnowledgeError that names it."""
    result = {}
    for name, pattern in expand(grammar, where, **given).items():
        try:
            result[name] = re.compile(pattern)
        except re.error as error:
            raise KnowledgeError(f"{where}: {name}", f"not a regular expression: {error}", "mend it there") from error
    return result
