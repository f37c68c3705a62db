"""Files and folders to articles: one module a format; what cannot be read becomes an error among the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vnkg.errors import ArticleError
from vnkg.model import Article
from vnkg.plugins import discover
from vnkg.read._files import formats, sources
from vnkg.read._source import FIELDS, MAX_BYTES, Source

__all__ = ["FIELDS", "MAX_BYTES", "Source", "count", "formats", "read", "read_source", "sources", "unique"]


def read(
    paths: Sequence[Path], *, fields: Mapping[str, str] | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | ArticleError]:
    """The articles that `paths` name or hold, in the order of their files' ids, with an error for each that fails.

    `fields` renames what a record holds: {"text": "content"}. The same article (id and text) comes once; of two texts
    with one id the first stands and the other is an error, for merging them would make one article's evidence
    another's. Raises ArticleError at once for a field that articles do not have.
    """
    return unique(item for source in _checked(paths, fields or {}, max_bytes) for item in _articles(source))


def _checked(paths: Sequence[Path], fields: Mapping[str, str], max_bytes: int) -> list[Source | ArticleError]:
    for name in sorted(set(fields) - set(FIELDS)):
        raise ArticleError(name, "no such field of an article", f"known are {' '.join(FIELDS)}")
    return sources(paths, fields=fields, max_bytes=max_bytes)


def _articles(source: Source | ArticleError) -> Iterator[Article | ArticleError]:
    if isinstance(source, ArticleError):
        yield source
    else:
        yield from read_source(source)


def read_source(source: Source) -> Iterator[Article | ArticleError]:
    """The articles of one file, as a worker process reads them; give what several files hold to `unique`."""
    try:
        yield from discover("read")[source.format].read(source)
    except ArticleError as error:
        yield error
    except OSError as error:
        yield ArticleError(str(source.path), error.strerror or str(error), "check that the file is there and readable")


def unique(items: Iterable[Article | ArticleError]) -> Iterator[Article | ArticleError]:
    """`items` without the repeated ones: the same id and text once, another text under a known id as an error."""
    seen: dict[str, str] = {}
    for item in items:
        if isinstance(item, ArticleError):
            yield item
        elif item.id not in seen:
            seen[item.id] = item.sha256
            yield item
        elif seen[item.id] != item.sha256:
            yield ArticleError(item.id, "another article with this id has a different text", "give it an id of its own")


def count(source: Source) -> int:
    """How many articles a file holds, for a progress bar: cheap, without reading them; 1 where a format cannot tell."""
    counter = getattr(discover("read")[source.format], "count", None)
    return int(counter(source)) if counter else 1
