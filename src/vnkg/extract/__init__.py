"""Page and entities → statements: what names say, posts around names, patterns over clauses, speech, figures; last what
a model adds to them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vnkg.extract.appointments import AppointmentReader
from vnkg.extract.citations import CitationReader, coherent
from vnkg.extract.clauses import main_event
from vnkg.extract.events import EventReader, without_chairs
from vnkg.extract.figures import FigureReader
from vnkg.extract.gatheringfigures import GatheringFigureReader
from vnkg.extract.holders import HolderReader
from vnkg.extract.learned import LearnedReader
from vnkg.extract.lists import ListJoiner
from vnkg.extract.loosefigures import LooseFigureReader
from vnkg.extract.names import NameReader
from vnkg.extract.patterns import PatternMatcher, compile_patterns
from vnkg.extract.personnel import PersonnelReader
from vnkg.extract.pronouns import PronounReader
from vnkg.extract.scene import Line, Phrase, Scene
from vnkg.extract.speech import SpeechReader
from vnkg.extract.status import StatusReader
from vnkg.extract.themes import ThemeReader
from vnkg.knowledge import Knowledge
from vnkg.model import Entity, Page, Statement

# Phrases that are documents, or may hold one in their names.
_CITING = frozenset(("Document", "Event"))


def prepare(knowledge: Knowledge) -> Callable[[Page, tuple[Entity, ...]], tuple[Statement, ...]]:
    """Compile lexicons and patterns; the result reads the statements of one page."""
    names = NameReader(knowledge)
    holders = HolderReader(knowledge)
    lists = ListJoiner(knowledge)
    matcher = PatternMatcher(compile_patterns(knowledge))
    citations, appointments = CitationReader(knowledge), AppointmentReader(knowledge)
    personnel, pronouns = PersonnelReader(knowledge), PronounReader(knowledge)
    events = EventReader(knowledge)
    figures = _figures(knowledge)
    themes = ThemeReader(knowledge)
    speech = SpeechReader(knowledge)
    learned, status = LearnedReader(knowledge), StatusReader(knowledge)

    def extract(page: Page, entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
        scene = Scene(page, entities)
        found = list(names.read(scene))
        lines, held = holders.lines(scene)
        with_lists: list[Line] = []
        subjects = speech.subjects(scene, lines, held)
        main = main_event(lines)
        for number, line in enumerate(lines):
            items = pronouns.resolved(subjects, lines, number)
            if not line.types.isdisjoint(_CITING):
                items, issued = citations.read(scene, items)
                found += issued
            line = line.having(items)
            whole = line.having(lists.join(line))
            listed = themes.without(whole)
            found += appointments.dated(listed, (*matcher.read(listed), *personnel.read(scene, listed, with_lists)))
            with_lists.append(listed)
            if "Quantity" in line.types:
                found += figures(scene, listed, main, lines[:number])
            found += themes.read(scene, line.sentence, whole.items)
        sayings = speech.read(scene, speech.subjects(scene, lines, (*held, *found)))
        found += events.read(scene, with_lists, sayings)
        found = coherent((*found, *held, *(saying.statement for saying in sayings)))
        found += learned.read(scene, found)
        return _settled(without_chairs(status.read(scene, found, sayings)))

    return extract


def _figures(
    knowledge: Knowledge,
) -> Callable[[Scene, Line, Phrase | None, Sequence[Line]], tuple[Statement, ...]]:
    """The readers of figures as one: a later one leaves alone what an earlier one has given an owner."""
    gatherings, figures = GatheringFigureReader(knowledge), FigureReader(knowledge)
    loose = LooseFigureReader(knowledge)

    def read(scene: Scene, line: Line, main: Phrase | None, before: Sequence[Line]) -> tuple[Statement, ...]:
        owned = tuple(gatherings.read(scene, line, main, before))
        taken = {statement.object for statement in owned}
        owned += tuple(s for s in figures.read(line.items, main, before) if s.object not in taken)
        return (*owned, *loose.read(scene, line, before, owned))

    return read


def _settled(found: list[Statement]) -> tuple[Statement, ...]:
    """One statement per fact and status: the most confident, then the first; in text order. A fact holds between two
    entities, so what relates one to itself is a misreading and left out."""
    best: dict[tuple[str, str, str | None, str | None, str], Statement] = {}
    for statement in (one for one in found if one.subject != one.object):
        fact = (statement.subject, statement.predicate, statement.object, statement.value, statement.status)
        kept = best.get(fact)
        if kept is None or (-statement.confidence, statement.evidence.start) < (-kept.confidence, kept.evidence.start):
            best[fact] = statement
    return tuple(
        sorted(best.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.subject, s.predicate, s.object or "",
                                             s.value or "", s.status))
    )
