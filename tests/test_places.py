"""Places in sentences of our own: heads, names that only sometimes are places, and heads that stand for a place."""

from __future__ import annotations

import pytest

from told import tell


def places(text: str) -> list[str]:
    return tell(text).mentions("Place")


@pytest.mark.parametrize("place", [
    "tỉnh Hà Tĩnh", "TP. Vinh", "TP HCM", "thành phố Hải Phòng", "huyện Nghi Xuân", "xã Tiên Điền", "thị trấn Xuân An",
    "thị xã Hồng Lĩnh", "quận 1", "thôn Đông Hải", "đường Nguyễn Thị Minh Khai", "sân bay Nội Bài", "Biển Đông",
    "quần đảo Trường Sa", "sông Ngàn Sâu", "Việt Nam", "Trung Quốc", "quốc lộ 1A",
])
def test_a_head_belongs_to_the_name_of_its_place(place: str) -> None:
    assert places(f"Hôm qua đoàn đã đến {place} khá muộn.") == [place]


def test_the_head_of_a_sentence_may_have_a_capital() -> None:
    assert places("Thành phố Vinh mở rộng. Xã Tiên Điền đón khách.") == ["Thành phố Vinh", "Xã Tiên Điền"]


def test_a_place_lies_in_the_wider_one_after_the_comma() -> None:
    told = tell("Lễ hội mở tại xã Tiên Điền, huyện Nghi Xuân, tỉnh Hà Tĩnh.")
    assert told.pairs("locatedIn") == [("huyện Nghi Xuân", "tỉnh Hà Tĩnh"), ("xã Tiên Điền", "huyện Nghi Xuân")]


def test_provinces_in_a_row_do_not_lie_in_one_another() -> None:
    told = tell("Mưa lớn ở tỉnh Nghệ An, tỉnh Hà Tĩnh và tỉnh Quảng Bình.")
    assert told.mentions("Place") == ["tỉnh Nghệ An", "tỉnh Hà Tĩnh", "tỉnh Quảng Bình"]
    assert told.facts("locatedIn") == []


def test_a_word_that_is_also_a_country_is_one_only_where_a_place_can_stand() -> None:
    assert places("Đoàn sang Đức rồi về nước Anh.") == ["Đức", "nước Anh"]
    assert places("Anh Nam học luật. Đức tính tốt. Ý kiến hay. Pháp luật nghiêm minh.") == []


def test_a_person_named_like_a_country_is_no_place() -> None:
    assert places("Ông Vũ Quang Đức cảm ơn bà Hà Thị Mỹ.") == []


def test_the_man_is_not_the_city() -> None:
    text = "Chủ tịch Hồ Chí Minh căn dặn. Bảo tàng Hồ Chí Minh và Học viện Chính trị quốc gia Hồ Chí Minh mở cửa."
    assert places(text) == []
    assert places("UBND thành phố Hồ Chí Minh và Công an TP Hồ Chí Minh cùng họp.") == [
        "thành phố Hồ Chí Minh", "TP Hồ Chí Minh"]


def test_a_mausoleum_is_not_named_after_a_title() -> None:
    assert places("Đoàn vào Lăng Chủ tịch.") == []


def test_cities_joined_by_dashes_are_places_each() -> None:
    assert places("Tàu chạy Hà Nội - Huế - Sài Gòn.") == ["Hà Nội", "Huế", "Sài Gòn"]


def test_a_name_that_had_its_head_once_needs_it_no_more() -> None:
    told = tell("Xã Nậm Chạc giáp biên giới. Người dân Nậm Chạc trồng rừng.")
    assert told.groups("Place") == [["Xã Nậm Chạc", "Nậm Chạc"]]


def test_a_street_lends_its_name_to_nothing_else() -> None:
    told = tell("Nhà ở phố Nguyễn Du. Trường Nguyễn Du ở gần đó.")
    assert told.mentions("Place") == ["phố Nguyễn Du"]
    assert told.facts("jurisdiction") == []


def test_bare_heads_stand_for_the_place_of_their_kind() -> None:
    told = tell("Huyện Nghi Xuân thuộc tỉnh Hà Tĩnh. Huyện mở lễ hội. Lãnh đạo tỉnh đến dự.")
    assert told.groups("Place") == [["Huyện Nghi Xuân", "Huyện"], ["tỉnh Hà Tĩnh", "tỉnh"]]


