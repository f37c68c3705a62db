"""Article → Page: tokens, sentences and the mentions of every type, each found by one module of this folder.

A module offers `prepare(knowledge)`, which compiles what it needs once and returns a function that takes the page so
far and yields mentions in view offsets. They run in the order of `ORDER`, since names nest: posts hold bodies hold
places. All of them may yield overlapping mentions; `overlaps` decides, in one place, which stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module

from vnkg.annotate.overlaps import Settled
from vnkg.annotate.tokens import columns, rows, sentences
from vnkg.annotate.words import Index, words
from vnkg.knowledge import Knowledge
from vnkg.model import Article, Mention, Page
from vnkg.text import View

Annotator = Callable[[Page], Iterable[Mention]]

ORDER = (
    "documents",
    "times",
    "quantities",
    "places",
    "placelists",
    "sharedheads",
    "organizations",
    "shortnames",
    "bareheads",
    "venues",
    "positions",
    "persons",
    "channels",
    "events",
    "toldevents",
)


def laid_out(article: Article, folded: View, index: Index) -> Page:
    """An article as words and sentences, without any mention yet; `index` is shared by all articles."""
    found = columns(folded.text, folded.low)
    return Page(
        article, folded.text, folded.low, rows(found), sentences(folded.text, found),
        words(folded.text, found, index),
    )


def prepare(knowledge: Knowledge) -> Callable[[Article, View], Page]:
    """Compile all annotators; the result lays out one article."""
    annotators: list[Annotator] = [import_module(f"{__name__}.{name}").prepare(knowledge) for name in ORDER]
    index = Index()

    def annotate(article: Article, folded: View) -> Page:
        page = laid_out(article, folded, index)
        settled = Settled(len(folded.text))
        for annotator in annotators:
            if mentions := tuple(annotator(page)):
                page = replace(page, mentions=settled.having(mentions))
        return page

    return annotate
