"""Bytes to text, exactly: UTF-8, UTF-16 and UTF-32 by their marks, legacy Vietnamese by what it says; or an error."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from vnkg.errors import ArticleError
from vnkg.read._legacy import decode_legacy

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SEQUENCE = re.compile(b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_FIRST_BYTES = 4_000  # enough to tell a text from something else
_BINARY = ("not a text (binary data)", "give the text itself: .txt, .html, .docx, .pdf or .jsonl")


def decode(data: bytes, where: str) -> str:
    """The text of `data` without its byte order mark; line ends and letters as they are.

    Raises ArticleError for binary data, for broken UTF-8 (with the byte position) and for unknown encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding, where, len(mark)), where)
    if unmarked := _unmarked_utf16(data):
        return _checked(_strict(data, unmarked, where), where)
    if b"\0" in data:
        raise ArticleError(where, *_BINARY)
    if _is_utf8(data):
        return _checked(data.decode("utf-8"), where)
    legacy = None if _mostly_utf8(data) else decode_legacy(data)
    return _checked(legacy[0] if legacy else _strict(data, "utf-8", where), where)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str, where: str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        position = skipped + error.start
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        problem = f"broken {name} at byte {position} (0x{data[error.start]:02x})"
        raise ArticleError(where, problem, _mend(data, encoding)) from error


def _mend(data: bytes, encoding: str) -> str:
    """What to do: repair the file, or name the encoding that it seems to have."""
    if encoding != "utf-8" or _mostly_utf8(data):
        return "save it again as UTF-8, or repair that place in an editor"
    guess = from_bytes(data[:_FIRST_BYTES]).best()
    known = f"; it may be {guess.encoding}" if guess else ""
    return f"convert it to UTF-8 (iconv -f ENCODING -t UTF-8){known}"


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes beyond ASCII are nearly all well-formed UTF-8: then a few are broken, not the encoding."""
    whole = sum(map(len, _SEQUENCE.findall(data)))
    beyond = sum(1 for byte in data if byte >= 0x80)
    return whole >= 0.5 * beyond


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: zero bytes in every other place, as Latin letters have them, and nearly only there."""
    first = data[:_FIRST_BYTES]
    half = len(first) // 2
    even, odd = first[0::2].count(0), first[1::2].count(0)
    if half < 2 or len(data) % 2:
        return None
    if odd >= 0.4 * half and even <= 0.02 * half:
        return "utf-16-le"
    if even >= 0.4 * half and odd <= 0.02 * half:
        return "utf-16-be"
    return None


def _checked(text: str, where: str) -> str:
    """`text`, unless it has too many control characters to be one."""
    controls = len(_CONTROLS.findall(text[:_FIRST_BYTES]))
    if "\0" in text or controls > 0.02 * min(len(text), _FIRST_BYTES) + 1:
        raise ArticleError(where, *_BINARY)
    return text
