"""Who appoints or dismisses whom, where no template says it.

A sitting acts for the body in its name ("Hội nghị Ban Chấp hành … bầu ông A"), and a list of measures has one subject
("HĐND tỉnh miễn nhiệm … đối với ông A; bầu ông B"), and who moves somebody may relieve him by the same act ("điều động
ông A - … - thôi giữ chức …"). Yields `appointedBy` and `dismissedBy`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnkg.annotate.words import Phrases, back, phrases, table
from vnkg.extract.scene import Item, Line, Phrase, Scene
from vnkg.knowledge import Knowledge
from vnkg.model import NAME, Span, Statement

# Share found right by reading random statements of the corpus.
_CONFIDENCE = 0.88
_REACH, _NEAR = 24, 4
_DECISIONS = frozenset(("decision", "resolution"))
# Items of a list below the sentence that has their subject.
_ITEMS = 12
# Words of the longest verb, and the colon behind it.
_VERB = 6
_AGENTS = frozenset(("Organization", "Event", "Person"))
# Items of a phrase in brackets.
_BRACKET = 3
# Lines before one in which an election may be told of.
_RIGHT_BEFORE = 3


class PersonnelReader:
    """The verbs of personnel, compiled."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon["personnel"]
        self.verbs: Phrases[str] = phrases(
            (word, predicate) for predicate, name in (("appointedBy", "appointing"), ("dismissedBy", "dismissing"))
            for word in lexicon[name]
        )
        self.releasing = table(lexicon["releasing"])
        self.leaving, self.aside = table(lexicon["leaving"]), frozenset(lexicon["aside"])
        self.of_sittings = frozenset(lexicon["of_sittings"])
        self.between = table(lexicon["between"])
        self.not_after = table(lexicon["not_after"])
        self.asked = table(lexicon["asked"])
        self.about, self.issuing = table(lexicon["about"]), table(lexicon["issuing"])
        self.ends, self.inside = frozenset(lexicon["ends"]), frozenset(lexicon["inside"])
        self.deciding, self.passive = frozenset(lexicon["deciding"]), frozenset(lexicon["passive"])
        self.following, self.given = table(lexicon["following"]), table(lexicon["given"])
        self.elected, self.electing = table(lexicon["elected"]), frozenset(lexicon["electing"])
        self.marks = frozenset(lexicon["marks"])
        self.forms: Phrases[str] = phrases((word, "dismissedBy") for word in lexicon["forms"])
        self.members = tuple(lexicon["members"])
        self.linking, self.handing = frozenset(lexicon["linking"]), table(lexicon["handing"])
        self.sittings = frozenset(lexicon["sittings"])

    def read(self, scene: Scene, line: Line, before: Sequence[Line]) -> Iterator[Statement]:
        """The statements of one line; `before` are the lines before it."""
        if "Person" not in line.types:
            return
        yield from self._released(scene, line)
        yield from self._item(scene, line, before)
        yield from self._decided(scene, line, before)
        yield from self._elected(scene, line, before)
        if self.verbs.table.keys().isdisjoint(line.words):
            return
        acted: tuple[Phrase, str] | None = None
        done = 0
        for k in [k for k, word in enumerate(line.low) if word in self.verbs.table]:
            verb = self.verbs.longest(line.low, k, len(line.low)) if k >= done else None
            if verb is None:
                continue
            acted = self._subject(scene, line, k, verb[0], acted)
            if acted is not None:
                yield from self._acts(line, acted, verb)
            done = verb[0]

    def _item(self, scene: Scene, line: Line, before: Sequence[Line]) -> Iterator[Statement]:
        """The measure that an item of a list tells under the sentence with its subject: "UBKT quyết định kỷ luật: -
        Khiển trách ông A; - …"."""
        if line.low[0] not in self.marks or len(line.low) < _NEAR:
            return
        heading = next((other for other in reversed(before[-_ITEMS:]) if other.low[0] not in self.marks), None)
        if heading is None or heading.low[-1] != ":":
            return
        last = len(heading.low)
        verb = next((k for k in range(last - _VERB, last) if k > 0 and self._ends(heading, k)), last)
        acted = self._subject(scene, heading, verb, last, None)
        table = self.forms if verb < last else self.verbs
        measure = table.longest(line.low, 1, len(line.low)) or self.verbs.longest(line.low, 1, len(line.low))
        if acted is not None and measure is not None:
            yield from self._acts(line, (line.items[0], acted[1]), measure)

    def _decided(self, scene: Scene, line: Line, before: Sequence[Line]) -> Iterator[Statement]:
        """Who was moved by the decision that the sentence opens with, or the one before it tells of: "Theo Quyết định
        số 5 của A, ông B được bổ nhiệm …", "Theo đó, ông B giữ chức …"."""
        source = self._source(line, before)
        issuer = self._issuer(scene, source) if source is not None else None
        if issuer is None:
            return
        for k, person in line.phrases.items():
            if person.type == "Person" and self._moved(line, k, source is not line):
                yield from self._said((line.items[0], issuer), person, "appointedBy")
            if person.type == "Person" and self._leaves(line, k):
                yield from self._said((line.items[0], issuer), person, "dismissedBy")

    def _elected(self, scene: Scene, line: Line, before: Sequence[Line]) -> Iterator[Statement]:
        """Who was elected, by the body that a line right before says elects: "HĐND tỉnh tiến hành bầu … [Ông A] được
        bầu làm …"."""
        if self.elected.table.keys().isdisjoint(line.words):
            return
        low, recent = line.low, reversed(before[-_RIGHT_BEFORE:])
        body = next((body for other in recent if (body := self._electing(scene, other))), None)
        if body is None:
            return
        for k, person in line.phrases.items():
            after = self._behind(line, k)
            if person.type == "Person" and after < len(low) and self.elected.longest(low, after, len(low)):
                yield from self._said((line.items[0], body), person, "appointedBy")

    def _electing(self, scene: Scene, line: Line) -> str | None:
        """The body that a line says elects."""
        for k in [k for k, word in enumerate(line.low) if word in self.electing]:
            acted = self._subject(scene, line, k, k + 1, None)
            if acted is not None and acted[0].type != "Person":
                return acted[1]
        return None

    def _source(self, line: Line, before: Sequence[Line]) -> Line | None:
        """The line that names the decision by which a line says what happens."""
        if line.low[0] in self.deciding:
            found = self.following.longest(line.low, 0, len(line.low))
            return before[-1] if found and before else line
        if line.low[0] not in self.marks:
            return None
        above = [other for other in before[-_ITEMS:] if other.low[0] not in self.marks][-2:]
        headed = len(above) > 1 and above[-1].low[-1] == ":" and self.following.longest(above[-1].low, 0, 2)
        return above[0] if headed else None

    @staticmethod
    def _issuer(scene: Scene, line: Line) -> str | None:
        """The body that issued the last decision of a line."""
        for phrase in reversed(line.phrases.values()):
            name_ends = phrase.mentions[-1].end
            decided = phrase.type == "Document" and phrase.mentions[0].get("kind") in _DECISIONS
            if decided and phrase.end > name_ends:
                bodies = [m for m in scene.beginning(name_ends, phrase.end) if m.type == "Organization"]
                return scene.id_at(bodies[0]) if bodies else None
        return None

    def _moved(self, line: Line, k: int, told: bool) -> bool:
        """Whether it is said right behind the person at item k, and his posts, that he is given one."""
        low, k = line.low, self._behind(line, k)
        if k >= len(low):
            return False
        verb = self.verbs.longest(low, k, len(low))
        passive = verb is not None and verb[1] == "appointedBy" and low[k - 1] in self.passive
        return passive or (told and self.given.longest(low, k, len(low)) is not None)

    def _ends(self, heading: Line, k: int) -> bool:
        """Whether a heading ends with a verb of discipline at item k."""
        verb = self.verbs.longest(heading.low, k, len(heading.low))
        return verb is not None and verb == (len(heading.low) - 1, "dismissedBy")

    def _released(self, scene: Scene, line: Line) -> Iterator[Statement]:
        """Who lets a person leave a post: "Bộ Chính trị đồng ý cho ông A thôi giữ chức …"."""
        for k in [k for k, word in enumerate(line.low) if word in self.releasing.table]:
            n = next((n for n in range(k + 1, k + _NEAR) if n in line.phrases), k)
            if n > k and line.phrases[n].type == "Person" and self._leaves(line, n):
                acted = self._subject(scene, line, k, k + 1, None)
                yield from self._said(acted, line.phrases[n], "dismissedBy") if acted else ()

    def _subject(
        self, scene: Scene, line: Line, verb: int, after: int, acted: tuple[Phrase, str] | None
    ) -> tuple[Phrase, str] | None:
        """The phrase that acts by the verb at item `verb` and the body behind it: its subject, else that of the verb
        before in the list."""
        low = line.low
        k = decided = self._before_decision(line, verb)
        if k == verb and self._barred(low, verb):
            return None
        while (start := self._before(line, k)) < k:
            k = start
        item = line.items[k - 1] if k else None
        if not isinstance(item, Phrase):
            return acted
        listed = not self.linking.isdisjoint(low[k:verb])
        if item.type == "Person" and (listed or self.handing.longest(low, decided, verb) is not None):
            return acted if listed else None
        if item.type in _AGENTS and back(self.asked, low, k - 1) is not None:
            return None
        if item.type != "Event" and item.type in _AGENTS and len(item.entities) == 1:
            return item, item.entities[0]
        if item.type == "Position" and (body := self._of_members(scene, item)):
            return item, body
        elects = " ".join(low[verb:after]) in self.of_sittings
        body = self._of_sitting(scene, item) or self._holder(line, k - 1) if item.type == "Event" and elects else None
        if body is not None:
            return item, body
        return acted if listed else None

    def _barred(self, low: list[str], verb: int) -> bool:
        """Whether the words right before a verb make it no act of a subject."""
        barred, small = back(self.not_after, low, verb), back(self.between, low, verb)
        return barred is not None and (small is None or barred <= small)

    def _of_members(self, scene: Scene, post: Phrase) -> str | None:
        """The body whose members act: "các đại biểu HĐND tỉnh"."""
        if not scene.page.low[post.start : post.end].startswith(self.members):
            return None
        return next((scene.id_at(m) for m in scene.inside(post.mentions[0]) if m.type == "Organization"), None)

    def _before(self, line: Line, k: int) -> int:
        """The index of what may stand between a subject and its verb right before item k: small words, a time, a place
        in brackets; else `k`."""
        small = back(self.between, line.low, k)
        if small is not None:
            return small
        item = line.items[k - 1] if k else None
        if isinstance(item, Phrase) and item.type == "TimeSpan":
            return k - 1
        return k - _BRACKET if k >= _BRACKET and line.low[k - 1] == ")" and line.low[k - _BRACKET] == "(" else k

    def _before_decision(self, line: Line, verb: int) -> int:
        """The index of the verb that issues a decision on what the verb at item `verb` says ("công bố quyết định kỷ
        luật …"), else `verb`."""
        about = back(self.about, line.low, verb)
        k = verb if about is None else about
        item = line.items[k - 1] if k else None
        # With an issuer behind it the decision is somebody else's.
        if not isinstance(item, Phrase) or item.type != "Document" or item.end > item.mentions[-1].end:
            return verb
        issued = back(self.issuing, line.low, k - 1)
        return verb if issued is None else issued

    def _holder(self, line: Line, k: int) -> str | None:
        """The body that holds the sitting at item k: "HĐND tỉnh tổ chức kỳ họp bất thường bầu …"."""
        for item in reversed(line.items[max(0, k - _NEAR) : k]):
            if isinstance(item, Phrase):
                return item.entities[0] if item.type == "Organization" else None
        return None

    def _of_sitting(self, scene: Scene, event: Phrase) -> str | None:
        """The body in the name of a sitting."""
        if event.mentions[0].get("kind") not in self.sittings:
            return None
        for mention in scene.entities[event.entities[0]].mentions:
            inner = [m for m in scene.inside(mention) if m.type == "Organization"] if mention.kind == NAME else []
            if inner:
                return scene.id_at(inner[0])
        return None

    def _acts(self, line: Line, acted: tuple[Item, str], verb: tuple[int, str]) -> Iterator[Statement]:
        """One statement for each person that the verb is said of, and one when it also takes a post from him."""
        after, predicate = verb
        for k in range(after, min(len(line.items), after + _REACH)):
            if self._ended(line, after, k):
                return
            person = line.phrases.get(k)
            if person is not None and person.type == "Person":
                yield from self._said(acted, person, predicate)
                if predicate == "appointedBy" and self._leaves(line, k):
                    yield from self._said(acted, person, "dismissedBy")
                return

    def _ended(self, line: Line, after: int, k: int) -> bool:
        """Whether what is said of the verb before item `after` is over at item k."""
        low = line.low
        phrase, body = line.phrases.get(k), line.phrases.get(k + 1)
        within = low[k] in self.inside and body is not None and body.type == "Organization"
        behind_comma = k > after and low[k - 1] == "," and phrase is not None and phrase.type != "TimeSpan"
        another = k >= after and self.verbs.longest(low, k, len(low)) is not None
        return (low[k] in self.ends and not within) or behind_comma or another

    def _leaves(self, line: Line, k: int) -> bool:
        """Whether it is said right behind the person at item k, and his posts, that he leaves one."""
        k = self._behind(line, k)
        return k < len(line.low) and self.leaving.longest(line.low, k, len(line.low)) is not None

    def _behind(self, line: Line, k: int) -> int:
        """The index behind the person at item k, his posts, and what else is said of him aside."""
        k += 1
        while k < len(line.low) and (line.low[k] in self.aside or k in line.phrases):
            k += 1
        return k

    @staticmethod
    def _said(acted: tuple[Item, str], person: Phrase, predicate: str) -> Iterator[Statement]:
        for one in person.entities:
            yield Statement(one, predicate, Span(min(acted[0].start, person.start), person.end), object=acted[1],
                            confidence=_CONFIDENCE, rule=f"personnel:{predicate}")
