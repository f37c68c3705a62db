"""Documents: a type word with its number, title, congress or year; named laws; later references to a known document.

A hit of a type word is read by the first reader that understands what follows it. What remains bare is a nominal
mention when its document is known already. `Mention.value` and the attribute `kind` hold the code of the scheme
document-kind; `number` is the number as printed, `year` the year in the number or in the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vnkg.annotate.document_references import References
from vnkg.annotate.grammar import compiled, words
from vnkg.annotate.heads import Heads, Hit, ends_with, inside_sentence, trimmed
from vnkg.annotate.literals import Literals
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, NOMINAL, Mention, Page

DOCUMENT = "Document"
INTRODUCED = "document-introduced"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERIOD = re.compile(r"\d{4} ?- ?\d{4}")
_SHORTEST_TITLE, _SHORTEST_NAME = 4, 2


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
    return Reader(knowledge.lexicon["documents"]).annotate


class Reader:
    """The compiled lexicon, with one method for each way of naming a document."""

    def __init__(self, lexicon: Any) -> None:
        self._heads = Heads(lexicon)
        self._sets = self._heads.sets
        self._grammar = compiled(lexicon["grammar"], "lexicon/documents.toml")
        self._by_heart = Fixed(lexicon["fixed"])
        titles = words(title.lower() for title in lexicon["statutes"]["titles"])
        self._statute = re.compile(rf" (?:(?:{titles})(?!\w))")
        self._references = References(self._heads, self._grammar)

    def annotate(self, page: Page) -> Iterator[Mention]:
        """All documents of a page, names before the references to them."""
        hits = tuple(hit for hit in self._heads.hits(page) if not self._heads.is_part(page.low, hit))
        named = self._without_inner_parts(page.text, self._named(page, hits))
        for found in named:
            yield _mention(page.text, found, NAME)
        for hit, end, new in self._references.find(page, hits, named):
            rule = INTRODUCED if new else "document-reference"
            yield _mention(page.text, Found(hit.start, end, hit.kind, rule=rule), NOMINAL)

    def _named(self, page: Page, hits: Sequence[Hit]) -> list[Found]:
        result = [*self._by_heart.find(page)]
        taken = {found.start for found in result}
        end = 0
        for hit in hits:
            found = [] if hit.start in taken else self._read(page, hit)
            if found and not (found[0].number and found[-1].end <= end):
                result += found
                end = found[-1].end if found[0].number else end
        result += self._titles(page, hits, result)
        return [*result, *(draft for hit in hits for draft in self._draft(page, hit, result))]

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
        noun = text[hit.start].isupper() or hit.word not in self._sets["spoken"] or ends_with(
            grammar["cue_new"], page.low, hit.start)
        if not match and noun and hit.word in self._sets["bare_number"]:
            match = grammar["bare"].match(text, hit.end)
        if not match:
            return []
        number = match.groupdict().get("code") or match["number"]
        head = Found(hit.start, match.end(), hit.kind, number, "document-number")
        return [head, *self._list(text, head, number.isdigit())]

    def _list(self, text: str, head: Found, plain: bool) -> Iterator[Found]:
        """Further numbers under one type word ("… 18-NQ/TW và [19-NQ/TW]"); `plain`: bare figures may follow."""
        end = head.end
        patterns = [self._grammar[name] for name in (("more", "moreplain") if plain else ("more",))]
        while more := next((match for pattern in patterns if (match := pattern.match(text, end))), None):
            group = "code" if more.groupdict().get("code") else "number"
            end = more.end()
            yield Found(more.start(group), end, head.kind, more[group].split()[-1], "document-list")

    def _sitting(self, page: Page, hit: Hit) -> list[Found]:
        """A document named by the congress or plenum that adopted it."""
        if hit.word not in self._sets["resolutions"]:
            return []
        opening = self._grammar["opening"].match(page.text, hit.end)
        match = opening and self._grammar["sitting"].match(page.text, opening.end())
        return [Found(hit.start, match.end(), hit.kind, rule="document-sitting")] if match else []

    def _statutory(self, page: Page, hit: Hit) -> list[Found]:
        sets, text = self._sets, page.text
        if hit.word in sets["constitutions"]:
            match = self._grammar["year"].match(text, hit.end)
            cued = text[hit.start].isupper() or ends_with(self._grammar["in_force"], page.low, hit.start)
            end = match.end() if match else hit.end
            return [Found(hit.start, end, hit.kind, rule="document-statute")] if match or cued else []
        if hit.word not in sets["statutes"]:
            return []
        title = self._statute.match(page.low, hit.end)
        if not title and (amended := self._amending(page, hit)):
            return [amended]
        if not title and text[hit.start].isupper() and not self._heads.goes_on(page.low, hit):
            title = self._grammar["titlecase"].match(text, hit.end)
        if not title:
            return []
        tail = self._grammar["statute_tail"].match(text, title.end())
        return [Found(hit.start, tail.end() if tail else title.end(), hit.kind, rule="document-statute")]

    def _amending(self, page: Page, hit: Hit) -> Found | None:
        """A document that is named by the document it amends."""
        match = self._grammar["amending"].match(page.text, hit.end)
        inner = match and self._heads.at(page.low, match.end())
        found = inner and (self._numbered(page, inner) or self._statutory(page, inner))
        return Found(hit.start, found[0].end, hit.kind, rule="document-amending") if found else None

    def _pact(self, page: Page, hit: Hit) -> list[Found]:
        sets, text = self._sets, page.text
        names = [name for name in ("papers", "agreements", "pacts") if hit.word in sets[name]]
        if not names or (names != ["papers"] and not text[hit.start].isupper()):
            return []
        match = self._grammar[names[0]].match(text, hit.end)
        return [Found(hit.start, match.end(), hit.kind, rule="document-pact")] if match else []

    def _programme(self, page: Page, hit: Hit) -> list[Found]:
        if hit.word not in self._sets["programmes"]:
            return []
        match = self._grammar["programme"].match(page.text, hit.end)
        named = match is not None and match.end() > match.start()
        return [Found(hit.start, match.end(), hit.kind, rule="document-programme")] if match and named else []

    def _titles(self, page: Page, hits: Sequence[Hit], result: Sequence[Found]) -> Iterator[Found]:
        """Documents known by their subject only; after a number of the same kind only those titled before it too."""
        numbered: dict[str, int] = {}
        for found in result:
            if found.number:
                numbered[found.kind] = min(found.start, numbered.get(found.kind, found.start))
        known = {found.start for found in result}
        titles: set[str] = set()
        for hit in hits:
            if hit.start in known or not (hit.word in self._sets["titled"] or self._references.introduced(page, hit)):
                continue
            titled = self._amending(page, hit) or self._titled(page, hit)
            if not titled:
                continue
            title = page.text[titled.start : titled.end]
            fresh = numbered.get(hit.kind, hit.start) >= hit.start or titled.rule == "document-amending"
            shown = any(ends_with(self._grammar[name], page.low, hit.start) for name in ("drafting", "adopting"))
            if fresh or title in titles or shown:
                titles.add(title)
                yield titled

    def _titled(self, page: Page, hit: Hit) -> Found | None:
        """A document known by its subject: the subject belongs to the name."""
        grammar, text, sets = self._grammar, page.text, self._sets
        if hit.word in sets["quoted"] and (quoted := grammar["quoted"].match(text, hit.end)):
            return Found(hit.start, quoted.end(), hit.kind, rule="document-title")
        capital, cued = text[hit.start].isupper(), ends_with(grammar["title_cue"], page.low, hit.start)
        purposed = hit.word in sets["purposed"]
        named = purposed and text[hit.end + 1 : hit.end + 2].isupper()
        opened = purposed and grammar["opened"].match(text, hit.end) is not None
        cued = cued or named or opened or self._references.introduced(page, hit)
        plural = not capital and ends_with(grammar["plural"], page.low, hit.start)
        spoken = hit.word in sets["spoken"] and not cued and not (capital and inside_sentence(text, hit.start))
        if plural or spoken or self._heads.goes_on(page.low, hit):
            return None
        match = grammar["about"].match(text, hit.end)
        if not match and hit.word in sets["verbless"] and (capital or cued):
            match = grammar["verbless"].match(text, hit.end)
        if not match or match.group().count(" ") < (_SHORTEST_NAME if named else _SHORTEST_TITLE):
            return None
        end = trimmed(grammar["cut"], text, hit.end, match.end())
        return Found(hit.start, end, hit.kind, rule="document-title") if end > hit.end else None

    def _draft(self, page: Page, hit: Hit, named: Sequence[Found]) -> Iterator[Found]:
        """A draft of a named document ("dự thảo Luật …", "dự án Luật …"), and the draft papers of a congress."""
        if hit.word not in self._sets["drafts"]:
            return
        law = next(iter(self._sets["statutes"] & set(hit.word.split())), None)
        if law:
            inner = self._statutory(page, Hit(hit.end - len(law), hit.end, law, self._heads.kinds[law]))
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
        outer = {found.end: found.start for found in named if found.rule == "document-draft"}
        papers = tuple(self._sets["papers"])
        kept = []
        for found in sorted(named, key=lambda f: (f.start, -f.end)):
            start = outer.get(found.end, found.start)
            if start < found.start and not found.number:
                name, whole = text[found.start : found.end], text[start : found.end]
                if name.lower().startswith(papers) or text.count(name) <= text.count(whole):
                    continue
            kept.append(found)
        return tuple(kept)


class Fixed:
    """Names that the lexicon lists whole: abbreviations in capitals, names of several words in any case."""

    def __init__(self, fixed: dict[str, list[str]]) -> None:
        self._kinds = {name.lower(): kind for kind, names in fixed.items() for name in names}
        short = {name for names in fixed.values() for name in names if " " not in name}
        self._long = Literals([name for name in self._kinds if " " in name])
        self._short = re.compile(rf"({words(short)})(?: (?:19|20)\d\d)?(?!\w)")

    def find(self, page: Page) -> Iterator[Found]:
        """All of them, in no order."""
        for match in self._long.find(page):
            yield Found(*match.span(), self._kinds[match.group()], rule="document-fixed")
        for match in self._short.finditer(page.text):
            if not match.start() or not page.text[match.start() - 1].isalnum():
                yield Found(*match.span(), self._kinds[match[1].lower()], rule="document-fixed")


def _mention(text: str, found: Found, kind: str) -> Mention:
    attributes = [("kind", found.kind)]
    if found.number:
        attributes.append(("number", found.number))
    name = text[found.start : found.end]
    years = _YEAR.findall(name)
    if years and not _PERIOD.search(name):
        attributes.append(("year", years[-1]))
    return Mention(found.start, found.end, DOCUMENT, kind, found.kind, found.rule, tuple(attributes))
