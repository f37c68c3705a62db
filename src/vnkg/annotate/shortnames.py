"""Short forms that the article itself gives to bodies: "Liên đoàn Bóng đá X (LBX) … LBX", "Tập đoàn Sao Biz … Sao Biz".

The attribute `full` holds the bounds of the mention that the short form stands for, as "start:end" in view offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from vnkg.annotate.words import table, tokens_inside
from vnkg.knowledge import Knowledge
from vnkg.model import NOMINAL, Mention, Page, Words
from vnkg.text import is_syllable, plain

ORGANIZATION = "Organization"
# The most tokens in brackets after a body that are read as its short form.
_LONGEST = 5
_OTHERS = (ORGANIZATION, "Place", "Document")


@dataclass(frozen=True, slots=True)
class _Short:
    """A short form as printed, word by word, and the mention that it stands for."""

    words: tuple[str, ...]
    full: Mention


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile which kinds of bodies are called by their own names."""
    lexicon = knowledge.lexicon["organizations"]
    own, joiners = frozenset(lexicon["short"]["own_names"]), frozenset(lexicon["tail"]["joiners"])
    heads = table(word for head in lexicon["head"] for word in head["words"])

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        bodies = [m for m in page.mentions if m.type == ORGANIZATION and m.kind != NOMINAL]
        taken = tokens_inside(page, _OTHERS)
        defined: dict[tuple[str, ...], _Short] = {}
        for body in bodies:
            called = _own_name(words, body) if body.get("kind") in own else None
            for short in (_bracketed(words, body, joiners, body.get("kind") in own), called):
                if short is not None and not heads.longest([w.lower() for w in short.words], 0, len(short.words)):
                    defined.setdefault(short.words, short)
        for short in defined.values():
            yield from _mentions(words, short, taken)

    return annotate


def _bracketed(words: Words, body: Mention, joiners: frozenset[str], own: bool) -> _Short | None:
    """The short form in brackets right after a body; one of a part of its name only is none ("Sở Y tế (YT)") unless
    bodies of its kind are called by their `own` names."""
    first, opens = words.first_at.get(body.start), words.last_at.get(body.end)
    if first is None or opens is None or opens < first + 2:
        return None
    if opens >= words.line[opens - 1] or words.low[opens] != "(":
        return None
    closes = next((k for k in islice(range(opens + 2, words.line[opens]), _LONGEST) if words.low[k] == ")"), None)
    if closes is None:
        return None
    inside = words.text[opens + 1 : closes]
    letters = "".join(w for w in inside if w.isalpha())
    if not inside[0][0].isupper() or not (letters.isupper() or not all(map(is_syllable, filter(str.isalpha, inside)))):
        return None
    initials = "".join(plain(w)[0] for w in words.low[first:opens] if w.isalpha() and w not in joiners)
    part = plain(letters.lower())
    partial = letters.isupper() and part in initials and not initials.startswith(part) and not own
    if len(letters) < 2 or partial:
        return None
    return _Short(tuple(inside), body)


def _own_name(words: Words, body: Mention) -> _Short | None:
    """The foreign words that end the name of a firm."""
    first, last = words.first_at.get(body.start), words.last_at.get(body.end)
    if first is None or last is None:
        return None
    k = last
    while k > first + 1 and words.capital[k - 1] and words.text[k - 1].isalpha() and not is_syllable(words.text[k - 1]):
        k -= 1
    whole = k < last and len(words.text[k]) > 2 and words.text[k - 1][-1].isalnum()
    return _Short(tuple(words.text[k:last]), body) if whole else None


def _mentions(words: Words, short: _Short, taken: frozenset[int]) -> Iterator[Mention]:
    size, full = len(short.words), (("full", f"{short.full.start}:{short.full.end}"),)
    kept = tuple(p for p in short.full.attributes if p[0] in ("kind", "level"))
    for i in [k for k, word in enumerate(words.text) if word == short.words[0]]:
        if tuple(words.text[i : i + size]) == short.words and taken.isdisjoint(range(i, i + size)):
            start, end = words.span(i, i + size)
            yield Mention(start, end, ORGANIZATION, rule="org:short-form", attributes=(*full, *kept))
