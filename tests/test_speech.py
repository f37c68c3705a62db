"""What somebody says: who speaks, which words are said, and where nobody says anything."""

from __future__ import annotations

import pytest

from vnkg import annotate, extract, knowledge, link
from vnkg.extract.quotes import Quotes
from vnkg.extract.scene import Line, Scene
from vnkg.extract.speech import SpeechReader
from vnkg.model import Article
from vnkg.text import view

KNOWLEDGE = knowledge.load()
ANNOTATE, LINK, EXTRACT = annotate.prepare(KNOWLEDGE), link.prepare(KNOWLEDGE), extract.prepare(KNOWLEDGE)


def said(text: str) -> list[tuple[str, str]]:
    """(speaker, words) of all sayings of a text, in text order."""
    page = ANNOTATE(Article("a", text), view(text))
    entities = LINK(page)
    names = {entity.id: entity.name for entity in entities}
    return [(names[s.subject], s.value or "") for s in EXTRACT(page, entities) if s.predicate == "said"]


@pytest.mark.parametrize(("text", "words"), [
    ("Ông Trần Văn Minh cho biết, tỉnh sẽ sửa ba cây cầu trong năm nay.", "tỉnh sẽ sửa ba cây cầu trong năm nay"),
    ("Ông Trần Văn Minh khẳng định sẽ giữ lời hứa với người dân.", "sẽ giữ lời hứa với người dân"),
    ("Ông Trần Văn Minh cũng nhấn mạnh rằng mọi việc phải công khai.", "mọi việc phải công khai"),
    ("Ông Trần Văn Minh nói: “Làm được thì hãy hứa với dân”.", "Làm được thì hãy hứa với dân"),
    ("Ông Trần Văn Minh chia sẻ với phóng viên: “Bà con rất mừng vì có cầu mới”.", "Bà con rất mừng vì có cầu mới"),
    ("Theo ông Trần Văn Minh, cây cầu được xây từ năm 1998.", "cây cầu được xây từ năm 1998"),
    ("“Làm được thì hãy hứa với dân”, ông Trần Văn Minh nói.", "Làm được thì hãy hứa với dân"),
    ("\"Làm được thì hãy hứa với dân \" - ông Trần Văn Minh vui mừng nói.", "Làm được thì hãy hứa với dân"),
    ("Ông Trần Văn Minh gửi lời cảm ơn tới các thầy cô giáo trong tỉnh.", "cảm ơn tới các thầy cô giáo trong tỉnh"),
    ("Ông Trần Văn Minh nêu thực trạng: nhiều trường học đã xuống cấp.", "nhiều trường học đã xuống cấp"),
])
def test_the_words_that_a_person_says_are_found_with_their_bounds(text: str, words: str) -> None:
    assert said(text) == [("Trần Văn Minh", words)]


def test_a_quotation_over_several_lines_is_one_saying() -> None:
    text = "\"Cầu cũ đã hỏng nặng từ lâu.\nNăm nay tỉnh phải xây cầu mới\", ông Trần Văn Minh nói."
    assert said(text) == [("Trần Văn Minh", "Cầu cũ đã hỏng nặng từ lâu. Năm nay tỉnh phải xây cầu mới")]


def test_a_long_quotation_is_cut_at_the_end_of_a_sentence() -> None:
    long = "Chúng tôi đã đi từng nhà để hỏi ý kiến của bà con về con đường mới. " * 12
    [(_, words)] = said(f"“{long.strip()}”, ông Trần Văn Minh nói.")
    assert len(words) <= 330
    assert words.endswith("con đường mới.")


def test_a_pronoun_stands_for_the_person_who_spoke_before() -> None:
    text = ("Bà Lê Thị Hoa gặp ông Trần Văn Minh. Ông Minh cho biết cầu đã xong. "
            "Ông đề nghị các xã sớm làm đường nối.")
    assert said(text)[-1] == ("Trần Văn Minh", "các xã sớm làm đường nối")


