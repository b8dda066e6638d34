"""Pages as printed: headlines of several lines, notices between articles, headers, marks in headlines."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.evidence import Article
from loaders.sources import Given, read
from loaders.sources.page import split


@dataclass(frozen=True)
class Story:
    """An article as it is set: its headline's lines, its paragraphs, what stands under them."""

    title: str
    paragraphs: Sequence[str]
    signature: Sequence[str] = field(default=())


# All invented: places, people, companies. A | marks where a headline may be broken.
# ruff: noqa: ISC004 - a paragraph of several lines is one item
STREET = Story(
    "百年老街焕新颜，|夜游经济添活力",
    [
        "夜幕降临，东渡老街的灯笼次第亮起，石板路上游人如织。糖画摊前排起长队，茶馆里评弹声悠扬。",
        "“今年五一，店里的营业额比去年翻了一番。”在老街开了十二年茶馆的店主苏婉说。为让老街留住烟火气，"
        "云湖区投入三千余万元修缮临街建筑、增设夜间照明、规范摊位管理。",
        "据区文旅局统计，假期五天老街共接待游客十八万人次。",
    ],
)
WATER = Story(
    "东渡街道|部分路段停水通知",
    [
        "因供水管网改造施工，定于5月12日22时至13日5时对东渡街道临江路、文昌路沿线实施停水作业。"
        "请沿线居民和商户提前做好储水准备，关好用水器具。",
    ],
    ["云湖区供水有限公司", "2024年5月9日"],
)
DOCTORS = Story(
    "让群众在家门口|看得上|好医生",
    [
        "一大早，家住文昌社区的退休教师曾玉梅就来到社区卫生服务中心，给她看病的是区中心医院内科主任医师罗景行。",
        "从去年十月起，区中心医院每周派出二十名骨干医生到九家社区卫生服务中心坐诊，已接诊居民一万一千余人次。",
    ],
)
FLOODS = Story(
    "林秋调研|防汛备汛工作",
    [
        "本报讯（记者 赵青）5月10日下午，区长林秋带队调研防汛备汛工作。她先后察看了南塘河闸站改造工程、"
        "柳浦镇圩堤加固现场和区防汛物资仓库。",
        "林秋指出，今年汛期雨水偏多，要立足防大汛、抢大险，把预案做细、把队伍练强、把物资备足，确保安全度汛。",
    ],
)
SCHOOL = Story(
    "云湖夜校|开课啦！",
    [
        "5月11日晚，区文化馆里灯火通明，首批云湖夜校正式开课，二十门课程上线不到十分钟便被抢空。",
        "夜校每期十二节课，学费二百元，由区文化馆、区总工会联合举办，秋季班将于八月报名。",
    ],
)
STORIES = (STREET, WATER, DOCTORS, FLOODS, SCHOOL)


def column(story: Story, measure: int) -> list[str]:
    """Set a story's paragraphs in rows of so many characters, each first row two shorter."""
    rows: list[str] = []
    for paragraph in story.paragraphs:
        first, rest = paragraph[: measure - 2], paragraph[measure - 2 :]
        rows += [first, *(rest[at : at + measure] for at in range(0, len(rest), measure))]
    return [*rows, *story.signature]


def lines(story: Story) -> list[str]:
    return story.title.split("|")


def words(text: str) -> str:
    return "".join(text.split())


def check(blocks: Sequence[Sequence[str]], stories: Sequence[Story], gap: str = "\n") -> None:
    text = gap.join(row for block in blocks for row in block) + "\n"
    found = split(text)
    assert [one.title for one in found] == [words(one.title).replace("|", "") for one in stories]
    for piece, story in zip(found, stories, strict=True):
        written = "".join([*story.paragraphs, *story.signature])
        assert words(text[piece.start : piece.stop]) == words(written)


PAIRS = list(itertools.permutations(STORIES, 2))
NAMES = [f"{words(a.title)[:4]}-{words(b.title)[:4]}" for a, b in PAIRS]


