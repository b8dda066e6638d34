"""Notices among reports: appointments and announcements, whose headlines say only what they are."""

from collections.abc import Sequence

import pytest

from loaders.sources.headlines import joint
from loaders.sources.notices import alike, closes, ends_as_notice
from loaders.sources.openings import Opening, opening
from loaders.sources.page import split

# All invented: places, people, companies.
# ruff: noqa: ISC004 - a paragraph of several lines is one item
VISIT = (
    "抢抓农时抓好冬修水利",
    [
        "2024年12月2日，区委书记沈知远轻车简从，深入柳浦镇、双桥乡，调研茶园改造和冬修水利工作。",
        "沈知远首先来到双桥村茶园，查看垦复和补植情况；在柳浦灌区，他沿渠步行，仔细询问清淤进度。",
        "沈知远强调，云湖山塘水库多，各地要抢抓晴好天气，把沟渠疏通、把山塘蓄满，让群众种粮都有底气。",
        "区水务局局长何清越参加调研。",
    ],
)
SIGNING = (
    "我区与四家单位签署战略合作协议",
    [
        "本报讯（记者 赵青）2024年12月3日，云湖区人民政府与青岚科技有限公司、临川师范大学、望湖银行、"
        "南塘研究院在望湖会议中心签署战略合作协议。",
        "区委书记沈知远，区委副书记、区长林秋出席签约仪式并共同见证签约。副区长贺明川代表区政府签约。",
        "根据协议，区政府将分别与四家单位在装备制造、普惠金融、茶园保护等方面深化合作。",
    ],
)
APPOINTMENTS = (
    "云湖区人民政府人事任免",
    [
        "2024年12月2日，云湖区人民政府决定：",
        "殷小满任云湖区水务局副局长（试用期一年）；",
        "农雪汀任云湖区文化和旅游局副局长（试用期一年）；",
        "免去丘以诚的云湖区林业局副局长职务。",
    ],
)
LIST = (
    "云湖区人大常委会任免名单",
    [
        "（2024年12月2日云湖区第九届人民代表大会常务委员会第十五次会议通过）",
        "任命卫南星为云湖区教育局局长；任命洪砚秋为云湖区司法局局长。",
        "免去贺望舒的云湖区教育局局长职务。",
    ],
)
LOST = (
    "遗失声明",
    ["云湖区惠民便利店遗失营业执照副本，声明作废。", "殷望秋遗失护士执业证书，声明作废。"],
)
Piece = tuple[str, list[str]]


def column(piece: Piece, measure: int) -> list[str]:
    """Set an article's paragraphs in rows of so many characters."""
    return [
        paragraph[at : at + measure]
        for paragraph in piece[1]
        for at in range(0, len(paragraph), measure)
    ]


def check(blocks: Sequence[Sequence[str]], pieces: Sequence[Piece]) -> None:
    text = "\n".join(row for block in blocks for row in block) + "\n"
    found = split(text)
    assert [one.title for one in found] == [title for title, _ in pieces]
    for one, (_, paragraphs) in zip(found, pieces, strict=True):
        written = "".join(text[one.start : one.stop].split())
        assert written == "".join("".join(paragraphs).split())


@pytest.mark.parametrize("measure", [15, 16, 18, 20])
@pytest.mark.parametrize("notice", [APPOINTMENTS, LIST], ids=["decree", "list"])
def test_appointments_below_a_report_are_an_article_when_all_headlines_stand_at_the_end(
    notice: Piece, measure: int
) -> None:
    pieces = SIGNING, VISIT, notice
    bodies = [column(one, measure) for one in pieces]
    heads = [SIGNING[0], "沈知远深入乡镇调研时强调", VISIT[0], notice[0]]
    check([*bodies, heads], pieces)


@pytest.mark.parametrize("measure", [16, 19])
def test_appointments_between_reports_find_their_headline_below_the_page(measure: int) -> None:
    pieces = SIGNING, APPOINTMENTS, VISIT
    bodies = [column(one, measure) for one in pieces]
    check([[SIGNING[0]], *bodies, [APPOINTMENTS[0], VISIT[0]]], pieces)