def test_a_pronoun_fits_the_gender_of_the_person() -> None:
    text = "Ông Trần Văn Minh tiếp bà Lê Thị Hoa. Bà cho rằng tỉnh cần thêm trường học."
    assert said(text) == [("Lê Thị Hoa", "tỉnh cần thêm trường học")]


def test_a_title_alone_stands_for_its_holder() -> None:
    text = ("Bí thư Tỉnh ủy Cao Bằng Trần Văn Minh dự lễ khánh thành cầu. "
            "Bí thư Tỉnh ủy cho rằng cây cầu sẽ đổi thay cả vùng.")
    assert said(text) == [("Trần Văn Minh", "cây cầu sẽ đổi thay cả vùng")]


def test_a_description_between_name_and_verb_is_passed_over() -> None:
    text = "Ông Trần Văn Minh, Giám đốc Sở Xây dựng tỉnh Cao Bằng, cho hay, cầu đã xong từ tháng trước."
    assert said(text) == [("Trần Văn Minh", "cầu đã xong từ tháng trước")]


def test_bodies_speak_too() -> None:
    assert said("Sở Xây dựng tỉnh Cao Bằng đề nghị các huyện sớm bàn giao mặt bằng.") == [
        ("Sở Xây dựng tỉnh Cao Bằng", "các huyện sớm bàn giao mặt bằng")
    ]


def test_a_second_verb_of_the_speaker_opens_a_second_saying() -> None:
    text = "Ông Trần Văn Minh khẳng định cầu rất an toàn; đồng thời đề nghị người dân không chở quá tải."
    assert [words for _, words in said(text)] == ["cầu rất an toàn", "người dân không chở quá tải"]


def test_the_headline_of_a_person_is_what_he_says() -> None:
    assert said("Ông Trần Văn Minh: 'Cầu mới phải xong trước Tết'\n\nLễ khởi công đã diễn ra.") == [
        ("Trần Văn Minh", "Cầu mới phải xong trước Tết")
    ]


@pytest.mark.parametrize("text", [
    "Ông Trần Văn Minh phát biểu về công tác xây dựng cầu đường.",
    "Ông Trần Văn Minh phát biểu tại Hội nghị tổng kết năm 2024.",
    "Dự án do ông Trần Văn Minh đề xuất đã được phê duyệt.",
    "Theo Kế hoạch số 12/KH-UBND, cầu sẽ xong trong năm nay.",
    "Ông Trần Văn Minh đến thăm, chúc mừng các thầy cô giáo trong tỉnh.",
    "Tác phẩm “Cây cầu” được trao giải.",
])
def test_a_topic_a_visit_or_a_document_is_no_saying(text: str) -> None:
    assert said(text) == []


def test_the_words_stand_as_the_article_writes_them() -> None:
    assert said("Ông Trần Văn Minh cho rằng uỷ ban đã hoà giải xong.")[0][1] == "uỷ ban đã hoà giải xong"


def test_quotations_nest_and_an_empty_line_closes_what_is_open() -> None:
    text = "“a “b” c” d “e\n\n\"f g\" h"
    assert [text[q.start : q.end] for q in Quotes(text).all] == ["“a “b” c”", '"f g"']


def test_other_modules_can_ask_who_is_meant() -> None:
    text = "Ông Trần Văn Minh tiếp bà Lê Thị Hoa. Bà được bầu làm Chủ tịch Hội Nông dân tỉnh Cao Bằng."
    page = ANNOTATE(Article("a", text), view(text))
    entities = LINK(page)
    scene = Scene(page, entities)
    lines = [Line(sentence, items) for sentence, items, _ in scene.bare_lines]
    [person] = SpeechReader(KNOWLEDGE).subjects(scene, lines, ()).at(1, 0)
    assert scene.entities[person].name == "Lê Thị Hoa"