@pytest.mark.parametrize("measures", [(16, 21), (20, 15)])
@pytest.mark.parametrize("pair", PAIRS, ids=NAMES)
def test_headlines_of_several_lines_stand_whole_above_their_articles(
    pair: tuple[Story, Story], measures: tuple[int, int]
) -> None:
    bodies = [column(one, measure) for one, measure in zip(pair, measures, strict=True)]
    check([lines(pair[0]), bodies[0], lines(pair[1]), bodies[1]], pair)


@pytest.mark.parametrize("pair", PAIRS, ids=NAMES)
def test_headlines_below_their_own_articles_find_them(pair: tuple[Story, Story]) -> None:
    bodies = [column(one, measure) for one, measure in zip(pair, (22, 16), strict=True)]
    check([bodies[0], lines(pair[0]), bodies[1], lines(pair[1])], pair)


@pytest.mark.parametrize("measure", [15, 17, 21, 24])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_notice_between_two_articles_is_one_of_its_own(measure: int, gap: str) -> None:
    stories = FLOODS, WATER, SCHOOL
    check([part for one in stories for part in (lines(one), column(one, measure))], stories, gap)


def test_a_notice_ends_with_its_signature_where_no_headline_parts_it_from_the_next() -> None:
    stories = WATER, FLOODS
    bodies = [column(one, 18) for one in stories]
    check([*bodies, lines(FLOODS), lines(WATER)], stories)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["林秋在调研防汛备汛工作时强调"], []),
        (["云湖区全面备战汛期："], []),
        ([], ["——区领导一线检查圩堤加固和物资储备情况"]),
        (["云湖区全面备战汛期："], ["——区领导一线检查圩堤加固和物资储备情况"]),
    ],
)
def test_what_stands_above_and_below_the_main_headline_is_left_out(
    above: list[str], below: list[str]
) -> None:
    blocks = [[*above, *lines(FLOODS), *below], column(FLOODS, 19), lines(STREET)]
    check([*blocks, column(STREET, 19)], (FLOODS, STREET))


DECKS = [
    ("2024云湖数字经济大会举行", "现场签约项目9个 总投资18.2亿元"),
    ("云湖区第二批重大项目集中签约", "总投资18.2亿元 带动就业两千余人"),
]
CONFERENCE = [
    "本报讯（记者 赵青）5月9日，2024云湖数字经济大会暨云湖区第二批重大项目集中签约仪式在望湖会议中心举行。"
    "区长林秋致辞，副区长贺明川主持，来自各地的客商参加大会。",
    "临川大学信息学院院长周叙白以《让数据流动起来》为题作主旨报告。大会签约项目9个，总投资18.2亿元，项目"
    "全部建成后，预计带动就业两千余人。",
]


@pytest.mark.parametrize(("title", "deck"), DECKS)
@pytest.mark.parametrize("measure", [14, 16, 17, 18, 19, 21, 22])
def test_a_deck_makes_no_article_of_the_paragraph_it_repeats(
    title: str, deck: str, measure: int
) -> None:
    stories = FLOODS, Story(title, CONFERENCE), WATER
    bodies = [column(one, width) for one, width in zip(stories, (21, measure, 15), strict=True)]
    check([*bodies, lines(FLOODS), [title, deck], lines(WATER)], stories)


def test_a_kicker_that_names_who_speaks_is_not_the_main_headline() -> None:
    story = Story("抢抓晴天加固圩堤 筑牢度汛防线", FLOODS.paragraphs)
    blocks = [lines(SCHOOL), column(SCHOOL, 20), ["林秋在调研防汛工作时强调", story.title]]
    check([*blocks, column(story, 16)], (SCHOOL, story))


def test_a_date_at_the_start_of_a_narrow_row_is_no_header() -> None:
    story = Story(
        "林秋调研防汛备汛工作",
        ["2024年5月10日，区长林秋带队调研防汛备汛工作，察看了南塘河闸站。", *FLOODS.paragraphs[1:]],
    )
    check([lines(SCHOOL), column(SCHOOL, 20), lines(story), column(story, 16)], (SCHOOL, story))


