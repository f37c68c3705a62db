"""Figures: numbers in digits or words, with their scale, as fractions and ranges; and the vocabulary around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from vnkg.annotate.literals import DIGITS, Literals
from vnkg.annotate.timegrammar import any_of
from vnkg.model import Page

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?)(?![\d])"
_SUM = 1_000_000
_BILLION = 1_000_000_000
_NOTHING = Decimal(0)
_CODE = re.compile(r"\d|[/-][^\W\d]*\d|[.,:]\d|-[^\W\d]")


class Figure(NamedTuple):
    """A number at [start, end) of the view; `word` is a number word, `upper` the higher end of a range."""

    start: int
    end: int
    amount: str
    upper: str = ""
    word: str = ""
    scaled: bool = False
    sum: bool = False
    billions: bool = False
    yearlike: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon `quantities` compiled; patterns with a leading space match right after a figure or unit."""

    scales: Mapping[str, int]
    numbers: Mapping[str, int]
    scale: str
    ones: str
    fives: frozenset[str]
    five_before: re.Pattern[str]
    to: str
    among: str
    any_unit: str
    unit: re.Pattern[str]
    of: re.Pattern[str]
    per: re.Pattern[str]
    number_of: re.Pattern[str]
    neutral: re.Pattern[str]
    goes_on: re.Pattern[str]
    labelled: re.Pattern[str]
    pairs: frozenset[str]
    pair: re.Pattern[str]
    sides: re.Pattern[str]
    or_more: re.Pattern[str]
    at_least: frozenset[str]
    order: re.Pattern[str]
    degree: re.Pattern[str]
    word_order: re.Pattern[str]
    range_from: re.Pattern[str]
    approximator: re.Pattern[str]
    approximators: Mapping[str, str]
    over: frozenset[str]
    placing: frozenset[str]
    comparative: re.Pattern[str]


def _low(words: Iterable[str]) -> list[str]:
    return [word.lower() for word in words]


def lexicon_of(data: Mapping[str, Any]) -> Lexicon:
    """Compile the vocabulary around figures."""
    measure, number, span = data["measure"], data["number"], data["range"]
    approximators = {word: code for code in ("about", "nearly", "over", "atLeast", "atMost")
                     for word in data["approximator"][code]}
    money, size, mass = (any_of(_low(measure[name])) for name in ("money", "size", "mass"))
    percent, per = any_of(measure["percent"]), any_of(_low(measure["per"]))
    return Lexicon(
        scales=number["scales"], numbers={**number["words"], **dict.fromkeys(number["one"], 1)},
        scale=any_of(number["scales"]), ones=any_of(number["one"]), fives=frozenset(number["five"]),
        five_before=re.compile(rf"(?:^|\W){any_of(number['five_before'])} $"),
        to=any_of(span["to"]), among=any_of(span["of"]),
        any_unit=f"(?:{percent}|{money}|{size}|{mass})(?!\\w)",
        unit=re.compile(rf" ?(?:(?P<percent>{percent})|(?P<money>{money})|(?P<size>{size})|(?P<mass>{mass}))(?!\w)"),
        of=re.compile(rf" {any_of(measure['of'])}(?!\w)"),
        per=re.compile(rf"(?: ?/ ?{per}(?!\w))+"),
        number_of=re.compile(rf" {any_of(measure['number_of'])}(?= )"),
        neutral=re.compile(rf" ?{any_of(_low(data['neutral']['units']))}(?!\w)"),
        goes_on=re.compile(rf" {any_of(_low(data['neutral']['goes_on']))}(?!\w)"),
        labelled=re.compile(
            rf"(?<!\w){any_of(data['label']['numbers'])} (?!{any_of(data['label']['never'])}(?!\w))[^,.;:()\"“”\d]+"
            rf" {any_of(data['label']['verbs'])} $"),
        pairs=frozenset([next(iter(number["words"]))]),
        pair=re.compile(rf" {any_of(_low(data['neutral']['pair']))}(?!\w)"),
        sides=re.compile(rf" {any_of(_low(data['neutral']['sides']))}(?!\w)"),
        or_more=re.compile(rf" ({any_of(span['or_more'])})(?!\w)"), at_least=frozenset(span["at_least"]),
        order=re.compile(
            rf"(?<!\w)(?P<total>{any_of(data['order']['total'])} )?{any_of(data['order']['before'])} ?$"),
        degree=re.compile(rf"(?<!\w){any_of(data['order']['degree'])} \Z"),
        word_order=re.compile(rf"(?<!\w)(?:{any_of([*number['ordinal_before'], *number['words']])}) $"),
        range_from=re.compile(rf"(?<!\w)({any_of(span['from'])}) $"),
        approximator=re.compile(rf"(?<!\w)({any_of(approximators)}) $"),
        approximators=approximators, over=frozenset(data["approximator"]["over"]),
        placing=frozenset(data["approximator"]["placing"]),
        comparative=re.compile(rf"(?:^|\W)(?:{any_of(data['approximator']['comparative_before'])}) $"),
    )


