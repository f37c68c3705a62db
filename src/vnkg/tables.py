"""What the command line shows, laid out: tables and texts that `cli.py` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from vnkg.results import word

if TYPE_CHECKING:
    from vnkg.build import Report
    from vnkg.errors import VnkgError
    from vnkg.evaluate import Bin, Evaluation, Mistake
    from vnkg.sample import Sample
    from vnkg.score import Count
    from vnkg.store import About, Fact, Node, Result
    from vnkg.store.check import Report as Checked
    from vnkg.store.shapes import Problem
    from vnkg.training import Learned

MOST_PROBLEMS = 20
ALIKE = 0.02
"""A row of a table whose F1 fell by more than this is marked."""


def table(columns: Iterable[str], rows: Iterable[Iterable[object]], title: str = "", numbers: int = 0) -> Table:
    """A plain table; the last `numbers` columns are figures. Nothing in the cells is taken for markup."""
    result = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    names = list(columns)
    for i, name in enumerate(names):
        is_number = i >= len(names) - numbers
        result.add_column(escape(name), justify="right" if is_number else "left", no_wrap=is_number, overflow="fold")
    for row in rows:
        result.add_row(*(cell if isinstance(cell, Text) else Text(_printable(cell)) for cell in row))
    return result


def _printable(cell: object) -> str:
    """A cell as text without control characters, which could play tricks on a terminal."""
    if cell is None:
        return ""
    text = str(cell)
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def report(done: Report) -> RenderableType:
    """The summary of a build."""
    counts = [("articles", done.articles), ("characters", done.characters), ("mentions", done.mentions),
              ("entities", done.entities), ("statements", done.statements)]
    if done.duplicates:
        counts.append(("repeated articles, left out", done.duplicates))
    parts: list[RenderableType] = [
        table(("read", "number"), ((name, f"{number:,}") for name, number in counts), numbers=1),
        _side_by_side(
            table(("entities", "number"), _counted(done.types), numbers=1),
            table(("statements", "number"), _counted(done.predicates), numbers=1),
        ),
    ]
    return Group(*parts)


def _counted(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield name, f"{number:,}"


def _side_by_side(*parts: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 4))
    grid.add_row(*parts)
    return grid


def problems(found: Sequence[VnkgError]) -> RenderableType:
    """What could not be read: what, where, what to do; grouped when there are many."""
    rows = [(error.where, error.problem, error.mend) for error in found[:MOST_PROBLEMS]]
    shown = table(("where", "problem", "what to do"), rows, title=f"{len(found)} not read")
    if len(found) <= MOST_PROBLEMS:
        return shown
    return Group(shown, Text(f"… and {len(found) - MOST_PROBLEMS} more"))


def checked(found: Checked) -> RenderableType:
    """What was checked, how often, and what to know about it."""
    rows = ((what, f"{number:,}") for what, number in found.checked)
    return Group(table(("checked", "number"), rows, numbers=1), *(Text(note) for note in found.notes))


def violations(found: Sequence[Problem]) -> RenderableType:
    """What does not hold, at most so many of it."""
    rows = [(p.severity.lower(), p.where, p.problem, p.mend) for p in found[:MOST_PROBLEMS]]
    shown = table(("", "where", "problem", "what to do"), rows)
    return Group(shown, Text(f"… and {len(found) - MOST_PROBLEMS} more")) if len(found) > MOST_PROBLEMS else shown


def figures(found: Evaluation, baseline: Mapping[str, Any]) -> RenderableType:
    """Precision, recall and F1 overall, per type and per predicate, with the change since the baseline."""
    head = ("", "precision", "recall", "F1", "gold", *(("change",) if baseline else ()))
    overall = [_row(name, count, baseline.get(name), bool(baseline)) for name, count in found.headlines().items()]
    overall.append(_status_row(found, baseline))
    numbers = len(head) - 1
    parts = [table(head, overall, title=f"{found.articles} articles", numbers=numbers)]
    for title, rows in (("by type", found.strict), ("by predicate", found.statements)):
        before = baseline.get(title, {})
        lines = [_row(name, count, before.get(name), bool(baseline)) for name, count in sorted(rows.items())]
        parts.append(table(head, lines, title=title, numbers=numbers))
    return Group(*parts)


def _row(name: str, count: Count, before: Any, compare: bool) -> list[object]:
    p, r, f1 = count.prf()
    row: list[object] = [name, f"{p:.3f}", f"{r:.3f}", f"{f1:.3f}", count.gold]
    return [*row, _change(f1, before[2] if isinstance(before, list) and len(before) > 2 else None)] if compare else row


def _status_row(found: Evaluation, baseline: Mapping[str, Any]) -> list[object]:
    judged = found.status.tp + found.status.fp
    row: list[object] = ["status accuracy", "", "", f"{found.status_accuracy:.3f}", judged]
    return [*row, _change(found.status_accuracy, baseline.get("status accuracy"))] if baseline else row


def _change(now: float, before: Any) -> Text:
    if not isinstance(before, int | float):
        return Text("new")
    change = now - before
    return Text(f"{change:+.3f}", style="red" if change < -ALIKE else "green" if change > ALIKE else "")


def reliability(bins: Iterable[Bin]) -> RenderableType:
    """Claimed confidence against the share that is right."""
    rows = ((f"{b.low:.1f} - {b.high:.1f}", b.count, f"{b.claimed:.2f}", f"{b.right:.2f}") for b in bins)
    return table(("confidence", "statements", "claimed", "right"), rows, title="reliability", numbers=3)


def learned(models: Iterable[Learned]) -> RenderableType:
    """What was learned, and what it would have added to articles that it was not learned from."""
    rows = ((m.predicate, m.data["articles"], m.examples, len(m.data["weights"]), m.added, m.right) for m in models)
    columns = ("predicate", "articles", "pairs", "weights", "would add", "right")
    return table(columns, rows, title="learned", numbers=5)


def mistakes(found: Iterable[Mistake], most: int) -> RenderableType:
    """At most `most` mentions and as many statements of each article."""
    seen: dict[tuple[str, bool], int] = {}
    rows = []
    for mistake in found:
        group = (mistake.article, mistake.kind == "statement")
        seen[group] = seen.get(group, 0) + 1
        if seen[group] <= most:
            rows.append((mistake.article, mistake.what, mistake.kind, mistake.words))
    return table(("article", "what", "kind", "words"), rows, title="errors")


def samples(drawn: Iterable[Sample]) -> Iterator[Text]:
    """Each statement above its sentence, the evidence marked."""
    for number, sample in enumerate(drawn, 1):
        fact = sample.statement
        status = "" if fact.status == "asserted" else f" [{fact.status}]"
        words = f"{_printable(sample.subject)} — {fact.predicate} → {_printable(sample.object)}{status}"
        about = f"{fact.confidence:.2f}  {fact.rule}  {sample.article}  {sample.published or ''}"
        text = Text(f"{number:3}  {words}\n")
        text.append(f"     {about}\n", style="dim")
        text.append(f"     {_printable(sample.before)}")
        text.append(f"⟦{_printable(sample.evidence)}⟧", style="bold")
        text.append(f"{_printable(sample.after)}\n")
        yield text


def answer(result: Result) -> RenderableType:
    """The answer to a question."""
    return table(result.columns, ([word(cell) for cell in row] for row in result.rows))


def about(found: About) -> Iterator[RenderableType]:
    """Everything known about one entity: what it is, then each fact with its quote."""
    node = found.entity
    yield _heading(found)
    for fact in found.facts:
        yield _fact(fact, node.iri, found.labels)
    for holding in found.holdings:
        words = "  ".join(f"{name} {value[:10]}" for name, value in holding.bounds)
        yield Text(f"  tenure  {_label(holding.person, found)} — {_label(holding.post, found)}  {words}")


def _label(iri: str, found: About) -> str:
    return _printable(found.labels.get(iri, iri))


def _heading(found: About) -> Text:
    node = found.entity
    text = Text(_printable(node.label), style="bold")
    text.append(f"  ({node.type})\n", style="dim")
    lines = [("English", node.label_en), ("also", " · ".join(a for a in node.aliases if a != node.label))]
    lines += [(name, value) for name, value in found.attributes]
    places = {quote.article for quote in found.mentions}
    lines.append(("mentions", f"{len(found.mentions)} in {len(places)} articles"))
    lines.append(("IRI", node.iri))
    for name, value in lines:
        if value:
            text.append(f"  {name}: ", style="dim").append(f"{_printable(value)}\n", style="not bold")
    return text


def _fact(fact: Fact, iri: str, labels: Mapping[str, str]) -> Text:
    """One line for the fact, one for each quote."""
    target = fact.value if fact.object is None else labels.get(fact.object, fact.object)
    subject = "" if fact.subject == iri else f"{labels.get(fact.subject, fact.subject)} — "
    text = Text(f"  {_printable(subject)}{fact.predicate} → {_printable(target)}")
    if not fact.asserted:
        by = ", ".join(labels.get(who, who) for who in fact.attributed_to)
        text.append(f"  [{fact.status}{f' by {_printable(by)}' if by else ''}]", style="yellow")
    text.append(f"  {fact.confidence:.2f}", style="dim")
    for quote in fact.quotes:
        words = " ".join(_printable(quote.text).split())
        place = ", ".join(filter(None, (quote.article, quote.published)))
        text.append(f"\n      “{words}” — {place}", style="dim")
    return text


def others(nodes: Iterable[Node]) -> RenderableType:
    """Further entities that fit a name."""
    rows = [(node.label, node.type, node.iri) for node in nodes]
    return table(("name", "type", "IRI"), rows[:MOST_PROBLEMS], title=f"{len(rows)} more fit this name")