HEADLINES = [
    "防汛备汛，林秋一线调研",
    "林秋调研防汛 物资备足了吗？",
    "“防大汛、抢大险”林秋再调研",
    "立足防大汛 确保安全度汛",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("measure", [13, 16, 20])
def test_marks_and_spaces_do_not_hide_a_headline(headline: str, measure: int) -> None:
    changed = Story(words(headline), FLOODS.paragraphs)
    blocks = [lines(SCHOOL), column(SCHOOL, measure), [headline], column(changed, measure)]
    check(blocks, (SCHOOL, changed))


def test_a_headline_as_wide_as_the_column_is_one() -> None:
    wide = Story("林秋带队调研全区防汛备汛工作", FLOODS.paragraphs)
    measure = len(wide.title)
    check(
        [lines(SCHOOL), column(SCHOOL, measure), lines(wide), column(wide, measure)],
        (SCHOOL, wide),
    )


def test_headings_inside_an_article_do_not_part_it() -> None:
    parts = [column(Story("", [paragraph]), 18) for paragraph in STREET.paragraphs]
    headings = ["灯火亮起来", "烟火留下来", "游客住下来"]
    text = "\n".join(
        row
        for heading, part in zip(headings, parts, strict=True)
        for row in ([*lines(STREET), *part] if heading == headings[0] else [heading, *part])
    )
    (piece,) = split(text)
    assert piece.title == "百年老街焕新颜，夜游经济添活力"
    assert words(text[piece.start : piece.stop]).endswith("接待游客十八万人次。")


# --- the header of a page ------------------------------------------------------------------------

HEADERS = [
    "2024年5月11日 星期六 第02版 云湖报",
    "云湖报 2024年5月11日 星期六 第02版",
    "云湖报\n2024年5月11日 星期六\n02版 要闻",
    "第02版：要闻 责任编辑：赵甲 2024年5月11日 星期六 云湖报",
]


def articles(path: Path, text: str) -> list[Article]:
    path.write_text(text, "utf-8")
    found = list(read(path, Given()))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def sheet(stories: Sequence[Story], *, above: bool) -> list[str]:
    parts = [(lines(one), column(one, 19)) for one in stories]
    rows = [row for title, body in parts for row in ((*title, *body) if above else body)]
    return rows if above else [*rows, *(row for title, _ in parts for row in title)]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("above", [True, False], ids=["titles above", "titles at the end"])
@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_header_dates_every_article_of_its_page_and_is_in_none(
    header: str, above: bool, place: str, tmp_path: Path
) -> None:
    rows = sheet((FLOODS, WATER, SCHOOL), above=above)
    whole = [header, *rows] if place == "top" else [*rows, header]
    found = articles(tmp_path / "page.txt", "\n\n".join(whole) + "\n")
    assert [one.title for one in found] == [
        "林秋调研防汛备汛工作",
        "东渡街道部分路段停水通知",
        "云湖夜校开课啦！",
    ]
    for one in found:
        assert (one.date, one.source, one.page) == ("2024-05-11", "云湖报", "02")
        assert "星期六" not in one.text
        assert "版" not in one.text


def test_each_page_of_a_file_has_its_own_header(tmp_path: Path) -> None:
    first = ["云湖报 2024年5月11日 星期六 第01版", *sheet((FLOODS, STREET), above=True)]
    second = ["第02版 综合", *sheet((WATER, SCHOOL), above=True)]
    found = articles(tmp_path / "issue.txt", "\n".join([*first, *second]) + "\n")
    assert [one.page for one in found] == ["01", "01", "02", "02"]
    assert {(one.date, one.source) for one in found} == {("2024-05-11", "云湖报")}


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_date_under_a_signature_dates_no_page(place: int, tmp_path: Path) -> None:
    stories = [FLOODS, SCHOOL]
    stories.insert(place, WATER)
    found = articles(tmp_path / "page.txt", "\n".join(sheet(stories, above=True)) + "\n")
    assert [one.date for one in found] == ["", "", ""]
    assert found[place].text.endswith("云湖区供水有限公司\n2024年5月9日")
