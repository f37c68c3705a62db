"""Documents with the date and the issuer written after them: "Nghị quyết 57-NQ/TW ngày … của Bộ Chính trị".

Yields `issuedOn` and `issuedBy`, and the items with each such group joined into one Document phrase, so that what
comes after it ("… và Kế hoạch …", "… về …") attaches to the document. Where the group goes on with a verb of personnel
("… điều động ông X"), the persons are what the document is about, and the issuer moved them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vnkg.annotate.words import phrases, table
from vnkg.extract.scene import Item, Phrase, Scene, joined
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, Span, Statement, Token

_RULE = "citations:"
_CONFIDENCE = {"issuedBy": 0.96, "issuedOn": 0.96, "about": 0.92, "appointedBy": 0.92, "dismissedBy": 0.9,
               "shared": 0.9}
_DAY = ("day", "month")
_NEAR = 4
# A document of a list and the comma behind it.
_STEP = 2
_REACH = 40


class CitationReader:
    """Groups documents with their dates and issuers in the items of one sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["citations"]
        self.of = frozenset(lexicon["of"])
        self.by = frozenset(lexicon["by"])
        self.issue = table(lexicon["issue"])
        self.on = frozenset(lexicon["on"])
        self.after_date = frozenset(lexicon["after_date"])
        self.closing = frozenset(lexicon["closing"])
        self.about = frozenset(lexicon["about"])
        self.joining = frozenset(lexicon["joining"])
        self.stop, self.parting = frozenset(lexicon["stop"]), frozenset(lexicon["parting"])
        self.personnel = phrases(
            (word, predicate)
            for predicate, name in (("appointedBy",) * 2, ("dismissedBy",) * 2, ("about", "concerning"))
            for word in lexicon[name]
        )

    def read(self, scene: Scene, items: tuple[Item, ...]) -> tuple[tuple[Item, ...], list[Statement]]:
        """The items with documents and what follows them joined, and what that says."""
        result: list[Item] = []
        found = list(self._nested(scene, items))
        i = 0
        while i < len(items):
            item = items[i]
            if not isinstance(item, Phrase) or item.type != "Document":
                result.append(item)
                i += 1
                continue
            after, said = self._citation(items, i, _cited(scene, item))
            found += said
            found += self._shared(scene, result, item, said)
            found += self._persons(items, item, after, [s.object for s in said if s.predicate == "issuedBy"])
            last = items[after - 1]
            result.append(Phrase(item.start, max(item.end, last.end), item.type, item.entities, item.mentions))
            i = after
        return tuple(result) if len(result) < len(items) else items, found

    def _shared(
        self, scene: Scene, before: list[Item], last: Phrase, said: list[Statement]
    ) -> Iterator[Statement]:
        """What is said of the last of some documents in a list, and holds for those before it: the issuer for
        documents of its kind that name no congress of their own, the day too when they share its head ("Quyết định số
        21-QĐ/TU, 22-QĐ/TU ngày … của …").
        """
        k, later, dated = len(before), last, True
        while k >= _STEP and before[k - 1].low in self.joining:
            item = before[k - _STEP]
            if not isinstance(item, Phrase) or item.type != "Document" or item.end > item.mentions[-1].end:
                return
            own = any(inner.type == "Event" for inner in scene.inside(item.mentions[-1]))
            if own or item.mentions[0].get("kind") != last.mentions[0].get("kind"):
                return
            dated = dated and scene.page.text[later.start].isdigit()
            for statement in said:
                if statement.predicate == "issuedBy" or (dated and statement.predicate == "issuedOn"):
                    yield replace(statement, subject=item.entities[0], confidence=_CONFIDENCE["shared"],
                                  evidence=Span(item.start, statement.evidence.end))
            k, later = k - _STEP, item

    def _nested(self, scene: Scene, items: tuple[Item, ...]) -> Iterator[Statement]:
        """What is written of the document in the name of an event, its issuer at least: "Hội nghị sơ kết Chỉ thị 05
        ngày … của Bộ Chính trị"."""
        for i, item in enumerate(items):
            if not isinstance(item, Phrase) or item.type != "Event":
                continue
            inner = [m for m in scene.inside(item.mentions[-1]) if m.type == "Document" and m.kind == NAME]
            parts = scene.parts(inner[-1].start, item.mentions[-1].end) if inner else ()
            if parts and isinstance(parts[0], Phrase) and parts[0].type == "Document":
                _, said = self._citation((*parts, *items[i + 1 : i + 1 + _NEAR]), 0, parts[0])
                if any(statement.predicate == "issuedBy" for statement in said):
                    yield from said

    def _citation(self, items: tuple[Item, ...], i: int, document: Phrase) -> tuple[int, list[Statement]]:
        """The index after the group that begins with the document at i, and its statements."""
        after = i + 1
        found: list[Statement] = []
        steps: set[str] = set()
        while True:
            step = self._date(items, after) or self._issuer(items, after)
            if step is None or step[0] in steps:
                return after, found
            predicate, value, after = step
            steps.add(predicate)
            if predicate and value.type != "Position":
                found += [_statement(document, predicate, value, entity) for entity in value.entities]

    def _date(self, items: tuple[Item, ...], k: int) -> tuple[str, Phrase, int] | None:
        start = self._skip(items, k, self.on)
        comma = self._skip(items, k, frozenset(","))
        if start == k and comma > k and not self._ends_at(items, comma + 1):
            comma = k
        k = max(start, comma)
        item = items[k] if k < len(items) else None
        if isinstance(item, Phrase) and item.type == "TimeSpan" and self._is_day(item):
            return "issuedOn", item, self._skip(items, k + 1, self.closing)
        if isinstance(item, Phrase) and item.type == "TimeSpan" and start == k and self._of_at(items, k + 1):
            return "", item, k + 1
        return None

    def _of_at(self, items: tuple[Item, ...], k: int) -> bool:
        """Whether "of" stands at k, a comma before it aside."""
        k = self._skip(items, k, frozenset(","))
        return self._skip(items, k, self.of) > k

    def _ends_at(self, items: tuple[Item, ...], k: int) -> bool:
        """Whether the group goes on or ends at k: only then a date after a comma is the document's."""
        return k >= len(items) or self._of_at(items, k) or self._skip(items, k, self.after_date) > k

    @staticmethod
    def _is_day(phrase: Phrase) -> bool:
        return phrase.mentions[0].get("granularity") in _DAY and not phrase.mentions[0].get("daypart")

    def _issuer(self, items: tuple[Item, ...], k: int) -> tuple[str, Phrase, int] | None:
        """The body or person after "of", or after "by" with a verb of issuing; a post alone says nobody's name."""
        start = self._skip(items, k, frozenset(","))
        if start + 1 >= len(items) or isinstance(items[start], Phrase):
            return None
        word = items[start].low
        body = items[start + 1]
        if not isinstance(body, Phrase) or body.type not in ("Organization", "Person", "Position"):
            return None
        if word in self.of:
            return "issuedBy", *self._bodies(items, body, start + 2)
        if word in self.by:
            low = [x.low if isinstance(x, Token) else "§" for x in items[start + 2 : start + 6]]
            verb = self.issue.longest(low, 0, len(low)) if low else None
            if verb:
                return "issuedBy", body, start + 2 + verb[0]
        return None

    def _bodies(self, items: tuple[Item, ...], body: Phrase, k: int) -> tuple[Phrase, int]:
        """The issuers from `body` on, which ends before item k, and the index after them: "của Bộ Chính trị, Ban Bí
        thư, …"; a body before a verb begins a clause of its own."""
        other = items[k + 1] if k + 2 < len(items) and items[k].low == "," else None
        if not isinstance(other, Phrase) or not other.type == body.type == "Organization":
            return body, k
        return (joined((body, other)), k + 2) if items[k + 2].low in self.parting else (body, k)

    @staticmethod
    def _skip(items: tuple[Item, ...], k: int, words: frozenset[str]) -> int:
        while k < len(items) and isinstance(items[k], Token) and items[k].low in words:
            k += 1
        return k

    def _persons(
        self, items: tuple[Item, ...], document: Phrase, after: int, issuers: list[str | None]
    ) -> Iterable[Statement]:
        """Persons after a verb of personnel right behind the group."""
        k = self._skip(items, after, self.about)
        low = [x.low if isinstance(x, Token) else "§" for x in items[k : k + _NEAR + 6]]
        verb = self.personnel.longest(low, 0, len(low)) if low else None
        if verb is None:
            return
        for person in self._listed(items, k + verb[0]):
            yield _statement(document, "about", person, person.entities[0])
            if verb[1] != "about":
                for issuer in filter(None, issuers):
                    yield Statement(person.entities[0], verb[1], Span(document.start, person.end), object=issuer,
                                    confidence=_CONFIDENCE[verb[1]], rule=f"{_RULE}{verb[1]}")

    def _listed(self, items: tuple[Item, ...], k: int) -> Iterable[Phrase]:
        """The person in the clause at k, and every one that a joiner ties to it."""
        first = True
        for i in range(k, min(len(items), k + _REACH)):
            item = items[i]
            if isinstance(item, Token):
                if item.low in self.stop or (first and item.low in self.joining):
                    return
            elif item.type == "Document":
                return
            elif item.type == "Person" and (first or self._skip(items, i - 1, self.joining) == i):
                yield item
                first = False


