"""The door to spaCy: our lossless tokens as a `Doc`, for users who go on working there.

`spacy.blank("vi")` needs pyvi, which breaks codes and dates, or splits on spaces only; so the pipeline's tokenizer is
replaced by ours, whose `Doc.text` is the text itself.
"""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from vnkg.annotate.tokens import tokenize
from vnkg.model import Annotation

SPANS = "vnkg"
"""The key of `Doc.spans` that holds the mentions of `as_doc`."""


class Tokenizer:
    """A spaCy tokenizer: syllables, codes, dates and punctuation marks; white space is kept in tokens of its own."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as a `Doc` with `doc.text == text`."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for token in tokenize(text, text):
            _add_gap(text[position : token.start], words, spaces)
            words.append(token.text)
            spaces.append(False)
            position = token.end
        _add_gap(text[position:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space between two tokens: one space belongs to the token before it, more is a token."""
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def blank() -> Language:
    """A Vietnamese spaCy pipeline with our tokenizer and nothing else."""
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}})
    nlp.tokenizer = Tokenizer(nlp.vocab)
    return nlp


def as_doc(annotation: Annotation, nlp: Language | None = None) -> Doc:
    """The article as a `Doc` whose `spans["vnkg"]` are the mentions, labelled with their type and entity id."""
    doc = (nlp or blank()).make_doc(annotation.article.text)
    spans: list[Span] = []
    for entity in annotation.entities:
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end, entity.type, alignment_mode="expand", span_id=entity.id)
            if span is not None:
                spans.append(span)
    doc.spans[SPANS] = sorted(spans, key=lambda s: (s.start_char, -s.end_char, s.label_))
    return doc
