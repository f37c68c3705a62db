"""Encodings of Vietnamese from before Unicode, told apart by which of them gives Vietnamese syllables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from vnkg.knowledge import home, read_toml
from vnkg.text import fold

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # bytes that are enough to tell encodings apart
_SURE, _CLEAR = 0.9, 0.1  # share of Vietnamese words, and how far it must lie above the second best

Decoder = Callable[[bytes], str]


def decode_legacy(data: bytes) -> tuple[str, str] | None:
    """The text and the name of its legacy encoding, or None when no encoding stands out.

    An encoding stands out when nearly all words beyond ASCII are Vietnamese syllables in it, and in no other.
    """
    decoders = _decoders()
    ranked = sorted(((_share(decode(data[:_SAMPLE])), name) for name, decode in decoders.items()), reverse=True)
    (best, name), (second, _) = ranked[:2]
    if best < _SURE or best - second < _CLEAR:
        return None
    return decoders[name](data), name


@cache
def _decoders() -> Mapping[str, Decoder]:
    tables = read_toml(home() / "encodings.toml")
    single = {name: _single(table) for name, table in tables["single"].items()}
    return MappingProxyType({"windows-1258": _windows_1258, "vni": _vni(tables["vni"]), **single})


def _windows_1258(data: bytes) -> str:
    return data.decode("cp1258", "replace")


def _single(table: Mapping[str, Any]) -> Decoder:
    """A decoder where each byte is one character; where the table is silent, that of windows-1252."""
    high = table["high"]
    low = {int(byte): character for byte, character in table.get("low", {}).items()}
    base = bytes(range(256 - len(high))).decode("cp1252", "replace")
    mapping = dict(enumerate(base + high)) | low
    return lambda data: data.decode("latin-1").translate(mapping)


def _vni(table: Mapping[str, Any]) -> Decoder:
    """A decoder where a mark follows its letter: letters first, then marks after vowels, then one code point each."""
    marks = {form: mark for letter, mark in table["marks"].items() for form in (letter, letter.upper())}
    after = table["after"]
    pair = re.compile(f"([{after}])([{''.join(marks)}])|[{''.join(table['letters'])}]")
    letters = table["letters"]

    def replace(match: re.Match[str]) -> str:
        if match[1]:
            return str(match[1] + marks[match[2]])
        return str(letters[match[0]])

    horned = {name: letter for name, letter in letters.items() if letter in after}
    horns = re.compile(f"[{''.join(horned)}]")

    def decode(data: bytes) -> str:
        text = horns.sub(lambda match: horned[match[0]], data.decode("cp1252", "replace"))
        return unicodedata.normalize("NFC", pair.sub(replace, text))

    return decode


@cache
def _syllable() -> re.Pattern[str]:
    parts = read_toml(home() / "encodings.toml")["syllable"]
    onsets, rimes = ("|".join(sorted(parts[name].split(), key=len, reverse=True)) for name in ("onsets", "rimes"))
    return re.compile(f"(?:{onsets})?(?:{rimes})")


def _share(text: str) -> float:
    """Which share of the words with a letter beyond ASCII can be Vietnamese, from 0 to 1; bytes without a character
    and case that changes inside a word count against it."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()]
    good = sum(map(_is_syllable, words))
    bad = text.count("\ufffd") + len(re.findall("[\u0080-\u009f]", text))
    return good / (len(words) + bad) if words else 0.0


def _is_syllable(word: str) -> bool:
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    bare, tones = _TONES.subn("", unicodedata.normalize("NFD", word.lower()))
    return tones <= 1 and _syllable().fullmatch(fold(bare)) is not None
