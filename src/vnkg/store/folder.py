"""The output folder: what lies in it, how it is written as a whole or not at all, and how it is read.

graph.ttl (facts and evidence), facts.ttl (facts only), annotations.jsonl, articles.jsonl (the texts), and store/,
which only saves time: it is remade from graph.ttl in memory where it is missing or older. Everything but the files
of store/ is the same bytes for the same input.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO, Any

from vnkg import annotations as exchange
from vnkg.errors import ArticleError, GraphError, OutputError
from vnkg.model import Annotation, Article
from vnkg.rdf import BASE
from vnkg.store import engine, triples, turtle

GRAPH, FACTS, ANNOTATIONS, ARTICLES = "graph.ttl", "facts.ttl", "annotations.jsonl", "articles.jsonl"
STORE, MADE_FROM = "store", "made-from.sha256"

Extra = Callable[[Path], None]
"""Writes one more file of the folder at the path it is given; the four files above lie beside that path already."""


def write(
    annotations: Iterable[Annotation], folder: Path, base: str = BASE, also: Mapping[str, Extra] | None = None
) -> None:
    """Write the folder; `also` names further files with what writes them.

    Everything is made in a temporary folder inside and then moved into place. Raises OutputError when something
    cannot be written; what was there before then still is.
    """
    every = triples.in_order(annotations)
    with _workshop(folder) as workshop:
        write_articles(every, workshop / ARTICLES)
        write_annotations(every, workshop / ANNOTATIONS)
        write_graph(every, workshop, base)
        engine.build(workshop / STORE, workshop / GRAPH)
        (workshop / STORE / MADE_FROM).write_text(_digest(workshop / GRAPH), "ascii")
        for name, extra in (also or {}).items():
            extra(workshop / name)
        _install(workshop, folder)


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A temporary folder inside `folder`; both go again when the work fails and nothing was there before."""
    made = not folder.exists()
    workshop: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=".vnkg-", dir=folder))
        yield workshop
    except OSError as error:
        mend = "choose a folder that you may write to"
        raise OutputError(str(folder), f"cannot be written: {error}", mend) from error
    finally:
        if workshop is not None:
            shutil.rmtree(workshop, ignore_errors=True)
        if made and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _install(workshop: Path, folder: Path) -> None:
    """Move every file into place; the store last, since it counts only beside the graph that it was made from."""
    files = sorted(path for path in workshop.iterdir() if path.name != STORE)
    for path in files:
        path.replace(folder / path.name)
    if (folder / STORE).exists():
        (folder / STORE).rename(workshop / "old-store")
    (workshop / STORE).rename(folder / STORE)


def write_graph(every: list[Annotation], folder: Path, base: str) -> None:
    """graph.ttl and facts.ttl of annotations in order."""
    shorten = turtle.shortener(base)
    with _writing(folder / GRAPH) as graph, _writing(folder / FACTS) as facts:
        for block in chain([turtle.head(base)], turtle.blocks(triples.facts(every, base), shorten)):
            graph.write(block)
            facts.write(block)
        for annotation in every:
            graph.writelines(turtle.blocks(triples.evidence(annotation, base), shorten))


def write_articles(every: Iterable[Annotation], path: Path) -> None:
    """The texts that all offsets count, one JSON object a line."""
    with _writing(path) as file:
        file.writelines(_line(_article(annotation.article)) for annotation in every)


def write_annotations(every: Iterable[Annotation], path: Path) -> None:
    """The exchange format, one article a line."""
    with _writing(path) as file:
        file.writelines(annotation_line(annotation) for annotation in every)


def annotation_line(annotation: Annotation) -> str:
    """One line of the exchange format, with its line break."""
    return _line(exchange.as_dict(annotation))


def _writing(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", newline="\n")


def _article(article: Article) -> dict[str, Any]:
    head = {name: getattr(article, name) for name in ("id", "title", "published", "source", "url", "sha256", "text")}
    return {name: value for name, value in head.items() if value is not None}


def _line(value: Mapping[str, Any]) -> str:
    """Compact JSON with its line break; a lone surrogate, which UTF-8 cannot hold, makes the line all ASCII."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value, separators=(",", ":"))
    return line + "\n"


Articles = Mapping[str, Article]


def read_articles(folder: Path) -> Articles:
    """Article id → article with its text."""
    result = {}
    for where, data in _lines(folder / ARTICLES):
        try:
            fields = (data.get(name) for name in ("title", "published", "source", "url"))
            article = Article(str(data["id"]), str(data["text"]), *fields)
        except KeyError as error:
            raise GraphError(where, f"an article without {error}", "build again") from error
        result[article.id] = article
    return result


def read_annotations(folder: Path) -> Iterator[Annotation]:
    """The annotations of the folder with the texts they count, in order; raises GraphError."""
    articles = read_articles(folder)
    for where, data in _lines(folder / ANNOTATIONS):
        try:
            article = articles[str(data["article"]["id"])]
            yield Annotation(article, *_contents(data, article.text, where))
        except (KeyError, TypeError, ArticleError) as error:
            raise GraphError(where, f"not an annotation of a known article: {error}", "build again") from error


def _contents(data: Mapping[str, Any], text: str, where: str) -> tuple[Any, Any]:
    annotation = exchange.from_dict(data, text, where)
    return annotation.entities, annotation.statements


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place and object of each line of a JSONL file."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                yield f"{path}, line {number}", json.loads(line)
    except (OSError, ValueError) as error:
        raise GraphError(str(path), f"cannot be read: {error}", "build again") from error


SMALL = 4_000_000
"""Bytes of Turtle that load into memory in less time than questions to the disk cost more (measured)."""


def open_engine(folder: Path) -> engine.Engine:
    """The store on disk where it fits a large graph.ttl, else graph.ttl in memory; raises GraphError."""
    graph = folder / GRAPH
    if not graph.is_file():
        raise GraphError(str(folder), f"holds no {GRAPH}", "make it with `vnkg build PATH -o FOLDER`")
    if graph.stat().st_size > SMALL and store_is_fresh(folder):
        return engine.Engine.open(folder / STORE)
    return engine.Engine.load(graph)


def store_is_fresh(folder: Path) -> bool:
    """Whether store/ was made from the graph.ttl that lies there now."""
    made_from = folder / STORE / MADE_FROM
    return made_from.is_file() and made_from.read_text("ascii").strip() == _digest(folder / GRAPH)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def base_of(folder: Path) -> str:
    """The base IRI that graph.ttl declares in its first line, or the usual one."""
    with (folder / GRAPH).open(encoding="utf-8") as file:
        first = file.readline().strip()
    return first[len("@base <") : -len("> .")] if first.startswith("@base <") and first.endswith("> .") else BASE