class Figures:
    """Finds the figures of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        near = any_of(lexicon.approximators)
        scaled = rf"(?P<{{0}}>(?: ?{lexicon.scale}(?!\w))*)"
        self._digits = re.compile(
            rf"(?P<a>{_NUMBER})(?:/(?P<of>\d+))?" + scaled.replace("{0}", "s")
            + rf"(?:(?<=\w) (?P<rest>\d{{1,3}})(?P<rs>(?: {lexicon.scale}(?!\w))+))?"
            + rf"(?:(?: ?{lexicon.any_unit})?(?:\s?-\s?| {lexicon.to} (?:{near} )?)(?P<b>{_NUMBER})"
            + scaled.replace("{0}", "t")
            + rf"| {lexicon.among} (?P<all>{_NUMBER}))?"
        )
        words = any_of([w for w in lexicon.numbers if lexicon.numbers[w] > 1])
        self._literals = Literals(lexicon.numbers)
        self._counting = re.compile(
            rf"{words}(?:(?: {lexicon.scale})+(?!\w))?(?= )|{lexicon.ones}(?: {lexicon.scale})+(?!\w)"
        )
        self._word = re.compile(rf"(?P<w>\w+)(?P<s>(?: {lexicon.scale}(?!\w))*)")

    def find(self, page: Page, taken: Container[int]) -> Iterator[Figure]:
        """All figures in text order that begin at no place taken by something else; a range is one figure."""
        low, done = page.low, 0
        spelt = (self._counting.match(low, word.start()) for word in self._literals.find(page))
        for start, end in sorted(found.span() for found in (*DIGITS.finditer(low), *filter(None, spelt))):
            if start < done or start in taken:
                continue
            before = low[start - 1 : start]
            if before and (before.isalnum() or (before in ".,/-_:+" and low[start - 2 : start - 1].strip())):
                done = end
                continue
            figure = self._written(low, start) if low[start].isdigit() else self._spelled(low, start)
            if figure is not None:
                done = figure.end
                yield figure

    def _written(self, low: str, start: int) -> Figure | None:
        match = self._digits.match(low, start)
        if match is None or _CODE.match(low, match.end()):
            return None
        scale, other = self._scale(match["s"]), self._scale(match["t"] or "")
        own = match["s"] or (match["t"] if match["b"] else "")
        plain = match["a"].isdigit()
        if match["rest"] and not match["s"]:
            return None
        rest = Decimal(match["rest"]) * self._scale(match["rs"]) if match["rest"] else Decimal(0)
        return Figure(
            start, match.end(), _decimal(match["a"], scale if match["s"] else other, rest),
            upper=_decimal(match["b"], other) if match["b"] else "",
            scaled=bool(own), sum=max(scale, other) >= _SUM,
            billions=max(scale, other) >= _BILLION,
            yearlike=plain and not own and 1900 <= int(match["a"]) <= 2060,
            small=plain and not own and len(match["a"]) <= 4 and not match["b"],
        )

    def _spelled(self, low: str, start: int) -> Figure | None:
        match = self._word.match(low, start)
        if match is None or match["w"] not in self._lexicon.numbers:
            return None
        word = match["w"]
        if word in self._lexicon.fives and not self._lexicon.five_before.search(low[max(0, start - 8) : start]):
            return None
        scale = self._scale(match["s"])
        amount = format(self._lexicon.numbers[word] * scale, "f")
        return Figure(start, match.end(), amount, word=word, scaled=bool(match["s"]), sum=scale >= _SUM,
                      billions=scale >= _BILLION)

    def _scale(self, words: str) -> Decimal:
        product = Decimal(1)
        for word in words.split():
            product *= self._lexicon.scales[word]
        return product


def _decimal(text: str, scale: Decimal, rest: Decimal = _NOTHING) -> str:
    """A printed number as a plain decimal: 1.586 and 63,000,000 group thousands, 2,5 is a decimal fraction."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", text) or re.fullmatch(r"\d{1,3},000", text):
        text = text.replace(",", "")
    value = Decimal(text.replace(",", ".")) * scale + rest
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