@pytest.mark.parametrize("text", [
    "Các tỉnh lân cận cùng tham gia.", "Nhiều huyện, thị xã báo cáo.", "Cấp tỉnh quyết định.", "Mỗi xã một sản phẩm.",
    "Vinh có 24 phường.", "Các xã, phường ra quân.",
])
def test_kinds_and_numbers_of_places_are_no_place(text: str) -> None:
    assert tell(text).nominals("Place") == []


def test_the_country_is_what_a_vietnamese_article_calls_so() -> None:
    told = tell("Việt Nam hội nhập. Đất nước đổi mới.")
    assert told.groups("Place") == [["Việt Nam", "Đất nước"]]


@pytest.mark.parametrize("text", ["Hội chợ Mùa xuân lần thứ 4 khai mạc.", "Tỉnh yêu cầu Sở Y tế báo cáo.", "Nhà nước."])
def test_a_head_inside_another_word_is_none(text: str) -> None:
    assert places(text) == []


def test_the_seat_of_a_body_is_a_place_that_holds_its_name() -> None:
    told = tell("Đoàn dừng ở trụ sở Tỉnh ủy Hà Tĩnh.")
    assert told.mentions("Place") == ["trụ sở Tỉnh ủy Hà Tĩnh", "Hà Tĩnh"]
    assert told.mentions("Organization") == ["Tỉnh ủy Hà Tĩnh"]


def test_the_country_is_meant_by_its_noun_only_where_the_article_names_it() -> None:
    assert tell("Họ muốn xây dựng đất nước.").nominals("Place") == []
    assert tell("Việt Nam đổi mới. Họ muốn xây dựng đất nước.").nominals("Place") == ["đất nước"]


def test_a_foreign_name_may_follow_a_country() -> None:
    told = tell("Thủ tướng Hà Lan Mark Rutter đến thăm.")
    assert told.mentions("Place") == ["Hà Lan"]
    assert told.mentions("Person") == ["Mark Rutter"]


@pytest.mark.parametrize(("text", "places"), [
    ("Diễn đàn Doanh nghiệp Việt - Đức khai mạc.", ["Việt", "Đức"]), ("Hợp tác Á - Âu bền chặt.", ["Á", "Âu"]),
    ("Anh Việt gặp chị Âu.", []), ("Đoàn khảo sát tại đồng bằng sông Cửu Long.", ["đồng bằng sông Cửu Long"]),
])
def test_short_names_of_countries_and_continents_count_in_pairs_only(text: str, places: list[str]) -> None:
    assert tell(text).mentions("Place") == places


@pytest.mark.parametrize(("text", "places"), [
    ("Đoàn rời cao tốc Cần Thơ - Cà Mau.", ["cao tốc Cần Thơ - Cà Mau", "Cần Thơ", "Cà Mau"]),
    ("Tuyến cao tốc Trung Lương – Mỹ Thuận – Cần Thơ thông xe.",
     ["Tuyến cao tốc Trung Lương – Mỹ Thuận – Cần Thơ", "Trung Lương", "Mỹ Thuận", "Cần Thơ"]),
    ("Dự án đường bộ cao tốc Bắc - Nam phía Đông khởi công.", ["đường bộ cao tốc Bắc - Nam phía Đông"]),
    ("Đoàn đến hồ U Minh Hạ và sân bay An Giang.", ["hồ U Minh Hạ", "sân bay An Giang", "An Giang"]),
    ("Đoàn thăm Khu tưởng niệm Chủ tịch Hồ Chí Minh.", ["Khu tưởng niệm Chủ tịch Hồ Chí Minh"]),
    ("Đoàn dâng hoa tại Tượng đài Hoàng đế Quang Trung.", ["Tượng đài Hoàng đế Quang Trung"]),
    ("Cầu Rồng Vàng 2, sân bay Lũng Tràm 3 km và khu phố Tân Lập 1 được sửa.",
     ["Cầu Rồng Vàng 2", "sân bay Lũng Tràm", "khu phố Tân Lập 1"]),
    ("Đoàn đến Đài tưởng niệm các Anh hùng liệt sĩ.", ["Đài tưởng niệm các Anh hùng liệt sĩ"]),
    ("Tỉnh điều động Chánh thanh tra về sở.", []),
    ("Liên hiệp các tổ chức hữu nghị tỉnh Hà Nam - Vinh danh doanh nghiệp.", ["tỉnh Hà Nam"]),
    ("Ông làm tại Ban Quản lý các khu công nghiệp tỉnh Hà Nam.", ["tỉnh Hà Nam"]),
    ("Trưởng Ban Quản lý các khu công nghiệp Nguyễn Hữu Bình phát biểu.", []),
])
def test_sites_and_roads_keep_their_whole_names_and_hold_known_places(text: str, places: list[str]) -> None:
    assert tell(text).mentions("Place") == places