def _cited(scene: Scene, phrase: Phrase) -> Phrase:
    """The document that date and issuer behind a phrase belong to: the numbered one that its name ends with."""
    for outer in phrase.mentions[-1:]:
        for inner in scene.inside(outer):
            if inner.type == "Document" and inner.end == outer.end and inner.get("number"):
                return Phrase(inner.start, inner.end, inner.type, (scene.id_at(inner),), (inner,))
    return phrase


def _statement(document: Phrase, predicate: str, value: Phrase, entity: str) -> Statement:
    return Statement(document.entities[0], predicate, Span(document.start, value.end), object=entity,
                     confidence=_CONFIDENCE[predicate], rule=f"{_RULE}{predicate}")


def coherent(found: Iterable[Statement]) -> list[Statement]:
    """What is written right after a document's name goes before what its clause seems to say of issuer and date; a
    topic belongs to the last document of a list, and is none where the document carries it out."""
    listed = list(found)
    cited = {(s.subject, s.predicate) for s in listed if s.rule.startswith(_RULE)}
    based = {(s.subject, s.object) for s in listed if s.predicate in ("basedOn", "amends")}
    last = {(s.rule, s.object, s.evidence): s.subject for s in listed if s.predicate == "about"}

    def stands(s: Statement) -> bool:
        if s.predicate in ("issuedBy", "issuedOn"):
            return s.rule.startswith(_RULE) or (s.subject, s.predicate) not in cited
        if s.predicate == "about":
            return (s.subject, s.object) not in based and last[s.rule, s.object, s.evidence] == s.subject
        return True

    return [s for s in listed if stands(s)]
