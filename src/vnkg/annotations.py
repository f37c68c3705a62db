"""The exchange format of the annotation guide: one JSON object per article, shared by gold and the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vnkg.errors import ArticleError
from vnkg.model import ASSERTED, LOCAL, NAME, Annotation, Article, Entity, Mention, Span, Statement


def to_json(annotation: Annotation) -> str:
    """One line of the export, without a line break; equal annotations give equal bytes."""
    return json.dumps(as_dict(annotation), ensure_ascii=False, separators=(",", ":"))


def as_dict(annotation: Annotation) -> dict[str, Any]:
    """The annotation as plain JSON values; empty fields are left out."""
    article = annotation.article
    head = {
        "id": article.id,
        "sha256": article.sha256,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "url": article.url,
    }
    return {
        "article": {name: value for name, value in head.items() if value is not None},
        "entities": [_entity(entity) for entity in annotation.entities],
        "statements": [_statement(statement) for statement in annotation.statements],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    result: dict[str, Any] = {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "mentions": [{"start": m.start, "end": m.end, "kind": m.kind} for m in entity.mentions],
        "key": entity.key,
        "scope": entity.scope,
    }
    if entity.label_en:
        result["labelEn"] = entity.label_en
    if entity.attributes:
        result["attributes"] = dict(entity.attributes)
    return result


def _statement(statement: Statement) -> dict[str, Any]:
    result: dict[str, Any] = {"subject": statement.subject, "predicate": statement.predicate}
    if statement.object is not None:
        result["object"] = statement.object
    else:
        result["value"] = statement.value
    result["evidence"] = {"start": statement.evidence.start, "end": statement.evidence.end}
    result["status"] = statement.status
    result["attributedTo"] = statement.attributed_to
    if statement.qualifiers:
        result["qualifiers"] = dict(statement.qualifiers)
    result["confidence"] = statement.confidence
    if statement.rule:
        result["rule"] = statement.rule
    return result


def from_dict(data: Mapping[str, Any], text: str, where: str = "annotation") -> Annotation:
    """The annotation that a JSON object says of `text`; optional fields may be absent, as in gold.

    Raises ArticleError when a needed field is missing or an offset lies outside the text.
    """
    try:
        head = data["article"]
        article = Article(str(head["id"]), text, head.get("title"), head.get("published"), head.get("source"),
                          head.get("url"))
        entities = tuple(_read_entity(entity) for entity in data["entities"])
        statements = tuple(_read_statement(statement) for statement in data["statements"])
    except (KeyError, TypeError) as error:
        raise ArticleError(where, f"not an annotation: {error!r}", "see the exchange format in the guide") from error
    for entity in entities:
        if any(not 0 <= m.start < m.end <= len(text) for m in entity.mentions):
            raise ArticleError(where, f"a mention of {entity.id} lies outside the text", "check the text file")
    return Annotation(article, entities, statements)


def _read_entity(data: Mapping[str, Any]) -> Entity:
    mentions = tuple(
        Mention(m["start"], m["end"], data["type"], m.get("kind", NAME)) for m in data["mentions"]
    )
    entity = Entity(data["id"], data["type"], data["name"], mentions)
    return replace(
        entity,
        key=data.get("key", ""),
        scope=data.get("scope", LOCAL),
        label_en=data.get("labelEn", ""),
        attributes=tuple(sorted(data.get("attributes", {}).items())),
    )


def _read_statement(data: Mapping[str, Any]) -> Statement:
    return Statement(
        subject=data["subject"],
        predicate=data["predicate"],
        evidence=Span(data["evidence"]["start"], data["evidence"]["end"]),
        object=data.get("object"),
        value=data.get("value"),
        status=data.get("status", ASSERTED),
        attributed_to=data.get("attributedTo"),
        qualifiers=tuple(sorted((data.get("qualifiers") or {}).items())),
        confidence=data.get("confidence", 1.0),
        rule=data.get("rule", ""),
    )