@pytest.mark.parametrize(("text", "speaker"), [
    ("Giá điện không tăng trong quý III, Bộ trưởng Trần Văn Minh nói.", "Trần Văn Minh"),
    ("Tỉnh đã sửa xong ba cây cầu, theo Sở Xây dựng tỉnh Hà Tĩnh.", "Sở Xây dựng tỉnh Hà Tĩnh"),
    ("Giá điện sẽ không tăng trong quý tới, ông Trần Văn Minh nói ngày 11/9.", "Trần Văn Minh"),
])
def test_a_speaker_may_close_the_sentence(text: str, speaker: str) -> None:
    assert said(text) == [(speaker, text.rsplit(",", 1)[0])]


def test_what_a_body_has_found_may_begin_with_a_name() -> None:
    assert said("Ủy ban Kiểm tra Trung ương kết luận ông Trần Văn Minh đã vi phạm quy chế làm việc.") == [
        ("Ủy ban Kiểm tra Trung ương", "ông Trần Văn Minh đã vi phạm quy chế làm việc")
    ]
    assert said("Bộ trưởng Trần Văn Minh kết luận Hội nghị.") == []


@pytest.mark.parametrize(("text", "speaker", "words"), [
    ('"Thủ tướng sẽ thăm Lào từ ngày 26/5", Bộ Ngoại giao hôm nay phát thông cáo.', "Bộ Ngoại giao",
     "Thủ tướng sẽ thăm Lào từ ngày 26/5"),
    ("Đoàn sẽ đến thăm Lào trong tuần tới, theo thông cáo báo chí của Bộ Ngoại giao ngày 22/9.", "Bộ Ngoại giao",
     "Đoàn sẽ đến thăm Lào trong tuần tới"),
    ("Đoàn đến thăm Lào nhằm củng cố quan hệ, thông cáo của Bộ Ngoại giao cho biết.", "Bộ Ngoại giao",
     "Đoàn đến thăm Lào nhằm củng cố quan hệ"),
    ("Báo cáo của Sở Y tế Hà Tĩnh nêu rõ, số ca bệnh đã giảm mạnh.", "Sở Y tế Hà Tĩnh", "số ca bệnh đã giảm mạnh"),
    ("“Hai bên cũng phối hợp chặt chẽ,” ông Lê Văn Hải nói.", "Lê Văn Hải", "Hai bên cũng phối hợp chặt chẽ"),
])
def test_texts_speak_for_their_authors(text: str, speaker: str, words: str) -> None:
    assert said(text) == [(speaker, words)]


@pytest.mark.parametrize(("text", "words"), [
    ("Bí thư Tỉnh ủy Hà Tĩnh Lê Văn Hải xin nghỉ. Người đứng đầu Tỉnh ủy cho biết, ông có nhiều bệnh.",
     "ông có nhiều bệnh"),
    ("Chủ tịch UBND TP HCM Lê Văn Hải dự họp. Theo người đứng đầu chính quyền thành phố, mọi việc phải hỏi trước.",
     "mọi việc phải hỏi trước"),
    ("Thủ tướng Lê Văn Hải dự họp. Người đứng đầu Chính phủ yêu cầu phải đẩy mạnh cải cách.",
     "phải đẩy mạnh cải cách"),
])
def test_who_heads_a_body_speaks_under_that_description_too(text: str, words: str) -> None:
    assert said(text) == [("Lê Văn Hải", words)]


def test_giving_a_body_a_task_is_a_demand_and_giving_land_is_none() -> None:
    assert said("UBND tỉnh Hà Tĩnh giao Sở Y tế rà soát các trạm xá.") == [
        ("UBND tỉnh Hà Tĩnh", "Sở Y tế rà soát các trạm xá")]
    assert said("UBND tỉnh Hà Tĩnh giao đất cho dân nghèo trong tỉnh.") == []


def test_who_heads_the_state_is_found_by_the_full_title() -> None:
    text = ("Chủ tịch nước Lê Văn Hải và Chủ tịch UBND tỉnh Hà Tĩnh Trần Văn An dự lễ. "
            "Người đứng đầu nhà nước khẳng định Việt Nam coi trọng hòa bình.")
    assert said(text) == [("Lê Văn Hải", "Việt Nam coi trọng hòa bình")]


