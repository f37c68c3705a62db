"""Three short articles about the invented province Bình An, annotated by hand, for the tests of the graph."""

from __future__ import annotations

from vnkg.model import CORPUS, LOCAL, NAME, NOMINAL, Annotation, Article, Attributes, Entity, Mention, Span, Statement

PLAN = (
    "Ngày 31/8/2025, Ban Thường vụ Tỉnh ủy Bình An ban hành Kế hoạch số 7-KH/TU.\r\n"
    'Ông Trần Văn Minh, Bí thư Tỉnh ủy Bình An, cho biết: "Đã có gần 600 văn bản" & sẽ mở hội thảo.'
)
WORKSHOP = (
    "Tháng 11/2025, Tỉnh uỷ Bình An tổ chức Hội thảo lần thứ XX. "
    "Bí thư Tỉnh ủy Bình An Trần Văn Minh chủ trì hội thảo. Ngày 15/1 có thể họp tiếp."
)
FAREWELL = "Nguyên Bí thư Tỉnh ủy Bình An Trần Văn Minh không dự họp ngày 15/1."

POST = ("Position", "Bí thư Tỉnh ủy Bình An", "Position|bí thư|tỉnh ủy bình an")
MINH = ("Person", "Trần Văn Minh", "Person|trần văn minh")


def spans(text: str, *forms: str) -> list[tuple[int, int]]:
    """Bounds of the first place of each form."""
    return [(text.index(form), text.index(form) + len(form)) for form in forms]


def entity(text: str, id: str, type: str, name: str, key: str = "", *, forms: tuple[str, ...] = (),  # noqa: A002
           nominal: tuple[str, ...] = (), label_en: str = "", attributes: Attributes = ()) -> Entity:
    found = [Mention(*span, type) for span in spans(text, *(forms or (name,)))]
    found += [Mention(*span, type, NOMINAL) for span in spans(text, *nominal)]
    assert all(m.kind in (NAME, NOMINAL) for m in found)
    return Entity(id, type, name, tuple(found), key, CORPUS if key else LOCAL, label_en, attributes)


def day(text: str, id: str, form: str, edtf: str, granularity: str = "day") -> Entity:  # noqa: A002
    return entity(text, id, "TimeSpan", form, attributes=(("edtf", edtf), ("granularity", granularity)))


def says(text: str, subject: str, predicate: str, object: str | None, words: str, **more: object) -> Statement:  # noqa: A002
    return Statement(subject, predicate, Span(*spans(text, words)[0]), object, **more)  # type: ignore[arg-type]


def plan() -> Annotation:
    text = PLAN
    return Annotation(
        Article("ke-hoach-1", text, "Kế hoạch <b>mới</b>", "2025-11-12", "Báo Bình An", "https://example.org/tin?a=1"),
        (
            day(text, "e1", "Ngày 31/8/2025", "2025-08-31"),
            entity(text, "e2", "Organization", "Ban Thường vụ Tỉnh ủy Bình An",
                   "Organization|ban thường vụ tỉnh ủy bình an",
                   label_en="Standing Board of the Bình An Party Committee",
                   attributes=(("kind", "party"), ("level", "province"))),
            entity(text, "e3", "Document", "Kế hoạch số 7-KH/TU", "Document|7-kh/tu|ban thường vụ tỉnh ủy bình an|2025",
                   attributes=(("kind", "plan"), ("number", "7-KH/TU"), ("year", "2025"))),
            entity(text, "e4", *MINH),
            entity(text, "e5", *POST),
            entity(text, "e6", "Quantity", "gần 600 văn bản",
                   attributes=(("amount", "600.0"), ("approximator", "nearly"), ("unit", "văn bản"))),
        ),
        (
            says(text, "e3", "issuedBy", "e2", "Ban Thường vụ Tỉnh ủy Bình An ban hành Kế hoạch số 7-KH/TU",
                 confidence=0.95, rule="issue"),
            says(text, "e3", "issuedOn", "e1", "Ngày 31/8/2025", confidence=0.9),
            says(text, "e4", "holds", "e5", "Trần Văn Minh, Bí thư Tỉnh ủy Bình An", rule="apposition"),
            says(text, "e4", "said", None, "cho biết", value='"Đã có gần 600 văn bản"'),
            says(text, "e3", "quantity", "e6", "gần 600 văn bản", status="reported", attributed_to="e4"),
            says(text, "e3", "about", "e2", "Kế hoạch", confidence=0.3),
        ),
    )


def workshop() -> Annotation:
    text = WORKSHOP
    return Annotation(
        Article("hoi-thao-2", text, None, "2025-12-01"),
        (
            day(text, "a", "Tháng 11/2025", "2025-11", "month"),
            entity(text, "b", "Organization", "Tỉnh uỷ Bình An", "Organization|tỉnh ủy bình an"),
            entity(text, "c", "Event", "Hội thảo lần thứ XX", nominal=("hội thảo",),
                   attributes=(("kind", "workshop"),)),
            entity(text, "d", *MINH, forms=("Minh", "Trần Văn Minh")),
            entity(text, "f", *POST),
            day(text, "g", "Ngày 15/1", "XXXX-01-15"),
        ),
        (
            says(text, "c", "time", "a", "Tháng 11/2025"),
            says(text, "c", "organizer", "b", "Tỉnh uỷ Bình An tổ chức Hội thảo"),
            says(text, "c", "ordinal", None, "lần thứ XX", value="20"),
            says(text, "c", "chair", "d", "Trần Văn Minh chủ trì hội thảo"),
            says(text, "d", "holds", "f", "Bí thư Tỉnh ủy Bình An Trần Văn Minh"),
            says(text, "c", "time", "g", "Ngày 15/1", status="planned"),
        ),
    )


def farewell() -> Annotation:
    text = FAREWELL
    return Annotation(
        Article("Chia tay/3", text, None, "2026-03-01"),
        (entity(text, "p", *MINH), entity(text, "q", *POST), day(text, "r", "ngày 15/1", "XXXX-01-15")),
        (says(text, "p", "holds", "q", "Nguyên Bí thư Tỉnh ủy Bình An Trần Văn Minh", status="former"),),
    )


def annotations() -> list[Annotation]:
    return [plan(), workshop(), farewell()]
