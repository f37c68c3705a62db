"""Small annotated articles for the tests of pictures and tables, written for them."""

from __future__ import annotations

from collections.abc import Sequence

from vnkg.model import CORPUS, LOCAL, Annotation, Article, Entity, Mention, Span, Statement
from vnkg.text import key

ISSUED = (
    "Ngày 5/3/2024, Tỉnh ủy Bình An ban hành Kế hoạch số 12-KH/TU. Ông Trần Văn Minh, Bí thư Tỉnh ủy Bình An, "
    "khẳng định kế hoạch sẽ được thực hiện nghiêm túc."
)
PLANNED = "Dự kiến tháng 6/2024, Tỉnh ủy Bình An sẽ tổ chức Hội nghị Bình An xanh. Kế hoạch số 12-KH/TU là căn cứ."


def entity(text: str, ident: str, kind: str, *forms: str, scope: str = CORPUS, label_en: str = "") -> Entity:
    """An entity whose mentions are the first places of its forms in the text; the first form is its name."""
    mentions = tuple(Mention(text.index(form), text.index(form) + len(form), kind) for form in forms)
    return Entity(ident, kind, forms[0], mentions, f"{kind}|{key(forms[0])}", scope, label_en)


def span(text: str, quote: str) -> Span:
    """The bounds of the first place of a quote."""
    return Span(text.index(quote), text.index(quote) + len(quote))


def issued(ident: str = "binh-an-1") -> Annotation:
    """A plan that is issued, a post that is held, words that are said."""
    text = ISSUED
    entities = (
        entity(text, "o", "Organization", "Tỉnh ủy Bình An", label_en="Bình An Party Committee"),
        entity(text, "d", "Document", "Kế hoạch số 12-KH/TU"),
        entity(text, "t", "TimeSpan", "Ngày 5/3/2024", scope=LOCAL),
        entity(text, "p", "Person", "Trần Văn Minh"),
        entity(text, "b", "Position", "Bí thư Tỉnh ủy Bình An"),
    )
    whole = span(text, "Tỉnh ủy Bình An ban hành Kế hoạch số 12-KH/TU")
    statements = (
        Statement("d", "issuedBy", whole, object="o", confidence=0.9),
        Statement("d", "issuedOn", span(text, "Ngày 5/3/2024, Tỉnh ủy Bình An ban hành Kế hoạch"), object="t"),
        Statement("p", "holds", span(text, "Trần Văn Minh, Bí thư Tỉnh ủy Bình An"), object="b", status="former"),
        Statement("b", "positionIn", span(text, "Bí thư Tỉnh ủy Bình An"), object="o"),
        Statement("p", "said", span(text, "khẳng định kế hoạch sẽ được thực hiện"), value="kế hoạch sẽ được thực hiện"),
    )
    article = Article(ident, text, "Bình An có kế hoạch mới", "2024-03-06", "Báo Bình An", "https://example.org/1")
    return Annotation(article, entities, statements)


def planned(ident: str = "binh-an-2") -> Annotation:
    """An event that is planned, and the same plan as in `issued` once more."""
    text = PLANNED
    entities = (
        entity(text, "x", "Organization", "Tỉnh ủy Bình An"),
        entity(text, "y", "Event", "Hội nghị Bình An xanh"),
        entity(text, "z", "Document", "Kế hoạch số 12-KH/TU"),
    )
    sentence = span(text, "Tỉnh ủy Bình An sẽ tổ chức Hội nghị Bình An xanh")
    statements = (
        Statement("y", "organizer", sentence, object="x", status="planned", confidence=0.8),
        Statement("z", "issuedBy", span(text, "Kế hoạch số 12-KH/TU"), object="x", confidence=0.3),
        Statement("y", "theme", sentence, value="Bình An xanh", attributed_to="x", status="reported"),
    )
    return Annotation(Article(ident, text, "Sắp có hội nghị", "2024-04-01"), entities, statements)


def many(count: int) -> Sequence[Annotation]:
    """Articles that each hold a body of their own and one that all share: a star of stars."""
    made = []
    for number in range(count):
        names = [f"Sở thứ {number} của Bình An", "Tỉnh ủy Bình An", f"Phòng {number} A", f"Phòng {number} B"]
        text = ", ".join(names) + "."
        entities = tuple(entity(text, f"e{i}", "Organization", name) for i, name in enumerate(names))
        evidence = Span(0, len(text))
        pairs = (("e0", "e1"), ("e2", "e0"), ("e3", "e0"))
        statements = tuple(Statement(part, "partOf", evidence, object=whole) for part, whole in pairs)
        made.append(Annotation(Article(f"many-{number:03}", text), entities, statements))
    return made