def test_no_post_is_read_inside_the_name_of_a_site() -> None:
    assert tell("Đoàn thăm Khu tưởng niệm Chủ tịch Hồ Chí Minh.").mentions("Position") == []


def test_the_name_of_a_place_behind_ong_begins_a_persons_name() -> None:
    told = tell("Ông Đồng Văn Thanh phát biểu.")
    assert (told.mentions("Place"), told.mentions("Person")) == ([], ["Đồng Văn Thanh"])


def test_a_federation_ends_before_the_name_of_its_president() -> None:
    told = tell("Tổng thống Liên bang Nga Vladimir Putilin đến thăm Hà Nội.")
    assert told.mentions("Place") == ["Liên bang Nga", "Hà Nội"]
    assert told.mentions("Person") == ["Vladimir Putilin"]


def test_an_economic_zone_in_general_is_no_place() -> None:
    assert tell("Tỉnh đề xuất mô hình đặc khu kinh tế.").nominals("Place") == ["Tỉnh"]


def test_kinds_of_places_in_a_list_are_no_place() -> None:
    text = "Các đơn vị hành chính là huyện, quận, thị xã, thành phố và xã, phường."
    assert tell(text).nominals("Place") == []


def test_an_unknown_name_before_a_comma_and_a_known_place_is_a_place() -> None:
    told = tell("Các đoạn từ Cao Bồng, Nam Định đến Bãi Vọng, Hà Tĩnh.")
    assert told.pairs("locatedIn") == [("Bãi Vọng", "Hà Tĩnh"), ("Cao Bồng", "Nam Định")]
    assert tell("Quà được trao đến Trần Văn An, Hà Tĩnh.").mentions("Place") == ["Hà Tĩnh"]


def test_the_country_behind_kinds_of_places_is_named_alone() -> None:
    assert tell("Các tỉnh, thành phố Việt Nam hợp tác với các bang của Đức.").mentions("Place") == ["Việt Nam", "Đức"]


def test_a_short_name_that_was_a_country_is_one_at_the_head_of_a_sentence_too() -> None:
    assert places("Thủ tướng thăm Đức. Đức là đối tác lớn.") == ["Đức", "Đức"]
    assert places("Ông Lê Minh Đức thăm Đức. Đức là người thợ giỏi.") == ["Đức"]


def test_a_medal_is_no_district() -> None:
    assert places("Ông nhận Huân chương hạng Ba vì có thành tích.") == []


def test_a_seat_that_is_still_to_be_built_is_no_place() -> None:
    assert tell("Tỉnh tìm đất để xây trụ sở UBND mới.").mentions("Place") == []
    assert tell("Ông đến trụ sở UBND mới.").mentions("Place") == ["trụ sở UBND"]


def test_a_short_name_of_china_counts_in_pairs_and_roads_by_their_numbers() -> None:
    assert places("Căng thẳng Mỹ - Trung kéo dài.") == ["Mỹ", "Trung"]
    assert places("Tỉnh ở miền Trung - Tây Nguyên.") == ["miền Trung", "Tây Nguyên"]
    assert places("Huyện Hà Trung - Thanh Hóa.") == ["Huyện Hà Trung", "Thanh Hóa"]
    assert places("Sở khởi động đường vành đai 3 và Vành đai 4.") == ["đường vành đai 3", "Vành đai 4"]


def test_the_head_of_a_province_may_follow_a_word_that_other_heads_end() -> None:
    assert places("Kỳ thi quốc gia tỉnh Hà Nam diễn ra.") == ["tỉnh Hà Nam"]


@pytest.mark.parametrize("place", [
    "tuyến metro số 1", "KĐTM Phú Lâm", "trạm BOT Phú Lâm", "Khu chức năng số 2A", "bãi rác Phú Lâm", "thủ đô Canberra",
])
def test_lines_estates_stations_and_capitals_are_places(place: str) -> None:
    assert places(f"Đoàn đã đến {place}.")[0] == place


def test_no_toll_station_is_named_by_its_kind_of_contract() -> None:
    assert places("Đoàn đã đến trạm thu phí BOT.") == []


def test_a_road_may_be_improved() -> None:
    assert places("Bộ cho nâng cấp quốc lộ 1A.") == ["quốc lộ 1A"]


def test_a_city_behind_its_committee_keeps_its_head() -> None:
    assert places("Ông là phó chủ tịch UBND TP Đà Lạt.") == ["TP Đà Lạt"]


