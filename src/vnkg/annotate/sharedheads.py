"""Bodies of one kind in a list under one head: "các bộ Tài chính, Công Thương và Nội vụ", "các Sở: Y tế, Tư pháp".

Each part has the span that is written for it; the attribute `head` holds the head of those that stand without it, so
that the body is known by its whole name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vnkg.annotate.bodygrammar import Grammar, grammar
from vnkg.annotate.words import Phrases, table
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words

ORGANIZATION = "Organization"
_LONGEST = 10


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the heads that lists share."""
    lexicon = knowledge.lexicon["organizations"]["shared"]
    finder = _Finder(
        grammar(knowledge), frozenset(lexicon["after"]), table(lexicon["words"]), frozenset(lexicon["joiners"]),
        str(lexicon["kind"]),
    )
    return lambda page: finder.find(page.words)


@dataclass(frozen=True, slots=True)
class _Part:
    """One body of a list: the tokens of its mention, whether its head stands before it, and its known id."""

    first: int
    last: int
    headed: bool
    known: str


@dataclass(frozen=True, slots=True)
class _Finder:
    grammar: Grammar
    after: frozenset[str]
    heads: Phrases[bool]
    joiners: frozenset[str]
    kind: str

    def find(self, words: Words) -> Iterator[Mention]:
        """All parts of all lists of a page."""
        for i in words.among(self.after):
            head = self.heads.longest(words.low, i + 1, words.line[i]) if i + 1 < words.line[i] else None
            if head is not None:
                yield from self._mentions(words, i + 1, head[0])

    def _mentions(self, words: Words, first: int, after: int) -> Iterator[Mention]:
        parts = list(self._parts(words, first, after))
        if len(parts) < 2:
            return
        head = " ".join(words.text[first:after])
        for part in parts:
            start, end = words.span(part.first, part.last)
            given = (("head", "" if part.headed else head), ("kind", self.kind), ("known", part.known))
            yield Mention(start, end, ORGANIZATION, rule="org:shared-head", attributes=tuple(p for p in given if p[1]))

    def _parts(self, words: Words, first: int, after: int) -> Iterator[_Part]:
        """The parts one by one; a part may repeat the head."""
        limit, head = words.line[first], words.low[first:after]
        i = after
        headed = words.low[i : i + 1] != [":"]
        i += not headed
        while i < limit:
            repeated = words.low[i : i + len(head)] == head
            field = i + len(head) if repeated else i
            last, known = self._field(words, head, field, limit)
            if last == field:
                return
            begins = i if repeated else first if headed else field
            yield _Part(begins, last, repeated or headed, known)
            headed, i = False, self._past_brackets(words, last, limit)
            last = i
            while i < limit and words.low[i] in self.joiners:
                i += 1
            if i == last:
                return

    @staticmethod
    def _past_brackets(words: Words, i: int, limit: int) -> int:
        """The index after a short form in brackets at token i: "Giáo dục và Đào tạo [(GD&ĐT)], Tài chính"."""
        if i + 1 >= limit or words.low[i] != "(" or not words.text[i + 1].isupper():
            return i
        return next((k + 1 for k in range(i + 2, min(limit, i + _LONGEST)) if words.low[k] == ")"), i)

    def _field(self, words: Words, head: list[str], i: int, limit: int) -> tuple[int, str]:
        """The index after the field at token i, and the id of the body that it makes with the head."""
        if i >= limit or not words.capital[i]:
            return i, ""
        named = [*head, *words.low[i : min(limit, i + _LONGEST)]]
        known = self.grammar.known.longest(named, 0, len(named))
        last = i + known[0] - len(head) if known and known[0] > len(head) else i
        plain = self._plain(words, i, limit)
        return (last, known[1].id) if known and last >= plain else (plain, "")

    def _plain(self, words: Words, i: int, limit: int) -> int:
        """The index after known fields or short forms that a dash or an ampersand joins."""
        last = self._word(words, i, limit)
        while last > i and last + 1 < limit and words.low[last] in ("-", "&"):
            after = self._word(words, last + 1, limit)
            if after == last + 1:
                break
            last = after
        return last

    def _word(self, words: Words, i: int, limit: int) -> int:
        field = self.grammar.fields.longest(words.low, i, limit)
        if field:
            return field[0]
        acronym = words.text[i].isupper() and len(words.text[i]) > 1 and words.low[i] not in self.grammar.heads.table
        return i + 1 if acronym else i

