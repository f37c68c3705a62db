"""The place of an article that a bare head stands for: "tỉnh", "thành phố", "huyện", "xã"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from vnkg.annotate.words import split
from vnkg.knowledge import Knowledge
from vnkg.model import Mention, Page

DISTRICTS = ("district", "town")
_KINDS = (("province", ("province",)), ("city", ("municipality", "city")), ("district", DISTRICTS),
          ("commune", ("commune",)))
# Kinds of which an article names many, in lists of where something was done or what was merged.
_MANY = ("district", "commune")
# Characters before a place that opens a sentence: one short word.
_OPENING = 6
# Characters behind a place in which a word on it ends.
_NEAR = 8

Named = tuple[str, Mention]


class OwnPlaceWords:
    """Words around places: joiners of a list, what stands behind a place that is no more, heads of each kind."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["linking"]["place"]
        self.joining = frozenset(lexicon["joining"])
        self.former = [split(word) for word in lexicon["former"]]
        self.heads = tuple(f"{word.lower()} " for kind in _MANY for word in lexicon[kind])


class OwnPlaces:
    """The place that a bare head of some kind stands for: the article's most frequent one, or the nearest before."""

    def __init__(self, named: list[Named], known: dict[str, str], page: Page, words: OwnPlaceWords) -> None:
        self.page, self.words = page, words
        self.opening = page.sentences[min(3, len(page.sentences) - 1)].end if page.sentences else 0
        self.sentences = [sentence.start for sentence in page.sentences]
        self.title = page.text.find("\n")
        found: dict[str, list[Named]] = {}
        for key, mention in named:
            kind = mention.get("kind")
            abroad = kind == "province" and known.get(key) == "city"
            kind = known.get(key, kind) if kind in ("province", "city", "district", "capital") and not abroad else kind
            for name, kinds in _KINDS:
                if kind in kinds:
                    found.setdefault(name, []).append((key, mention))
        for kind in [kind for kind in _MANY if kind in found]:
            found[kind] = self._alone(sorted(found[kind], key=lambda pair: pair[1].start)) or found[kind]
        self.found = {kind: [(mention.start, key) for key, mention in pairs] for kind, pairs in found.items()}

    def of(self, kind: str, position: int) -> str:
        """The key meant at a position, or "" when the article names none of that kind."""
        candidates = self.found.get(kind) or (self.found.get("province") if kind == "city" else None) or []
        if not candidates:
            return ""
        before = [(start, key) for start, key in candidates if start <= position]
        if before and self._opens(before[-1][0], position):
            return before[-1][1]
        if kind in ("province", "city"):
            main = self._main(candidates)
            if main:
                return main
        return before[-1][1] if before else candidates[0][1]

    def _alone(self, pairs: list[Named]) -> list[Named]:
        """The places that are not just one of a list, nor of before a merger ("the former X, Y and Z")."""
        low = self.page.low
        listed: set[int] = set()
        seen: set[str] = set()
        dropped: set[str] = set()
        former: set[str] = set()
        for run in self._runs(pairs):
            behind = split(low[run[-1][1].end : run[-1][1].end + _NEAR])
            if any(behind[: len(words)] == words for words in self.words.former):
                former.update(key for key, _ in run)
            if len(run) > 1:
                listed.update(mention.start for _, mention in run)
                dropped.update(key for key, _ in run if key not in seen)
            seen.update(key for key, _ in run)
        return [
            (key, mention) for key, mention in pairs
            if mention.start not in listed and key not in former
            and (key not in dropped or low.startswith(self.words.heads, mention.start))
        ]

    def _runs(self, pairs: list[Named]) -> Iterator[list[Named]]:
        """Neighbours with nothing but joiners between them."""
        run: list[Named] = []
        for pair in pairs:
            between = split(self.page.low[run[-1][1].end : pair[1].start]) if run else []
            if run and not (between and self.words.joining.issuperset(between)):
                yield run
                run = []
            run.append(pair)
        if run:
            yield run

    def _opens(self, start: int, position: int) -> bool:
        """Whether a place opens the sentence of a position, behind a word like "at": "Tại Đà Nẵng, … thành phố"."""
        sentence = self.sentences[bisect_right(self.sentences, position) - 1]
        return 0 < start - sentence <= _OPENING

    def _main(self, candidates: list[tuple[int, str]]) -> str:
        """The place of title and dateline, or of the title alone when no other is named as often, else one named at
        least twice as often as any other."""
        opening = [key for start, key in candidates if start < self.opening]
        counts = Counter(key for _, key in candidates).most_common(2)
        if opening and len(set(opening)) == 1:
            return opening[0]
        titled = {key for start, key in candidates if start < self.title}
        if titled == {counts[0][0]} and counts[0][1] > counts[1][1]:
            return counts[0][0]
        return counts[0][0] if len(counts) == 1 or counts[0][1] >= 2 * counts[1][1] else ""