def test_a_house_number_may_end_with_a_letter() -> None:
    told = tell("Quán mở ở nhà 8B Lê Lợi, lớp học đàn ở tại số 5A Lý Thường Kiệt.")
    assert told.mentions("Place") == ["nhà 8B Lê Lợi", "Lê Lợi", "số 5A Lý Thường Kiệt", "Lý Thường Kiệt"]
    assert told.mentions("Person") == []


def test_a_syllable_of_a_name_is_no_country() -> None:
    assert places("Xe dừng ở trạm BOT Minh Đức.") == ["trạm BOT Minh Đức"]


def test_places_listed_before_the_one_that_holds_them_all_lie_in_it() -> None:
    told = tell("Cử tri ba nơi (phường An Khê, phường Phú Lâm, phường Hòa Sơn, quận Hải Châu) đi bầu.")
    assert told.pairs("locatedIn") == [
        ("phường An Khê", "quận Hải Châu"), ("phường Hòa Sơn", "quận Hải Châu"), ("phường Phú Lâm", "quận Hải Châu")]


def test_a_list_that_goes_on_behind_the_wider_place_stays_a_list() -> None:
    told = tell("Ông thăm xã An Khê, xã Bình Lâm, huyện Hòa Sơn, huyện Phú Thạch.")
    assert ("xã An Khê", "huyện Hòa Sơn") not in told.pairs("locatedIn")


def test_a_province_named_like_a_word_is_one_in_a_list_and_behind_a_short_form() -> None:
    assert places("Vụ này, Hòa Bình, Yên Bái được mùa ngô.") == ["Hòa Bình", "Yên Bái"]
    assert places("Hôm qua Sở GD-ĐT Hòa Bình mở lớp học đàn.") == ["Hòa Bình"]


def test_the_place_that_opens_a_sentence_is_the_city_of_that_sentence() -> None:
    told = tell("Hà Nội có nhiều chợ. Hà Nội đã họp. Tại Đà Nẵng, ông Trần Văn Minh nói thành phố có 15 khu chợ.")
    assert ["Đà Nẵng", "thành phố"] in told.groups("Place")


