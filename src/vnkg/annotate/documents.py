"""Documents: a type word with its number, title, congress or year; named laws; later references to a known document.

A hit of a type word (`heads`) is read by the first reader that understands what follows it. What remains bare is a
nominal mention when its document is known already. `Mention.value` and the attribute `kind` hold the code of the
scheme document-kind; `number` is the number as printed, `year` the year in the number or in the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vnkg.annotate.grammar import compiled, words
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, NOMINAL, Mention, Page

DOCUMENT = "Document"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERIOD = re.compile(r"\d{4} ?- ?\d{4}")
_LOOK_BACK = 16
_SHORTEST_TITLE = 4


@dataclass(frozen=True)
class Hit:
    """A type word in the text: its bounds, the word and the code of its kind."""

    start: int
    end: int
    word: str
    kind: str


@dataclass(frozen=True)
class Found:
    """A document's name: bounds, kind and number (empty without one)."""

    start: int
    end: int
    kind: str
    number: str = ""
    rule: str = "document"


def prepare(knowledge: Knowledge) -> Callable[[Page], Iterable[Mention]]:
    """Compile `lexicon/documents.toml`; see the module's text."""
    reader = Reader(knowledge.lexicon["documents"])
    return reader.annotate


class Reader:
    """The compiled lexicon, with one method for each way of naming a document."""

    def __init__(self, lexicon: Any) -> None:
        self._kinds = {word: kind for kind, entries in lexicon["kinds"].items() for word in entries}
        self._sets = {name: frozenset(entries) for name, entries in lexicon["heads"].items()}
        self._grammar = compiled(lexicon["grammar"], "lexicon/documents.toml")
        self._heads = re.compile(rf"(?:{words(self._kinds)})(?!\w)")
        # Abbreviations stay in capitals; a name of several words may be written in any case.
        self._fixed = {name.lower(): kind for kind, names in lexicon["fixed"].items() for name in names}
        short = {name for names in lexicon["fixed"].values() for name in names if " " not in name}
        long = words(name for name in self._fixed if " " in name)
        self._names = re.compile(rf"(?:{long})(?!\w)")
        self._short = re.compile(rf"(?:{words(short)})(?: \d{{4}})?(?!\w)")
        titles = words(title.lower() for title in lexicon["statutes"]["titles"])
        self._statute = re.compile(rf" (?:(?:{titles})(?!\w))")
        self._not_after = re.compile(rf"(?<!\w)(?:{words(self._sets['not_after'])}) $")
        self._not_before = re.compile(rf" (?:{words(self._sets['not_before'])})(?!\w)")

    def annotate(self, page: Page) -> Iterator[Mention]:
        """All documents of a page, names before the references to them."""
        hits = tuple(self._hits(page.low))
        named = self._without_inner_parts(page.text, self._named(page, hits))
        for found in named:
            yield _mention(page.text, found, NAME)
        for found in self._references(page, hits, named):
            yield _mention(page.text, found, NOMINAL)

    def _hits(self, low: str) -> Iterator[Hit]:
        for match in self._heads.finditer(low):
            start = match.start()
            if start and (low[start - 1].isalnum() or low[start - 1] in "-/"):
                continue
            if self._not_after.search(low, max(0, start - _LOOK_BACK), start):
                continue
            yield Hit(start, match.end(), match.group(), self._kinds[match.group()])

    def _named(self, page: Page, hits: tuple[Hit, ...]) -> list[Found]:
        result = list(self._by_heart(page))
        taken = {found.start for found in result}
        end = 0
        for hit in hits:
            if hit.start not in taken:
                found = self._read(page, hit)
                if found and not (found[0].number and found[-1].end <= end):
                    result += found
                    end = found[-1].end if found[0].number else end
        numbered: dict[str, int] = {}
        for found in result:
            if found.number:
                numbered[found.kind] = min(found.start, numbered.get(found.kind, found.start))
        known = {found.start for found in result}
        for hit in hits:
            if hit.start not in known and hit.word in self._sets["titled"]:
                result += self._titled(page, hit, numbered.get(hit.kind, hit.start) < hit.start)
        result += [draft for hit in hits for draft in self._draft(page, hit, tuple(result))]
        return result

    def _by_heart(self, page: Page) -> Iterator[Found]:
        """Names that the lexicon lists whole."""
        for pattern, text in ((self._names, page.low), (self._short, page.text)):
            for match in pattern.finditer(text):
                if not match.start() or not text[match.start() - 1].isalnum():
                    kind = self._fixed[_YEAR.sub("", match.group()).strip().lower()] if pattern is self._short else (
                        self._fixed[match.group()])
                    yield Found(match.start(), match.end(), kind, rule="document-fixed")

    def _read(self, page: Page, hit: Hit) -> list[Found]:
        for reader in self._readers:
            found = reader(page, hit)
            if found:
                return found
        return []

    @cached_property
    def _readers(self) -> tuple[Callable[[Page, Hit], list[Found]], ...]:
        return (self._numbered, self._sitting, self._statutory, self._pact, self._programme)

    def _numbered(self, page: Page, hit: Hit) -> list[Found]:
        text, grammar = page.text, self._grammar
        match = grammar["numbered"].match(text, hit.end)
        if not match and hit.word in self._sets["bare_number"]:
            match = grammar["bare"].match(text, hit.end)
        if not match:
            return []
        number = match.groupdict().get("code") or match["number"]
        result = [Found(hit.start, match.end(), hit.kind, number, "document-number")]
        plain = number.isdigit()
        while more := grammar["more"].match(text, match.end()) or (
            plain and grammar["moreplain"].match(text, match.end())
        ):
            group = "code" if more.groupdict().get("code") else "number"
            printed = more[group].split()[-1]
            result.append(Found(more.start(group), more.end(), hit.kind, printed, "document-list"))
            match = more
        return result

    def _sitting(self, page: Page, hit: Hit) -> list[Found]:
        if hit.word not in self._sets["resolutions"]:
            return []
        grammar = self._grammar
        opening = grammar["opening"].match(page.text, hit.end)
        match = opening and grammar["sitting"].match(page.text, opening.end())
        if not match:
            return []
        return [Found(hit.start, match.end(), hit.kind, rule="document-sitting")]

    def _statutory(self, page: Page, hit: Hit) -> list[Found]:
        sets, text = self._sets, page.text
        if hit.word in sets["constitutions"]:
            match = self._grammar["year"].match(text, hit.end)
            return [Found(hit.start, match.end(), hit.kind, rule="document-statute")] if match else []
        if hit.word not in sets["statutes"]:
            return []
        start = hit.end
        amending = self._grammar["amending"].match(text, start)
        title = self._statute.match(page.low, start)
        if not title and amending and (inner := self._inner(page, amending.end())):
            return [Found(hit.start, inner, hit.kind, rule="document-amending")]
        if not title and text[hit.start].isupper() and not self._not_before.match(page.low, start):
            title = self._grammar["titlecase"].match(text, start)
        if not title:
            return []
        tail = self._grammar["statute_tail"].match(text, title.end())
        return [Found(hit.start, tail.end() if tail else title.end(), hit.kind, rule="document-statute")]

    def _inner(self, page: Page, start: int) -> int | None:
        """The end of the document named at `start`, for names that hold another's name."""
        head = self._heads.match(page.low, start)
        if not head:
            return None
        hit = Hit(start, head.end(), head.group(), self._kinds[head.group()])
        found = self._numbered(page, hit) or self._statutory(page, hit)
        return found[0].end if found else None

    def _pact(self, page: Page, hit: Hit) -> list[Found]:
        sets, text = self._sets, page.text
        if hit.word in sets["papers"]:
            match = self._grammar["papers"].match(text, hit.end)
        elif not text[hit.start].isupper():
            return []
        elif hit.word in sets["agreements"]:
            match = self._grammar["agreement"].match(text, hit.end)
        elif hit.word in sets["pacts"]:
            match = self._grammar["pact"].match(text, hit.end)
        else:
            return []
        return [Found(hit.start, match.end(), hit.kind, rule="document-pact")] if match else []

    def _programme(self, page: Page, hit: Hit) -> list[Found]:
        if hit.word not in self._sets["programmes"]:
            return []
        match = self._grammar["programme"].match(page.text, hit.end)
        named = match is not None and match.end() > match.start()
        return [Found(hit.start, match.end(), hit.kind, rule="document-programme")] if match and named else []

    def _titled(self, page: Page, hit: Hit, numbered: bool) -> list[Found]:
        """A document known by its subject only: the subject belongs to the name (not so when a number came before)."""
        grammar, text, sets = self._grammar, page.text, self._sets
        amending = grammar["amending"].match(text, hit.end)
        if amending and (end := self._inner(page, amending.end())):
            return [Found(hit.start, end, hit.kind, rule="document-amending")]
        if numbered and not _ends_with(grammar["drafting"], page.low, hit.start):
            return []
        if hit.word in sets["quoted"]:
            quoted = grammar["quoted"].match(text, hit.end)
            if quoted:
                return [Found(hit.start, quoted.end(), hit.kind, rule="document-title")]
        capital, cued = text[hit.start].isupper(), _ends_with(grammar["title_cue"], page.low, hit.start)
        if hit.word in sets["spoken"] and not cued and not (capital and _inside_sentence(text, hit.start)):
            return []
        if self._not_before.match(page.low, hit.end) or (
            not capital and _ends_with(grammar["plural"], page.low, hit.start)
        ):
            return []
        match = grammar["about"].match(text, hit.end)
        if not match and hit.word in sets["verbless"] and (capital or cued):
            match = grammar["verbless"].match(text, hit.end)
        if not match or match.group().count(" ") < _SHORTEST_TITLE:
            return []
        end = match.end() - len(_tail(grammar["cut"], match.group()))
        return [Found(hit.start, end, hit.kind, rule="document-title")] if end > hit.end else []

    def _draft(self, page: Page, hit: Hit, named: tuple[Found, ...]) -> Iterator[Found]:
        """A draft of a named document ("dự thảo Luật …", "dự án Luật …"), and the draft papers of a congress."""
        if hit.word not in self._sets["drafts"]:
            return
        law = next(iter(self._sets["statutes"] & set(hit.word.split())), None)
        if law:
            inner = self._statutory(page, Hit(hit.end - len(law), hit.end, law, self._kinds[law]))
            ends = [found.end for found in inner]
        else:
            link = self._grammar["draft_link"].match(page.text, hit.end)
            ends = [found.end for found in named if link and found.start == link.end()]
            papers = self._grammar["papers_bare"].match(page.text, hit.end)
            ends += [papers.end()] if papers else []
        for end in ends[:1]:
            yield Found(hit.start, end, hit.kind, rule="document-draft")

    def _without_inner_parts(self, text: str, named: list[Found]) -> tuple[Found, ...]:
        """The names, less the draft's own subject ("dự thảo [Luật …]") where it is never named outside of a draft."""
        ends = {found.end: found.start for found in named if found.rule == "document-draft"}
        kept = []
        for found in sorted(named, key=lambda f: (f.start, -f.end)):
            outer = ends.get(found.end, found.start)
            if outer < found.start and not found.number:
                name, whole = text[found.start : found.end], text[outer : found.end]
                if self._papers_at(text, found) or text.count(name) <= text.count(whole):
                    continue
            kept.append(found)
        return tuple(kept)

    def _papers_at(self, text: str, found: Found) -> bool:
        return text[found.start : found.end].lower().startswith(tuple(self._sets["papers"]))

    def _references(self, page: Page, hits: tuple[Hit, ...], named: tuple[Found, ...]) -> Iterator[Found]:
        first: dict[str, int] = {}
        for found in named:
            first[found.kind] = min(found.start, first.get(found.kind, found.start))
        end = 0
        inside = _covered(named)
        for hit in hits:
            if hit.word not in self._sets["nominal"] or inside(hit.start) or hit.start < end:
                continue
            known = first.get(hit.kind, len(page.text)) < hit.start
            end = self._reference_end(page, hit, known) or end
            if end > hit.start:
                yield Found(hit.start, end, hit.kind, rule="document-reference")

    def _reference_end(self, page: Page, hit: Hit, known: bool) -> int | None:
        grammar, text, low = self._grammar, page.text, page.low
        if _ends_with(grammar["plural"], low, hit.start) or self._not_before.match(low, hit.end):
            return None
        pointed = grammar["determined"].match(low, hit.end)
        if pointed:
            return pointed.end() if known else None
        if hit.word in self._sets["drafts"]:
            return self._drafted(low, hit) if known else None
        cued = _ends_with(grammar["cue"], low, hit.start)
        if hit.word in self._sets["guidance"] and cued and (long := grammar["guidance"].match(text, hit.end)):
            return long.end()
        if text[hit.start].isupper():
            fits = self._capital_fits(page, hit, known)
        elif grammar["issuer"].match(text, hit.end):
            fits = hit.word in self._sets["issued"] and _ends_with(grammar["cue_new"], low, hit.start)
        else:
            fits = known and cued and hit.word not in self._sets["vague"]
            fits = fits and (hit.word not in self._sets["verbs"] or hit.word in self._sets["repeated"])
        return hit.end if fits else None

    def _capital_fits(self, page: Page, hit: Hit, known: bool) -> bool:
        """Whether a capital type word stands for a document: at a sentence's start it must be its subject."""
        grammar = self._grammar
        if _inside_sentence(page.text, hit.start):
            return known or _ends_with(grammar["cue_new"], page.low, hit.start)
        return known and (hit.word not in self._sets["verbs"] or bool(grammar["predicate"].match(page.low, hit.end)))

    def _drafted(self, low: str, hit: Hit) -> int:
        """The end of "dự thảo" together with the bare type word after it."""
        inner = self._heads.match(low, hit.end + 1)
        return inner.end() if inner else hit.end


def _inside_sentence(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] in ",;)")


def _ends_with(pattern: re.Pattern[str], text: str, end: int) -> bool:
    return bool(pattern.search(text, max(0, end - _LOOK_BACK), end))


def _tail(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group() if match else ""


def _covered(named: tuple[Found, ...]) -> Callable[[int], bool]:
    starts = {position for found in named for position in range(found.start, found.end)}
    return starts.__contains__


def _mention(text: str, found: Found, kind: str) -> Mention:
    attributes = [("kind", found.kind)]
    if found.number:
        attributes.append(("number", found.number))
    name = text[found.start : found.end]
    years = _YEAR.findall(name)
    if years and not _PERIOD.search(name):
        attributes.append(("year", years[-1]))
    return Mention(found.start, found.end, DOCUMENT, kind, found.kind, found.rule, tuple(attributes))
