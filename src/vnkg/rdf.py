"""The only door to rdflib, and the only place where IRIs and prefixes are spelled.

A term is a string in N-Triples form (`<iri>`, `"text"@vi`, `"1"^^<datatype>`), a triple a tuple of three: they sort,
hash, pickle and write fast, and every engine reads them. Literals follow what was measured to survive every store:
plain strings without xsd:string, xsd:integer and xsd:decimal in canonical form, xsd:dateTime instead of xsd:date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    import rdflib

    RdflibGraph = rdflib.Graph

Triple = tuple[str, str, str]

BASE = "https://w3id.org/vnkg/"
ONT = BASE + "ont#"
CODE = BASE + "code/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
SHACL = "http://www.w3.org/ns/shacl#"

SCHEMES = (
    "approximator", "document-kind", "event-kind", "granularity", "level", "org-kind", "place-kind", "status",
)  # fmt: skip

TYPE = f"<{RDF}type>"
LABEL = f"<{RDFS}label>"
ALT_LABEL = f"<{SKOS}altLabel>"
SEE_ALSO = f"<{RDFS}seeAlso>"
TITLE = f"<{DCTERMS}title>"
ISSUED = f"<{DCTERMS}issued>"
SOURCE = f"<{DCTERMS}source>"
IDENTIFIER = f"<{DCTERMS}identifier>"

_ESCAPES = {c: f"\\u{c:04X}" for c in (*range(0x20), 0x7F)} | {
    0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\",
}  # fmt: skip
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
# What XML 1.0 cannot hold, and lone surrogates, which UTF-8 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)


def prefixes(base: str = BASE) -> dict[str, str]:
    """The fixed prefixes of every file that we write and of every question, in the order in which they are written."""
    return {
        "vnkg": ONT,
        "rdf": RDF,
        "rdfs": RDFS,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "xsd": XSD,
        "e": base + "e/",
        "t": base + "t/",
        "s": base + "s/",
        "tenure": base + "tenure/",
    } | {scheme: f"{CODE}{scheme}/" for scheme in SCHEMES}


def clean(text: str) -> str:
    """`text` with each character that some RDF syntax cannot hold replaced by U+FFFD: as long as before."""
    return _UNWRITABLE.sub("\ufffd", text)


def tidy(text: str) -> str:
    """A name or label as it is written: clean, NFC, single spaces."""
    return " ".join(unicodedata.normalize("NFC", clean(text)).split())


def iri(value: str) -> str:
    """An IRI as a term; `value` must be absolute and safe already, as those of `store.iris` are."""
    return f"<{value}>"


def web(url: str) -> str | None:
    """A web address as a term, percent-encoded where needed, or None when it is not http(s)."""
    return f"<{quote(clean(url), safe=_URL_SAFE)}>" if _WEB.match(url) else None


_URL_SAFE = ":/?#[]@!$&'()*+,;=%-._~"


def ont(name: str) -> str:
    """A class or property of the ontology as a term."""
    return f"<{ONT}{quote(clean(name), safe='')}>"


def code(scheme: str, name: str) -> str:
    """A code of a code list as a term."""
    return f"<{CODE}{scheme}/{quote(clean(name), safe='')}>"


def text(value: str, language: str = "") -> str:
    """A string literal as a term, with a language tag when one is given."""
    value = clean(value)
    if _SPECIAL.search(value):
        value = value.translate(_ESCAPES)
    return f'"{value}"@{language}' if language else f'"{value}"'


def integer(value: int) -> str:
    """A whole number as a term."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: str | float) -> str | None:
    """A decimal number in canonical form (1, not 1.0) as a term, or None when `value` is not a number."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    digits = f"{number:f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return f'"{digits if digits not in ("-0", "") else "0"}"^^<{XSD}decimal>'


def moment(value: str) -> str:
    """A moment (YYYY-MM-DDThh:mm:ss) as a term."""
    return f'"{value}"^^<{XSD}dateTime>'


def read(turtle: Path | bytes | Iterable[Path]) -> rdflib.Graph:
    """Turtle (one file, several files, or bytes) as an rdflib graph."""
    import rdflib  # imported late: most commands never need it

    graph = rdflib.Graph()
    if isinstance(turtle, bytes):
        return graph.parse(data=turtle, format="turtle")
    for path in [turtle] if isinstance(turtle, Path) else turtle:
        graph.parse(path, format="turtle")
    return graph


def from_triples(triples: Iterable[Triple]) -> rdflib.Graph:
    """Triples as an rdflib graph."""
    import rdflib

    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    return rdflib.Graph().parse(data=lines, format="nt")


def shacl_results(report: rdflib.Graph) -> list[Mapping[str, str]]:
    """The results of a SHACL report: focus, path, value, message and severity (local name), sorted."""
    import rdflib

    names = {"focus": "focusNode", "path": "resultPath", "value": "value", "message": "resultMessage",
             "severity": "resultSeverity"}  # fmt: skip
    rows = [
        {key: str(report.value(node, rdflib.URIRef(SHACL + name)) or "") for key, name in names.items()}
        for node in report.subjects(rdflib.URIRef(RDF + "type"), rdflib.URIRef(SHACL + "ValidationResult"))
    ]
    for row in rows:
        row["severity"] = row["severity"].removeprefix(SHACL)
    return sorted(rows, key=lambda row: tuple(row.values()))