@pytest.mark.parametrize(("text", "expected"), [
    ("Xã mới gồm các xã Nà Mòn, Tòng Sậu và Đồng Vân.", ["Nà Mòn", "Tòng Sậu", "Đồng Vân"]),
    ("Lớp mở ở 3 huyện: Bắc Lâm, Hòa Tân, Phú Hạ.", ["Bắc Lâm", "Hòa Tân", "Phú Hạ"]),
    ("Ông cảm ơn các tỉnh Savan, Salavan.", ["Savan", "Salavan"]),
    ("Các xã Chủ tịch đã thăm đều vui.", []),
    ("Trưởng thôn Nguyễn Văn Lợi và trưởng thôn Đông Hải dự họp.", ["thôn Đông Hải"]),
    ("Xe đi QL27B rồi rẽ sang TL8.", ["QL27B", "TL8"]),
    ("Đoàn dự thượng đỉnh G7.", []),
    ("Khách tới nhà văn hóa xã và chợ đêm Phú Hạ.", ["nhà văn hóa xã", "chợ đêm Phú Hạ"]),
])
def test_names_in_lists_under_one_head_and_new_kinds_of_sites(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_all_places_of_a_list_lie_where_its_brackets_or_its_end_say() -> None:
    told = tell("Đoàn thăm xã An Khê và thị trấn Phú Lâm (huyện Hòa Sơn, tỉnh Kon Tum).")
    assert told.pairs("locatedIn") == [
        ("huyện Hòa Sơn", "tỉnh Kon Tum"), ("thị trấn Phú Lâm", "huyện Hòa Sơn"), ("xã An Khê", "huyện Hòa Sơn")]
    told = tell("Thị trấn Phú Lâm và các xã Nà Mòn, Tòng Sậu thuộc tỉnh Hòa Bình.")
    assert {place for place, _ in told.pairs("locatedIn")} == {"Thị trấn Phú Lâm", "Nà Mòn", "Tòng Sậu"}


def test_a_province_abroad_is_none_of_its_cities() -> None:
    told = tell("Xã giáp huyện Xiềng Khọ, tỉnh Hủa Phăn, Lào.")
    assert ("huyện Xiềng Khọ", "tỉnh Hủa Phăn") in told.pairs("locatedIn")


def test_the_province_of_the_title_is_home_when_no_other_is_named_as_often() -> None:
    told = tell(
        "Vĩnh Long họp bàn việc mới\nHà Giang, Bến Tre và Vĩnh Long gặp nhau. Vĩnh Long nêu ý kiến. Khách từ Bến Tre "
        "đến. Chủ nhà mong tỉnh sớm có cầu."
    )
    assert "tỉnh" in next(group for group in told.groups("Place") if "Vĩnh Long" in group)


@pytest.mark.parametrize(("text", "expected"), [
    ("Bộ đội giúp dân xã Tuy Phước Đông và phường An Nhơn Nam.", ["xã Tuy Phước Đông", "phường An Nhơn Nam"]),
    ("Lễ mở tại Trung tâm Hội nghị tỉnh Nghệ An.", ["Trung tâm Hội nghị tỉnh Nghệ An", "tỉnh Nghệ An"]),
    ("Lễ mở tại Trung tâm Chính trị - Hành chính tỉnh.", ["Trung tâm Chính trị - Hành chính tỉnh"]),
    ("Lớp dạy tiếng Nhật cho người sang Nhật.", ["Nhật"]),
    ("Khách thăm nhà máy nước Bình An.", []),
    ("Khách thăm Khu lưu niệm Thủ tướng Trần Văn Hải.", ["Khu lưu niệm Thủ tướng Trần Văn Hải"]),
])
def test_communes_by_the_compass_venues_of_a_level_and_sites_that_honour(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_a_road_of_a_province_has_a_number_and_persons_keep_their_names_behind_the_word_province() -> None:
    assert places("Xe rẽ vào đường tỉnh 494.") == ["đường tỉnh 494"]
    assert tell("Chủ tịch UBND tỉnh Hồ Văn Mai dự.").mentions("Person") == ["Hồ Văn Mai"]


@pytest.mark.parametrize("commune", ["xã Phùng Hưng", "xã Hướng Hồ", "phường Lý Nam Đế", "xã Đinh Tiên Lâm Hà"])
def test_a_person_may_stand_behind_a_commune_whose_name_begins_or_ends_like_a_person_s(commune: str) -> None:
    told = tell(f"Chủ tịch UBND {commune} Vũ Thị Mai dự.")
    assert told.mentions("Place") == [commune]
    assert told.mentions("Person") == ["Vũ Thị Mai"]


def test_no_province_is_called_like_a_continent() -> None:
    told = tell("Chủ tịch Hội Nông dân tỉnh Châu Mỹ Linh dự.")
    assert told.mentions("Person") == ["Châu Mỹ Linh"]


def test_a_commune_keeps_its_third_syllable_behind_a_known_name() -> None:
    assert tell("Khu đất ở xã Tân Phú Trung, huyện Củ Chi.").mentions("Place") == ["xã Tân Phú Trung", "huyện Củ Chi"]


def test_an_address_lies_in_its_street_and_the_address_alone_in_the_ward() -> None:
    told = tell("Trụ sở đặt tại số 32-34 đường Lê Lợi, phường Hoa Lư.")
    assert told.mentions("Place") == ["số 32-34 đường Lê Lợi", "đường Lê Lợi", "phường Hoa Lư"]
    assert told.pairs("locatedIn") == [
        ("số 32-34 đường Lê Lợi", "phường Hoa Lư"), ("số 32-34 đường Lê Lợi", "đường Lê Lợi")]


def test_one_house_is_one_place_under_several_heads() -> None:
    told = tell("Ông đến số 8 Lê Lợi. Tòa nhà 8 Lê Lợi đã cũ.")
    assert ["số 8 Lê Lợi", "Tòa nhà 8 Lê Lợi"] in told.groups("Place")


def test_a_person_behind_a_place_is_no_place() -> None:
    told = tell("Chủ tịch UBND tỉnh Hà Nam Trần Bình Minh phát biểu.")
    assert told.mentions("Person") == ["Trần Bình Minh"]
    assert told.mentions("Place") == ["tỉnh Hà Nam"]


def test_a_commune_named_by_the_compass_holds_no_other_place_in_a_list() -> None:
    assert tell("Cử tri các xã Mai Châu, Tây Mai Châu và Đông Mai Châu dự.").mentions("Place") == [
        "Mai Châu", "Tây Mai Châu", "Đông Mai Châu"]


def test_a_line_of_two_ends_is_a_road_and_one_without_is_only_what_follows_it() -> None:
    assert tell("Ông khảo sát tuyến đường Mai Châu - Tân Lạc.").mentions("Place")[0] == "tuyến đường Mai Châu - Tân Lạc"
    assert tell("Ông khảo sát tuyến đường Lê Lợi.").mentions("Place") == ["đường Lê Lợi"]
