"""Single lines of a page: headers, how news begins and ends, lines that are one headline."""

import pytest

from loaders.sources.headers import header
from loaders.sources.headlines import joint, possible
from loaders.sources.openings import Opening, opening
from loaders.sources.rows import rows
from loaders.sources.signatures import signatures
from loaders.sources.words import Words

# line, what it says of its page: date, paper, page; whether it is one by itself
HEADERS = [
    ("2024年5月11日 星期六 第02版 云湖报", ("2024-05-11", "云湖报", "02"), True),
    ("云湖报　2024年5月11日　星期六　要闻　02版", ("2024-05-11", "云湖报", "02"), True),
    ("2024年5月11日星期六第02版要闻云湖报", ("2024-05-11", "云湖报", "02"), True),
    ("A05 综合 2024.5.11 星期六", ("2024-05-11", "", "A05"), True),
    ("《云湖报》2024-05-11 第二版", ("2024-05-11", "云湖报", "2"), True),
    ("今日云湖 2024年5月11日 星期六 第2版", ("2024-05-11", "今日云湖", "2"), True),
    ("2024年5月11日 星期六 农历甲辰年四月初四 第1234期", ("2024-05-11", "", ""), True),
    ("第02版：要闻 责任编辑：赵甲 校对：钱乙", ("", "", "02"), True),
    ("YUNHU NEWS 2024年5月11日 星期六 中共云湖区委主办", ("2024-05-11", "", ""), True),
    ("2024年5月11日", ("2024-05-11", "", ""), False),
    ("星期六", ("", "", ""), False),
    ("云湖报", ("", "云湖报", ""), False),
]
NO_HEADERS = [
    "2024年5月11日，会议召开",
    "2024年5月11日 会议召开",
    "2024年13月41日 第2版",
    "云湖区供水有限公司",
    "云湖报社",
    "12个项目落户柳浦产业园",
    "6.0版政策发布",
    "（下转第2版）",
    "云湖夜校开课啦！",
]


@pytest.mark.parametrize(("line", "known", "sure"), HEADERS)
def test_a_header_says_when_and_where_its_page_appeared(
    line: str, known: tuple[str, str, str], *, sure: bool
) -> None:
    found = header(line)
    assert found is not None
    assert (found.date, found.source, found.page) == known
    assert found.sure == sure


@pytest.mark.parametrize("line", NO_HEADERS)
def test_a_line_of_an_article_is_no_header(line: str) -> None:
    assert header(line) is None


OPENINGS = [
    ("本报讯（记者 赵青）昨日", Opening.SURE),
    ("云湖报讯 （赵青 通讯员 钱乙）昨日", Opening.SURE),
    ("某社临川5月8日电 会议", Opening.SURE),
    ("5月8日上午，云湖区召开会议", Opening.LIKELY),
    ("根据市委部署，督导组进驻", Opening.LIKELY),
    ("因管网改造施工，定于明晚停水", Opening.LIKELY),
    ("区教育局近日公布名单", Opening.LIKELY),
    ("云湖区第九届人大常委会于5月7日通过", Opening.LIKELY),
    ("寒冬时节，云湖畔暖意融融", Opening.LIKELY),
    ("金秋十月，丹桂飘香", Opening.LIKELY),
    ("湖畔桂香正浓，四海宾朋满座。9月3日上午，", Opening.LIKELY),
    ("冬季施工要点", Opening.NONE),
    ("夜幕降临，老街的灯笼亮起", Opening.NONE),
    ("云湖区本报讯（记者", Opening.NONE),
    ("会上，区长讲话", Opening.INSIDE),
    ("林秋指出，要压实责任", Opening.INSIDE),
    ("区有关部门负责人参加会议。", Opening.INSIDE),
    ("云湖区区长林秋出席仪式并致辞。", Opening.INSIDE),
    ("下一步，街道将引入工坊", Opening.INSIDE),
]


@pytest.mark.parametrize(("text", "begins"), OPENINGS)
def test_first_words_tell_how_surely_an_article_begins(text: str, begins: Opening) -> None:
    assert opening(text) is begins


# upper line, lower line, whether their joint stands in the article; whether they are one headline
JOINTS = [
    ("林秋调研", "防汛备汛工作", False, True),
    ("临川市第三安全生产督导组", "进驻公告", False, True),
    ("全区安全生产", "工作会议召开", True, True),
    ("百年老街焕新颜，", "夜游经济添活力", False, True),
    ("“小板凳", "搬出”大和谐", False, True),
    ("暴雨蓝色预警发布", "请市民减少外出", False, True),
    ("沈知远在会上强调", "全区安全生产工作会议召开", False, False),
    ("文昌社区：", "小板凳搬出大和谐", False, False),
    ("12个项目集中签约", "柳浦产业园今年首批项目总投资四十六亿元", False, False),
    ("小板凳搬出大和谐", "——基层治理见闻", False, False),
]


@pytest.mark.parametrize(("before", "after", "known", "one"), JOINTS)
def test_lines_are_joined_when_one_goes_on_with_the_other(
    before: str, after: str, *, known: bool, one: bool
) -> None:
    assert (joint(before, after, known=known) > 0) == one


HEADS = ["云湖夜校开课啦！", "百年老街焕新颜，", "物资备足了吗？", "林秋调研 防汛备汛"]
NO_HEADS = ["林秋主持会议。", "本报记者 赵青", "2024年5月9日", "电话：021", "12:30"]


def test_a_headline_has_no_sentence_no_byline_and_no_date() -> None:
    assert [possible(row) for row in rows("\n".join(HEADS))] == [True] * len(HEADS)
    assert [possible(row) for row in rows("\n".join(NO_HEADS))] == [False] * len(NO_HEADS)


# rows, how many of them belong to the article whose last sentence is in the first row
SIGNED = [
    (["请市民谅解。", "云湖区供水有限公司", "2024年5月9日", "夜幕降临，"], 3),
    (["云湖区水务局已开工。", "云湖区水务局", "夜幕降临，"], 2),
    (["请市民谅解。", "（记者 赵青）", "夜幕降临，"], 2),
    (["请市民谅解。", "林秋调研防汛备汛工作", "2024年5月9日"], 1),
    (["第三督导组已进驻。", "第三督导组", "进驻公告", "第三督导组进驻云湖区"], 1),
    (["请市民谅解。", "云湖区水务局，", "夜幕降临，"], 1),
]


@pytest.mark.parametrize(("lines", "own"), SIGNED)
def test_a_signature_belongs_to_the_article_above_it(lines: list[str], own: int) -> None:
    page = rows("\n".join(lines))
    assert max(stop for stop, _ in signatures(page, 1, None, Words(page))) == own
