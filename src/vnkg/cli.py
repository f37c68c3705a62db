"""The command line: the only room that prints, exits and reads arguments.

Exit codes: 0 done; 1 something failed (nothing could be read, inputs skipped under --strict, validation or a fall of
quality); 2 refused (wrong usage, an output that cannot be written, a question with a mistake in it).
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from vnkg import tables
from vnkg.errors import VnkgError
from vnkg.rdf import BASE

if TYPE_CHECKING:
    from vnkg.store import Graph

PIPE_WIDTH = 160
STAGES = {"read": "reading files", "annotate": "reading articles", "write": "writing the graph"}

app = typer.Typer(
    help="Vietnamese official and press text into a knowledge graph that one can trust, question and see.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Output = Annotated[Path, typer.Argument(help="The folder that `build` wrote.", show_default=False)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program; errors of ours become one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.getLogger().addHandler(logging.NullHandler())  # libraries complain of bad files; we say it better
    try:
        app(args=None if arguments is None else list(arguments), prog_name="vnkg")
    except VnkgError as error:
        _tell(f"vnkg: {error}")
        sys.exit(2)


def _tell(text: str) -> None:
    Console(stderr=True, soft_wrap=True, highlight=False).print(text, markup=False)


def _show(*parts: RenderableType) -> None:
    """Print to the standard output: as wide as the terminal, or wide enough for a file or a pipe."""
    console = Console(highlight=False)
    piped = not console.is_terminal
    if piped:
        console = Console(highlight=False, width=PIPE_WIDTH)
    for part in parts:
        console.print(part, soft_wrap=piped and isinstance(part, Text))


def _write(text: str) -> None:
    """Data for another program: exactly these characters."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        Console(highlight=False).on_broken_pipe()