@pytest.mark.parametrize(("sentence", "speaker"), [
    ("Theo kết luận của Ủy ban Kiểm tra Trung ương, ông Bảo đã vi phạm quy chế.", "Ủy ban Kiểm tra Trung ương"),
    ("Theo điều tra của UNICEF, nhiều trẻ em bị phạt.", "UNICEF"),
    ("Ông Trần Văn Lâm là đại biểu Quốc hội. Theo đại biểu này, nhiều trẻ em bị phạt.", "Trần Văn Lâm"),
])
def test_findings_and_that_deputy_speak_for_those_behind_them(sentence: str, speaker: str) -> None:
    assert [who for who, _ in said(sentence)] == [speaker]


@pytest.mark.parametrize("opening", ["Như báo Tuổi Trẻ đã đưa tin", "Theo thông tin vừa được báo Tuổi Trẻ công bố"])
def test_an_outlet_has_said_what_it_reported_before(opening: str) -> None:
    assert said(f"{opening}, cây cầu đã hỏng từ tháng trước.") == [
        ("báo Tuổi Trẻ", "cây cầu đã hỏng từ tháng trước")]


def test_being_like_somebody_says_nothing() -> None:
    assert said("Như ông Trần Văn Minh, nhiều người dân không đồng ý với giá đền bù.") == []


def test_who_speaks_on_behalf_of_others_is_the_speaker() -> None:
    text = "Bà Lê Thị Hoa thay mặt lãnh đạo Đảng, Nhà nước đề nghị tỉnh làm tốt công tác đền bù."
    assert said(text) == [("Lê Thị Hoa", "tỉnh làm tốt công tác đền bù")]


def test_a_pronoun_means_who_is_called_with_it() -> None:
    text = "Khác chị Lê Thị Hoa, bà Trịnh Thị Hai nấu cơm từ thiện. Bà nói còn khỏe thì còn nấu cơm."
    assert said(text) == [("Trịnh Thị Hai", "còn khỏe thì còn nấu cơm")]


def test_words_may_be_told_with_a_smile() -> None:
    assert said("Chị Lê Thị Hoa cười hiền: “Hồi đó tôi sợ mắc nợ lắm”.") == [
        ("Lê Thị Hoa", "Hồi đó tôi sợ mắc nợ lắm")]


def test_a_report_speaks_for_its_author_whoever_presents_it() -> None:
    text = "Theo báo cáo của Sở Tài chính do Phó Giám đốc Đoàn Minh Quế trình bày, thu ngân sách của tỉnh tăng khá."
    assert said(text) == [("Sở Tài chính", "thu ngân sách của tỉnh tăng khá")]


def test_each_body_s_task_is_said_by_itself() -> None:
    text = "Ông Lê Văn Nam giao Sở Xây dựng rà soát bến bãi; giao Công an tỉnh kiểm tra xe. Đoàn giao lưu văn nghệ."
    assert said(text) == [("Lê Văn Nam", "Sở Xây dựng rà soát bến bãi"), ("Lê Văn Nam", "Công an tỉnh kiểm tra xe")]


def test_the_credit_of_a_picture_is_not_said() -> None:
    assert said("Ông Lê Văn Nam phát biểu sau khi được bầu làm chủ tịch - Ảnh: Trung tâm truyền thông tỉnh.") == []


def test_a_clause_on_the_office_may_open_what_is_said() -> None:
    text = "Ông Lê Văn Nam khẳng định trên cương vị mới sẽ nêu cao vai trò, trách nhiệm của người đứng đầu."
    assert said(text) == [("Lê Văn Nam", "trên cương vị mới sẽ nêu cao vai trò, trách nhiệm của người đứng đầu")]


def test_thanks_and_what_is_told_after_them_are_two_sayings() -> None:
    text = "Ông Lê Văn Nam cảm ơn sự đón tiếp trọng thị của xã và cho biết, tỉnh sẽ làm thêm đường mới."
    assert said(text) == [("Lê Văn Nam", "cảm ơn sự đón tiếp trọng thị của xã"),
                          ("Lê Văn Nam", "tỉnh sẽ làm thêm đường mới")]
