"""The written forms of times as one regular expression, built from the lexicon `times`.

Every alternative is a named group; `match.lastgroup` says which one was found, since it closes last.
Groups inside: dN, mN, yN are days, months and years of the first or second point; see `times.py` for their reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from vnkg.annotate.grammar import words as alternation

DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
MONTH = r"(?:0?[1-9]|1[0-2])(?!\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
SEP = r"[-/.]"
END = r"(?![\w%])(?!/\w)(?![.,:]\d)"


def any_of(words: Iterable[str]) -> str:
    """An alternation of words, the longest first."""
    return f"(?:{alternation(words)})"


def _dayparts(lexicon: Mapping[str, Any]) -> list[str]:
    return [word for code in ("morning", "noon", "afternoon", "evening", "night") for word in lexicon["daypart"][code]]


def slots(lexicon: Mapping[str, Any]) -> dict[str, str]:
    """The vocabulary of the grammar, as regular expressions by name."""
    relative, span, join = lexicon["relative"], lexicon["span"], lexicon["join"]
    short = set(relative["day"]["short"])
    return {
        "D": DAY, "M": MONTH, "Y": YEAR, "S": SEP,
        "day": any_of(lexicon["day"]["head"]),
        "month": any_of(lexicon["month"]["head"]),
        "inyear": any_of(lexicon["day"]["year_joint"]),
        "year": any_of(lexicon["year"]["head"]),
        "names": any_of(lexicon["month"]["names"]) + r"(?!\w)",
        "quarter": any_of(lexicon["quarter"]["head"]),
        "quarters": any_of(lexicon["quarter"]["names"]) + r"(?!\w)",
        "term": any_of(span["term"]), "period": any_of([*span["term"], *span["range"]]),
        "school": any_of(span["school_year"]),
        "century": any_of(span["century"]), "decade": any_of(span["decade"]),
        "to": any_of(join["range"]), "and": any_of(join["list"]), "from": any_of(join["from"][:2]),
        "prefix": any_of(lexicon["daypart"]["prefix"]), "daypart": any_of(_dayparts(lexicon)),
        "alone": any_of(lexicon["daypart"]["alone"]),
        "part": any_of([*lexicon["part"]["begin"], *lexicon["part"]["middle"], *lexicon["part"]["end"]]),
        "hour": any_of(lexicon["clock"]["hour"]), "minute": any_of(lexicon["clock"]["minute"]),
        "weekday": any_of(lexicon["weekday"]["names"]), "sunday": any_of(lexicon["weekday"]["certain"]),
        "relday": any_of(w for w in relative["day"] if w != "short" and w not in short), "shortday": any_of(short),
        "textday": any_of(relative["text_day"]), "relweek": any_of(relative["week"]),
        "relmonth": any_of(relative["month"]), "relquarter": any_of(relative["quarter"]),
        "relyear": any_of(w for w in relative["year"] if " " in w), "relterm": any_of(relative["term"]["words"]),
        "counts": any_of(lexicon["months"]["counts"]), "first": any_of(lexicon["months"]["first"]),
        "latter": any_of(lexicon["months"]["last"]),
        "offset": any_of(lexicon["offset"]["counts"]), "offday": any_of(lexicon["offset"]["day"]),
        "offother": any_of(lexicon["offset"]["other"]), "before": any_of(lexicon["offset"]["before"]),
        "after": any_of(lexicon["offset"]["after"]), "anchor": any_of(lexicon["offset"]["anchor"]),
        "tonow": any_of(join["now_joint"]) + " " + any_of(join["now"]) + r"(?!\w)",
        "notyear": any_of(lexicon["year"]["not"]), "now": any_of(join["now"]),
        "pointing": any_of(relative["pointing"]),
    }


_YEAR_TAIL = r"(?:\s?{S}\s?(?P<y{n}>{Y})|,? {inyear} (?P<yy{n}>{Y})| (?P<ry{n}>{relyear}))"
# "tháng 12 [tới]", but "từ tháng 3 tới tháng 5".
_POINTED = r"| {pointing}(?!\w| (?:\d|{month}|{day}|{year}|{quarter}|{now}))"

ALTERNATIVES: tuple[tuple[str, str], ...] = (
    # several days that share a month: from the 15th to 17/9; the 20th and 21/11
    ("days", r"(?:(?:{day} )?(?<![\d.,/-])(?P<da>{D})(?:(?:,| {and}) {D})*?(?P<djoin>,|\s?-\s?| {and} | {to} )"
             r"\s?(?:{day} )?(?P<db>{D})(?:{S}| {month} )(?P<mb>{M})(?:(?:{S}|,? {inyear} )(?P<yb>{Y}))?)"),
    ("dayname", r"(?:{day} )?(?P<dd>{D}) (?!{month} {year} {Y}){month} (?P<md>{M}|{names})(?:"
                + _YEAR_TAIL.replace("{n}", "d") + ")?"),
    ("date", r"(?:(?P<head>{day}) )?(?P<d>{D})(?P<sep>{S})(?P<m>{M})"
             r"(?:(?P=sep)(?P<y>{Y}|\d\d)| {inyear} (?P<yy>{Y})| (?P<ry>{relyear}))?"),
    ("months", r"(?P<mcount>\d\d?|{counts}) {month} (?:(?:(?P<mfirst>{first})|(?P<mlast>{latter})) "
               r"(?:{year} (?P<ym>{Y})|(?P<rym>{relyear})|{year}(?! {notyear}))|{year} (?P<ymt>{Y}))"),
    ("monthrange", r"{month} (?P<mr1>{M})(?:,|\s?-\s?| {and} | {to} )\s?(?:{month} )?(?P<mr2>{M})"
                   r"(?:\s?{S}\s?(?P<yr>{Y})| {inyear} (?P<yyr>{Y}))"),
    ("month", r"{month} (?P<mm>{M}|{names})(?:" + _YEAR_TAIL.replace("{n}", "m_") + _POINTED + ")?"),
    ("quarterly", r"{quarter} (?P<q>{quarters})(?:" + _YEAR_TAIL.replace("{n}", "q") + _POINTED + ")?"),
    ("period", r"(?:{school} (?:\w+ )(?={period}))?(?P<phead>{period}) (?P<p1>{Y})(?:\s?-\s?| {to} (?:{year} )?)"
               r"(?P<p2>{Y}|\d\d)"),
    ("decades", r"{decade} (?P<dec>(?:19|20)?\d0)"),
    ("centuries", r"{century} (?:{ord} )?(?P<cent>[ivx]+|\d\d?)"),
    ("years", r"(?:\d\d? )?{year} (?P<ya>{Y})\s?-\s?(?P<yz>{Y})"),
    ("yearly", r"{year} (?P<yo>{Y})"),
    ("monthyear", r"(?P<mn>{M})(?P<mnsep>[-/])(?P<yn>{Y})"),
    ("bareyears", r"(?P<by1>{Y})\s?-\s?(?P<by2>{Y})"),
    ("fromyears", r"(?P<fy1>{Y}) {to} (?:{year} )?(?P<fy2>{Y})"),
    ("bareyear", r"(?P<bye>{Y})(?![ ]?-)(?! (?!{tonow})\w)"),
    ("textday", r"(?P<td>{textday})"),
    ("relday", r"(?P<rd>{relday})(?:(?:,)? (?:{day} )?(?P<rdd>{D})[-/](?P<rdm>{M})(?:[-/](?P<rdy>{Y}))?)?"),
    ("relweek", r"(?P<rw>{relweek})"),
    ("relmonth", r"(?P<rmo>{relmonth})"),
    ("relquarter", r"(?P<rq>{relquarter})"),
    ("relyear", r"(?P<ryo>{relyear})"),
    ("relterm", r"{term} {relterm}"),
    ("elapsed", r"(?:\d\d?|{offset}) (?P<eu>{offday}|{offother}) (?:{after}|{before})(?=,)"),
    ("offsets", r"(?P<on>\d\d?|{offset}) {offday} {after} (?P<oa>{anchor})"),
)
"""Cores; those that need a part of the day, month or year before them stand in `pattern`."""


def pattern(lexicon: Mapping[str, Any]) -> re.Pattern[str]:
    """The whole grammar over lower-case text."""
    names = slots(lexicon) | {"ord": any_of(lexicon["weekday"]["ordinal"])}
    cores = "|".join(f"(?P<{kind}>{form})" for kind, form in ALTERNATIVES)
    form = (
        r"(?<![\w/.,-])(?P<clock>\d\d?(?:[hg]\d{{0,2}}|:\d\d| ?{hour}(?: \d\d?(?: {minute})?)?)(?P<clockend>,? ))?"
        r"(?:(?P<part>{part}) )?(?:(?:{prefix} )?(?P<dp>{daypart}) (?:{and} {daypart} )?)?"
        r"(?:(?P<wd>{weekday})(?P<wdjoin>, | )(?=(?:{day} )?\d))?(?:" + cores +
        r"|(?P<dpday>(?(dp)|(?!))(?P<sd>{shortday})(?: (?:{day} )?(?P<sdd>{D})[-/](?P<sdm>{M})(?:[-/](?P<sdy>{Y}))?)?)"
        r"|(?P<dpwd>(?P<wd2>{weekday})(?: {relweek})?)"
        r"|(?P<partyear>(?(part)|(?!))(?P<py>{Y}))"
        r"|(?P<partof>(?(part)|(?!))(?P<unit>{year}(?! {notyear})|{month}|{quarter}|{term}))"
        r")" + END +
        r"|(?<!\w)(?P<alone>{alone} (?P<dpb>{daypart}))(?!\w)"
    )
    return re.compile(expand(form, names))


def openers(lexicon: Mapping[str, Any]) -> list[str]:
    """What every match of `pattern` begins with that begins with no figure: where the grammar is worth trying."""
    relative, span, daypart = lexicon["relative"], lexicon["span"], lexicon["daypart"]
    lists = [
        *(lexicon[name]["head"] for name in ("day", "month", "year", "quarter")), *span.values(),
        daypart["prefix"], _dayparts(lexicon), daypart["alone"], lexicon["weekday"]["names"],
        *(lexicon["part"][name] for name in ("begin", "middle", "end")),
        *(relative[name] for name in ("day", "text_day", "week", "month", "quarter", "year")),
        lexicon["months"]["counts"], lexicon["offset"]["counts"],
    ]
    alone = {"short", *relative["day"]["short"]}
    return [word for listed in lists for word in listed if word not in alone]


def expand(form: str, names: Mapping[str, str]) -> str:
    """`form` with every {name} of the vocabulary filled in; other braces stay as they are."""
    filled = re.sub(r"\{([A-Za-z]+)\}", lambda m: names[m.group(1)], form)
    return filled.replace("{{", "{").replace("}}", "}")
