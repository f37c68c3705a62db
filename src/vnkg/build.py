"""The whole program on one page: files → articles → annotations → graph, store and network page.

The result depends on the set of articles alone: not on their order, the number of workers or the hash seed.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from vnkg import knowledge, quality, reading
from vnkg.errors import ArticleError, OutputError
from vnkg.model import CORPUS, Annotation, Article
from vnkg.rdf import BASE
from vnkg.read import FIELDS, read_source, sources

if TYPE_CHECKING:
    from vnkg.store import Graph

BATCH = 16
LONGEST = 5_000_000
"""Characters of an article: far beyond any that was ever printed, and still read within a minute."""
FEW = 25
"""Below this many articles per worker another process costs more than it gives."""

Progress = Callable[[str, int, int | None], None]
"""Called with a stage (read, annotate, write), how much of it is done and, where it is known, of how much."""


def silent(stage: str, done: int, of: int | None) -> None:
    """The progress callback of those who do not ask for one."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: counts over all articles, and every input that could not be read."""

    output: Path
    articles: int
    characters: int
    mentions: int
    entities: int
    statements: int
    types: Mapping[str, int]
    predicates: Mapping[str, int]
    duplicates: int
    problems: tuple[ArticleError, ...]

    @property
    def graph(self) -> Graph:
        """The graph that was built, opened."""
        from vnkg.store import Graph

        return Graph.open(self.output)


def build(paths: Iterable[str | Path], output: str | Path, *, base: str = BASE,
          fields: Mapping[str, str] | None = None, workers: int | None = None, progress: Progress = silent) -> Report:
    """Read files and folders, and write the graph, its store and its page into `output`, all of it or nothing.

    `fields` renames JSON fields ({"text": "body"}). Inputs that cannot be read are in the report; when none can be,
    nothing is written. Raises OutputError when `output` cannot be written, KnowledgeError when `ontology/` is broken.
    """
    for name in sorted(set(fields or {}) - set(FIELDS)):
        raise ArticleError(name, "no such field of an article", f"known are {' '.join(FIELDS)}")
    folder = Path(output)
    refuse_unwritable(folder)
    found, problems = _gather([Path(path) for path in paths], folder, fields, progress)
    articles = distinct(found)
    annotations = annotate(articles, workers, progress)
    if annotations:
        progress("write", 0, None)
        _write(annotations, folder, base)
    return _report(folder, annotations, len(found) - len(articles), problems)


def _write(annotations: Sequence[Annotation], folder: Path, base: str) -> None:
    """The graph with its store and its page, all of it or nothing."""
    from vnkg.export.html import write_page  # these take a second to import; who only reads does not wait for them
    from vnkg.store import write

    def page(path: Path) -> None:
        write_page(annotations, path, base=base, precision=quality.precision(quality.measured()))

    write(annotations, folder, base, {"graph.html": page})


def _gather(paths: Sequence[Path], output: Path, fields: Mapping[str, str] | None,
            progress: Progress) -> tuple[list[Article], tuple[ArticleError, ...]]:
    """Every article under `paths` and every problem, sorted; what a build wrote before is never its input."""
    away = output.resolve()
    items = [item for item in sources(paths, fields=fields)
             if isinstance(item, ArticleError) or away not in item.path.resolve().parents]
    articles: list[Article] = []
    problems: list[ArticleError] = []
    for done, item in enumerate(items, 1):
        for found in [item] if isinstance(item, ArticleError) else read_source(item):
            if isinstance(found, Article) and len(found.text) <= LONGEST:
                articles.append(found)
            else:
                problems.append(_too_long(found) if isinstance(found, Article) else found)
        progress("read", done, len(items))
    return articles, tuple(sorted(problems, key=str))


def _too_long(article: Article) -> ArticleError:
    problem = f"{len(article.text):,} characters; one article may have {LONGEST:,}"
    return ArticleError(article.id, problem, "split it, or give many articles as .jsonl")


def _order(article: Article) -> tuple[str, ...]:
    """Sorts articles; of two with the same text the one that says more about itself comes first."""
    about = (article.published, article.title, article.source, article.url)
    return (article.id, article.sha256, *(("0" + value) if value else "1" for value in about))


def distinct(articles: Iterable[Article]) -> list[Article]:
    """Articles in the order of their ids; the same id and text counts once, the same id for two texts is told apart."""
    result = []
    for _, group in groupby(sorted(articles, key=_order), key=lambda article: article.id):
        texts = {article.sha256: article for article in reversed(list(group))}
        for digest, article in sorted(texts.items()):
            result.append(replace(article, id=f"{article.id}-{digest[:8]}") if len(texts) > 1 else article)
    return result


@cache
def _reader(home: Path) -> Callable[[Article], Annotation]:
    return reading.prepare(knowledge.load(home))


def _read_batch(home: Path, batch: Sequence[Article]) -> list[Annotation]:
    read_one = _reader(home)
    return [read_one(article) for article in batch]


def annotate(articles: Sequence[Article], workers: int | None = None, progress: Progress = silent) -> list[Annotation]:
    """Read every article, in as many processes as pay; the result is in the order of the articles."""
    home = knowledge.home()
    count = workers or max(1, min(os.cpu_count() or 1, len(articles) // FEW))
    result: list[Annotation] = []
    batches = [articles[i : i + BATCH] for i in range(0, len(articles), BATCH)]
    _reader(home)  # before the processes part, so that they inherit it
    for done in _batched(home, batches, count):
        result.extend(done)
        progress("annotate", len(result), len(articles))
    return result


def _batched(home: Path, batches: Sequence[Sequence[Article]], workers: int) -> Iterator[list[Annotation]]:
    if workers == 1:
        for batch in batches:
            yield _read_batch(home, batch)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_read_batch, [home] * len(batches), batches)


def _report(folder: Path, annotations: Sequence[Annotation], duplicates: int,
            problems: tuple[ArticleError, ...]) -> Report:
    nodes = {
        (e.type, e.key) if e.scope == CORPUS else (e.type, a.article.id, e.id) for a in annotations for e in a.entities
    }
    predicates = Counter(s.predicate for a in annotations for s in a.statements)
    return Report(
        output=folder,
        articles=len(annotations),
        characters=sum(len(a.article.text) for a in annotations),
        mentions=sum(len(e.mentions) for a in annotations for e in a.entities),
        entities=len(nodes),
        statements=predicates.total(),
        types=dict(sorted(Counter(node[0] for node in nodes).items())),
        predicates=dict(sorted(predicates.items())),
        duplicates=duplicates,
        problems=problems,
    )


def refuse_unwritable(folder: Path) -> None:
    """Raise OutputError when nothing can be written into `folder`, before hours of reading; leaves no trace."""
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".vnkg-", dir=folder):
            pass
        if is_new:
            folder.rmdir()
    except OSError as error:
        problem = error.strerror or str(error)
        raise OutputError(str(folder), problem, "choose a folder that can be written") from error