@pytest.mark.parametrize("measure", [15, 17, 20])
def test_a_notice_of_two_sentences_ends_where_it_says_so(measure: int) -> None:
    pieces = SIGNING, LOST, VISIT
    blocks = [part for one in pieces for part in ([one[0]], column(one, measure))]
    check(blocks, pieces)


@pytest.mark.parametrize("measure", [14, 16, 22])
@pytest.mark.parametrize("above", [True, False])
def test_a_line_that_says_who_witnessed_is_not_the_main_headline(
    measure: int, *, above: bool
) -> None:
    heads = ["沈知远林秋见证签约", SIGNING[0]]
    body, other = column(SIGNING, measure), column(VISIT, 18)
    if above:
        check([heads, body, [VISIT[0]], other], (SIGNING, VISIT))
    else:
        check([body, other, heads, [VISIT[0]]], (SIGNING, VISIT))


def test_what_an_agreement_provides_opens_no_article() -> None:
    assert opening("根据协议，区政府将分别与四家单位深化合作。") is Opening.INSIDE


def test_a_line_that_names_who_speaks_begins_the_headlines_of_the_next_article() -> None:
    pieces = SIGNING, VISIT
    heads = [SIGNING[0], "沈知远深入乡镇调研时强调", VISIT[0]]
    check([*(column(one, 18) for one in pieces), heads], pieces)


def test_a_notice_keeps_its_headline_whose_first_line_is_the_name_of_its_body() -> None:
    kickoff = (
        "省第七生态环境保护督察组督察云湖区工作会议召开",
        [
            "经省委、省政府同意，临川省第七生态环境保护督察组日前进驻云湖区，围绕湖泊治理等方面开展专项督察。",
            "12月2日上午，省第七生态环境保护督察组督察云湖区工作会议召开。督察组组长殷望秋部署任务，"
            "区委书记沈知远作表态发言，区长林秋主持会议。",
            "殷望秋强调，督察既查责任、也查作风，被督察地区要客观反映情况，边督边改、立行立改。",
        ],
    )
    notice = (
        "临川省第七生态环境保护督察组督察公告",
        [
            "经省委、省政府同意，临川省第七生态环境保护督察组进驻云湖区开展专项督察，进驻时间为12月2日至22日。"
            "进驻期间设立举报信箱，受理云湖区生态环境保护方面的来信举报。",
            "临川省第七生态环境保护督察组",
        ],
    )
    heads = [kickoff[0], notice[0][:14], notice[0][14:], SIGNING[0]]
    pieces = kickoff, notice, SIGNING
    bodies = [column(one, at) for one, at in zip(pieces, (17, 22, 17), strict=True)]
    check([*bodies, heads], pieces)


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月2日，云湖区人民政府决定：殷小满任",
        "经云湖区人民政府研究，决定任命：祁远帆为",
        "（2024年12月2日云湖区第九届人民代表大会常务委员会通过）任命",
    ],
)
def test_a_decree_opens_an_article(text: str) -> None:
    assert opening(text) is Opening.SURE


@pytest.mark.parametrize(
    "text",
    ["会议决定：免去", "12月2日，云湖区人民政府决定启动应急响应。", "2024年12月，会议决定："],
)
def test_a_decision_inside_a_report_is_no_decree(text: str) -> None:
    assert opening(text) is not Opening.SURE


def test_a_headline_and_a_body_are_notices_of_one_kind() -> None:
    assert alike("云湖区人民政府人事任免", "".join(APPOINTMENTS[1]))
    assert alike("遗失声明", "".join(LOST[1]))
    assert not alike("遗失声明", "".join(APPOINTMENTS[1]))
    assert not alike("沈知远调研冬修水利", "".join(APPOINTMENTS[1]))


def test_the_headline_of_a_notice_does_not_go_on_in_the_next() -> None:
    assert ends_as_notice("云湖区人民政府人事任免")
    assert joint("云湖区人民政府人事任免", "云湖区人大常委会任免名单", known=False) < 0


def test_the_last_sentence_of_a_notice_is_known() -> None:
    assert closes("不便之处，敬请广大市民谅解。")
    assert not closes("现将有关事项公告如下：")
