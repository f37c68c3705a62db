"""Names in a list under a plural head: "các xã [Nà Phòn], [Tòng Đậu] và [Đồng Tân]", also of places nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vnkg.annotate.words import Phrases, phrases, table
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page, Words
from vnkg.text import is_foreign

PLACE = "Place"
_LONGEST = 4
_FEWEST = 2


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile the heads that such lists have."""
    places = knowledge.lexicon["places"]
    heads: Phrases[str] = phrases(
        (word, head["kind"]) for head in places["head"] if head["kind"] in places["lists"]["kinds"]
        for word in head["words"]
    )
    finder = _Finder(
        heads, frozenset(places["lists"]["plural"]), frozenset(places["lists"]["opening"]),
        frozenset(places["lists"]["joining"]), table(places["lists"]["titles"]),
        frozenset(places["lists"]["dashes"]),
    )
    return finder.annotate


class _Finder:
    """Walks from a plural head over the names behind it."""

    def __init__(
        self, heads: Phrases[str], plural: frozenset[str], opening: frozenset[str], joining: frozenset[str],
        titles: Phrases[bool], dashes: frozenset[str],
    ) -> None:
        self.heads, self.plural, self.opening, self.joining = heads, plural, opening, joining
        self.titles, self.dashes = titles, dashes

    def annotate(self, page: Page) -> Iterator[Mention]:
        """Every name in such a list; one alone is no list."""
        words = page.words
        for i in words.among(self.heads.table):
            before = words.low[i - 1] if i else ""
            if before in self.plural or before.isdigit():
                names = self._names(words, i)
                yield from names if len(names) >= _FEWEST else ()

    def _names(self, words: Words, i: int) -> list[Mention]:
        """The names behind the head at token i."""
        last, names = words.line[i], list[Mention]()
        k, kind = self._head(words, i)
        while k < last and words.low[k] in self.opening:
            k += 1
            k = self._head(words, k)[0] if k < last else k
        while k < last:
            after = self._name(words, k, last)
            if after == k:
                break
            start, end = words.span(k, after)
            names.append(Mention(start, end, PLACE, rule="place:listed", attributes=(("kind", kind),)))
            k = after
            while k < last and words.low[k] in self.joining:
                k += 1
            if k == after:
                break
        return names

    def _head(self, words: Words, k: int) -> tuple[int, str]:
        """The index after the head at token k, and its kind; k when none stands there."""
        found = self.heads.longest(words.low, k, words.line[k])
        return found or (k, "")

    def _name(self, words: Words, k: int, last: int) -> int:
        """The index after a name at token k, of two syllables or of one foreign word; k when none stands there."""
        after = k
        while after < min(last, k + _LONGEST) and words.named(after) and words.text[after].istitle():
            after += 1
        foreign = after == k + 1 and is_foreign(words.text[k])
        named = (after > k + 1 or foreign) and self.titles.longest(words.low, k, last) is None
        goes_on = after < last and (words.named(after) or words.low[after] in self.dashes)
        return after if named and not goes_on else k