@contextmanager
def _progress() -> Iterator[Any]:
    """A callback for `build` that draws a bar on the terminal, and nothing elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    # No thread refreshes the bar: worker processes part from this one, and threads and forks do not mix.
    with Progress(*columns, console=console, auto_refresh=False, disable=not console.is_terminal) as bar:
        tasks: dict[str, Any] = {}

        def step(stage: str, done: int, of: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(STAGES.get(stage, stage), total=of)
            bar.update(tasks[stage], completed=done, total=of)
            bar.refresh()

        yield step


@app.command()
def build(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders with articles.", exists=True)],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write.")] = Path("output"),
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; as many as pay when not given.")] = None,
    base: Annotated[str, typer.Option(help="IRI that the names of all nodes begin with.")] = BASE,
    field: Annotated[list[str] | None, typer.Option(help="JSON field, OURS=THEIRS, e.g. text=body.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when any input could not be read.")] = False,
) -> None:
    """Read articles and write the graph, its store and the network page."""
    from vnkg.build import build as make

    fields = _fields(field or [])
    _refuse_base(base)
    with _progress() as progress:
        done = make(paths, output, base=base, fields=fields, workers=workers, progress=progress)
    if done.articles:
        _show(tables.report(done))
    if done.problems:
        _show(tables.problems(done.problems))
    if not done.articles:
        _tell("vnkg: no article could be read; nothing was written")
        raise typer.Exit(1)
    _tell(f"wrote {output}: open {output / 'graph.html'} in a browser, or ask `vnkg query {output} --list`")
    if strict and done.problems:
        raise typer.Exit(1)


def _fields(pairs: Sequence[str]) -> dict[str, str]:
    result = {}
    for pair in pairs:
        ours, found, theirs = pair.partition("=")
        if not (ours and found and theirs):
            raise typer.BadParameter(f"{pair!r} is not OURS=THEIRS, e.g. text=body", param_hint="--field")
        result[ours] = theirs
    return result


def _refuse_base(base: str) -> None:
    from vnkg.rdf import web

    if web(base) != f"<{base}>" or base[-1] not in "/#":
        raise typer.BadParameter("give an http(s) IRI that ends in / or #", param_hint="--base")


@app.command()
def query(
    output: Output,
    question: Annotated[str, typer.Argument(help="SPARQL, @FILE, or the name of a ready question.")] = "",
    list_: Annotated[bool, typer.Option("--list", help="List the ready questions.")] = False,
    format_: Annotated[str, typer.Option("--format", "-f", help="table, csv, tsv or json.")] = "table",
) -> None:
    """Ask the graph."""
    from vnkg import questions, results

    if list_:
        rows = ((q.name, q.vi, q.en) for q in questions.load().values())
        _show(tables.table(("name", "Vietnamese", "English"), rows))
        return
    if not question:
        raise typer.BadParameter("give a question, or --list", param_hint="QUESTION")
    if format_ != "table" and format_ not in results.FORMATS:
        raise typer.BadParameter(f"{format_!r} is none of table, {', '.join(results.FORMATS)}", param_hint="--format")
    result = _open(output).query(questions.sparql(question))
    if format_ == "table":
        _show(tables.answer(result))
    else:
        _write(results.FORMATS[format_](result))


def _open(output: Path) -> Graph:
    from vnkg.store import Graph

    return Graph.open(output)


@app.command()
def show(
    output: Output,
    name: Annotated[str, typer.Argument(help="A name, a part of one, or an IRI; diacritics may be left out.")],
) -> None:
    """Everything known about one entity, each line with its quote."""
    graph = _open(output)
    found = graph.find(name)
    if not found:
        _tell(f"vnkg: {output}: nothing is called {name!r} — try a part of the name")
        raise typer.Exit(1)
    _show(*tables.about(graph.about(found[0])))
    if len(found) > 1:
        _show(tables.others(found[1:]))


@app.command()
def export(
    output: Output,
    format_: Annotated[str, typer.Option("--format", "-f", help="See `vnkg export --list`.")] = "",
    file: Annotated[Path | None, typer.Option("-o", "--output", help="Where to; - is the standard output.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
) -> None:
    """Write the graph in another format."""
    from vnkg.exporting import choose, formats, target, to_text

    if list_ or not format_:
        _show(tables.table(("format", "suffix", "what it is"), formats()))
        if list_:
            return
        raise typer.BadParameter("choose one of these", param_hint="--format")
    module = choose(format_)
    graph = _open(output)
    if file == Path("-"):
        _write(to_text(module, graph))
        return
    path = file or target(module, output)
    module.export(graph, path)
    _tell(f"wrote {path}")


@app.command()
def validate(output: Output) -> None:
    """Check the graph: SHACL shapes, and every quote against its text."""
    from vnkg.store import check

    found = check.validate(output)
    _show(tables.checked(found))
    if found.problems:
        _show(tables.violations(found.problems))
    failed = sum(problem.severity == "Violation" for problem in found.problems)
    if failed:
        _tell(f"vnkg: {output}: {failed} violations")
        raise typer.Exit(1)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder with NAME.json and NAME.txt.", exists=True, file_okay=False)],
    predicted: Annotated[Path | None, typer.Option(help="An annotations.jsonl instead of reading the texts.")] = None,
    baseline: Annotated[Path | None, typer.Option(help="Figures to compare with; a fall exits 1.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Write the figures as the new baseline.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="Show up to N errors of each kind per article.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the tables of README's quality section.")] = False,
) -> None:
    """Precision, recall and F1 against annotated articles."""
    import json

    from vnkg import evaluate as measure
    from vnkg import quality

    if accept and baseline is None:
        raise typer.BadParameter("needs --baseline FILE", param_hint="--accept")
    found = measure.measure(gold, predicted)
    before = measure.read_baseline(baseline) if baseline and (baseline.exists() or not accept) else {}
    if as_json:
        _write(json.dumps(found.as_dict(), ensure_ascii=False) + "\n")
    elif markdown:
        _write(quality.markdown(measure.figures(found)))
    else:
        _show(tables.figures(found, before), tables.reliability(measure.reliability(found.judged)))
        if errors:
            _show(tables.mistakes(found.mistakes, errors))
    _tell_gaps(found.absent, found.changed)
    fallen = measure.falls(found, before)
    for words in fallen:
        _tell(f"fallen: {words}")
    if baseline and accept:
        measure.save_baseline(found, baseline)
        _tell(f"wrote {baseline}")
    elif fallen:
        raise typer.Exit(1)


@app.command()
def train(
    gold: Annotated[list[Path], typer.Argument(help="Folders with NAME.json and NAME.txt.", exists=True)],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Default: learned/ of the ontology.")] = None,
) -> None:
    """Learn from annotated articles what to add where the rules find nothing."""
    from vnkg import evaluate, knowledge, training

    known = knowledge.load()
    models = training.train([item for folder in gold for item in evaluate.load_gold(folder)], known)
    training.write(models, output or known.home / "learned")
    _show(tables.learned(models))


def _tell_gaps(absent: Sequence[str], changed: Sequence[str]) -> None:
    for names, what in ((absent, "absent, counted as missed"), (changed, "text changed since it was annotated")):
        if names:
            _tell(f"{what}: {', '.join(names)}")


@app.command()
def inspect(
    output: Output,
    predicate: Annotated[str, typer.Option(help="Only statements of this predicate, e.g. holds.")] = "",
    count: Annotated[int, typer.Option(min=1, help="How many.")] = 20,
    seed: Annotated[int, typer.Option(help="Another seed draws others.")] = 1,
) -> None:
    """Random statements with their sentences, to judge by reading."""
    from vnkg.sample import draw

    drawn = draw(_open(output).annotations, count, predicate=predicate, seed=seed)
    _show(*tables.samples(drawn))
    if not drawn:
        _tell(f"vnkg: {output}: no statement{f' of predicate {predicate!r}' if predicate else ''}")
        raise typer.Exit(1)
