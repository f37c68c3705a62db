"""Bare words for a body named before: "[Bộ] đang hoàn thiện …", "[cơ quan này] cho biết …".

The attribute `full` holds the bounds of the mention that they stand for, as "start:end" in view offsets. That it is the
last body named before was right for 15 of 17 phrases like the second in articles annotated by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from vnkg.annotate.words import phrases, table, tokens_inside
from vnkg.knowledge import Knowledge
from vnkg.model import NOMINAL, Mention, Page, Words

ORGANIZATION = "Organization"
_OTHERS = (ORGANIZATION, "Place", "Document", "Quantity")


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the words and what may stand around them."""
    lexicon = knowledge.lexicon["organizations"]["bare"]
    this, before, not_after = lexicon["this"], frozenset(lexicon["before"]), frozenset(lexicon["not_after"])
    alone, named = table(lexicon["heads"]), table(f"{head} {this}" for head in lexicon["named"])
    nouns = phrases((f"{noun} {this}", kind) for kind, words in lexicon["nouns"].items() for noun in words)
    starts = frozenset((*alone.table, *named.table, *nouns.table))

    def annotate(page: Page) -> Iterator[Mention]:
        words = page.words
        hits = words.among(starts)
        if not hits:
            return
        bodies = [m for m in page.mentions if m.type == ORGANIZATION and m.kind != NOMINAL]
        taken = tokens_inside(page, _OTHERS)
        done = 0
        for i in hits:
            if i < done or i in taken or (i and words.low[i - 1] in not_after):
                continue
            last = words.line[i]
            earlier = [body for body in bodies if body.end <= words.start[i]]
            if noun := nouns.longest(words.low, i, last):
                done, full = noun[0], _last_of(earlier, noun[1])
            elif head := named.longest(words.low, i, last):
                done, full = head[0], _last_with(words, words.low[i : head[0] - 1], earlier)
            elif (head := alone.longest(words.low, i, last)) and words.capital[i] and (
                head[0] == last or words.low[head[0]] in before
            ):
                done, full = head[0], _last_with(words, words.low[i : head[0]], earlier)
            else:
                continue
            if full is not None:
                kept = tuple(p for p in full.attributes if p[0] in ("kind", "level"))
                yield Mention(*words.span(i, done), ORGANIZATION, NOMINAL, rule="org:bare-head",
                              attributes=(("full", f"{full.start}:{full.end}"), *kept))

    return annotate


def _last_of(bodies: Sequence[Mention], kind: str) -> Mention | None:
    """The last body of a kind (any when empty) that no other holds."""
    of_kind = [body for body in bodies if not kind or body.get("kind") == kind]
    return max(of_kind, key=lambda body: (body.end, -body.start), default=None)


def _last_with(words: Words, head: Sequence[str], bodies: Sequence[Mention]) -> Mention | None:
    """The last body whose name goes on after a head."""
    size = len(head)
    for body in reversed(bodies):
        first, last = words.first_at.get(body.start), words.last_at.get(body.end)
        if first is not None and last is not None and last > first + size and words.low[first : first + size] == head:
            return body
    return None
