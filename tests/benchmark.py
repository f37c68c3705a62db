"""How fast articles are read, against a named peer on the same machine in the same run. Not a test: run it by hand.

    python tests/benchmark.py [CHARACTERS]

The peer is spaCy's blank multilingual pipeline with a sentencizer, which only cuts text into words and sentences. The
texts are the corpus in ../shared where it is present, else the examples, repeated.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import spacy

from vnkg import knowledge, reading
from vnkg.model import Article
from vnkg.read import read

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "press-4000.jsonl.gz"
ROUNDS = 3
LEAST = 0.3
"""Million characters per CPU-second that the whole reading may not fall below."""


def texts(characters: int) -> tuple[str, list[str]]:
    """Where the texts come from, and as many as make up `characters`."""
    if CORPUS.exists():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            source, found = CORPUS.name, [json.loads(line)["text"] for line in islice(lines, 1000)]
    else:
        source = "examples"
        found = [item.text for item in read([ROOT / "examples"]) if isinstance(item, Article)]
    result: list[str] = []
    while sum(map(len, result)) < characters:
        result += found
    count = total = 0
    while total < characters:
        total += len(result[count])
        count += 1
    return source, result[:count]


def speed(work: Callable[[str], object], sample: Sequence[str]) -> float:
    """Million characters per CPU-second; the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in sample:
            work(text)
        best = min(best, time.process_time() - start)
    return sum(map(len, sample)) / best / 1e6


def main() -> int:
    """Print both speeds and their ratio; 1 when the reading is slower than it may be."""
    source, sample = texts(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
    read_article = reading.prepare(knowledge.load())
    peer = spacy.blank("xx")
    peer.add_pipe("sentencizer")
    ours = speed(lambda text: read_article(Article("benchmark", text)), sample)
    theirs = speed(peer, sample)
    print(f"{len(sample)} texts of {source}, {sum(map(len, sample)):,} characters; million characters per CPU-second:")
    print(f"  vnkg, whole reading              {ours:6.2f}")
    print(f"  spaCy, blank xx and sentencizer  {theirs:6.2f}")
    print(f"  ratio                            {ours / theirs:6.2f}")
    return int(ours < LEAST)


if __name__ == "__main__":
    sys.exit(main())
