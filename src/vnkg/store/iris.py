"""The name of every node, from keys alone: the same key gets the same IRI in any run, order and corpus.

    e/{slug}-{6 hex of the key}            an entity that all articles share
    e/{slug}-{8 hex of the article}-{b}    an entity that lives in one article; b is where it is first mentioned
    t/{edtf}[-{daypart}]                   a date; of an unknown year it stays in its article
    q/{article}/{b}-{e}                    a figure
    a/{article}, a/{article}#offset_{b}_{e}, s/{16 hex}, tenure/{16 hex}
"""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote

from vnkg.model import CORPUS, Article, Entity
from vnkg.store import edtf
from vnkg.text import slug

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$")


def digest(value: str, length: int) -> str:
    """The first `length` hex digits of a string's SHA-256."""
    return sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def article_name(article_id: str) -> str:
    """The id itself where it is safe in an IRI, else a slug with a hash."""
    if _SAFE.match(article_id) and not article_id.endswith("."):
        return article_id
    return "-".join(filter(None, (slug(article_id), digest(article_id, 8))))


def article(base: str, article_id: str) -> str:
    """The IRI of an article."""
    return f"{base}a/{article_name(article_id)}"


def span(article_iri: str, start: int, end: int) -> str:
    """The IRI of a piece of an article's text."""
    return f"{article_iri}#offset_{start}_{end}"


def statement(base: str, parts: tuple[str, ...]) -> str:
    """The IRI of a statement: subject, predicate, object, article and status fix it."""
    return f"{base}s/{digest(chr(31).join(parts), 16)}"


def tenure(base: str, person: str, post: str) -> str:
    """The IRI of the holding of one post by one person."""
    return f"{base}tenure/{digest(person + chr(31) + post, 16)}"


def date_of(entity: Entity) -> str:
    """The EDTF date of a TimeSpan, or "": its attribute, or its name where that is a date, as in gold."""
    if entity.type != "TimeSpan":
        return ""
    value = entity.get("edtf")
    if value:
        return value if edtf.is_edtf(value) else ""
    return entity.name if edtf.is_edtf(entity.name) else ""


def entities(base: str, owner: Article, members: tuple[Entity, ...]) -> dict[str, str]:
    """Entity id → IRI for all entities of one article; two that live in the article never share one by accident."""
    result: dict[str, str] = {}
    local: dict[str, tuple[str, str]] = {}
    for member in sorted(members, key=lambda e: (e.type, e.key, e.name, e.id)):
        found = _shared(base, member)
        if found is None:
            found = _own(base, owner, member)
            if local.setdefault(found, (member.type, member.key or member.name)) != (
                member.type, member.key or member.name,
            ):  # fmt: skip
                found = f"{found}-{slug(member.type)}"
        result[member.id] = found
    return result


def _shared(base: str, entity: Entity) -> str | None:
    date = date_of(entity)
    if date and edtf.knows_year(date):
        return f"{base}t/{_date_name(entity, date)}"
    if entity.scope == CORPUS and entity.key and entity.type != "Quantity" and not date:
        name = slug(entity.key.partition("|")[2] or entity.key)
        return f"{base}e/" + "-".join(filter(None, (name, digest(entity.key, 6))))
    return None


def _date_name(entity: Entity, date: str) -> str:
    name = quote(date.replace("/", "_"), safe="")
    daypart = slug(entity.get("daypart"))
    return f"{name}-{daypart}" if daypart else name


def _own(base: str, owner: Article, entity: Entity) -> str:
    first = min(entity.mentions, key=lambda m: (m.start, m.end), default=None)
    if entity.type == "Quantity" and first is not None:
        return f"{base}q/{article_name(owner.id)}/{first.start}-{first.end}"
    article8 = digest(owner.id, 8)
    if date := date_of(entity):
        return f"{base}t/{_date_name(entity, date)}-{article8}"
    name = slug(entity.key.partition("|")[2] or entity.name)
    place = str(first.start) if first is not None else slug(entity.id)
    return f"{base}e/" + "-".join(filter(None, (name, article8, place)))
