"""Pages of a newspaper: which articles they hold, and which headline is whose."""

import itertools
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import Article
from graph.evidence.heal import heal
from loaders.sources import Given, read
from loaders.sources.page import Piece, split

# All invented: places, people, companies.
# ruff: noqa: ISC004 - a paragraph of several lines is one item
MEETING = (
    "全区安全生产工作会议召开",
    [
        "5月8日上午，云湖区召开全区安全生产工作会议。区委书记沈知远出席会议并讲话，区长林秋主持会议，"
        "副区长贺明川通报一季度安全生产形势。",
        "沈知远强调，安全生产是民生大事，一丝一毫不能放松。各街道、镇和区有关部门要压实责任，"
        "把隐患排查做在前面，以实际行动守护群众平安。",
        "区有关部门、各街道和镇主要负责人参加会议。",
    ],
)
SIGNING = (
    "12个项目落户柳浦产业园",
    [
        "5月9日，柳浦产业园举行重大项目集中签约仪式，12个项目现场签约，总投资46亿元，涵盖智能制造、"
        "生物医药、现代物流等领域。",
        "云湖区区长林秋出席仪式并致辞。青岚科技、远舟物流、和泽药业等企业与云湖区签订合作协议，"
        "项目全部建成后预计新增就业岗位两千余个。",
    ],
)
NOTICE = (
    "第三安全生产督导组进驻公告",
    [
        "根据市委、市政府统一部署，市第三安全生产督导组于5月8日至5月28日对云湖区开展督导。"
        "督导期间设立专门邮箱，受理群众来信来电反映的安全生产问题。",
        "受理时间为督导期间每个工作日上午九点至下午五点，欢迎广大干部群众积极反映情况。",
    ],
)
VISIT = (
    "贺明川走访慰问一线环卫工人",
    [
        "本报讯（记者 赵青）4月30日，副区长贺明川来到东渡街道环卫所和柳浦镇垃圾中转站，走访慰问坚守"
        "岗位的环卫工人，为他们送上防暑用品和节日祝福。",
        "贺明川详细询问了大家的工作和生活情况，叮嘱有关部门关心关爱一线职工，帮助解决实际困难。",
    ],
)
ARTICLES = (MEETING, SIGNING, NOTICE, VISIT)


def width(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def column(paragraphs: Sequence[str], measure: int) -> list[str]:
    """Set paragraphs as a column, the first line of each two characters shorter, spaces strewn in."""
    rows: list[str] = []
    for paragraph in paragraphs:
        row, room = "", float(measure - 2)
        for character in paragraph:
            hangs = character in "，。、）" and width(row) <= room
            if width(row) + width(character) > room and not hangs:
                rows.append(row)
                row, room = "", float(measure)
            row += character
        rows.append(row)
    return [row.replace("，", "， ", 1).replace("月", " 月", 1).rstrip() for row in rows]


def two_lines(title: str) -> list[str]:
    return [title] if len(title) < 13 else [title[: len(title) // 2], title[len(title) // 2 :]]


def page(
    articles: Sequence[tuple[str, list[str]]], measures: Sequence[int], order: str, gap: str
) -> str:
    columns = [
        column(paragraphs, measure)
        for (_, paragraphs), measure in zip(articles, measures, strict=True)
    ]
    titles = [two_lines(title) for title, _ in articles]
    if order == "before":
        rows = [row for pair in zip(titles, columns, strict=True) for part in pair for row in part]
    elif order == "after":
        rows = [row for part in (*columns, *titles) for row in part]
    else:  # the first title on top, the others after all bodies
        rows = [row for part in (titles[0], *columns, *titles[1:]) for row in part]
    return gap.join(rows) + "\n"


def words(text: str) -> str:
    return "".join(text.split())


def check(text: str, articles: Sequence[tuple[str, list[str]]]) -> None:
    found = split(text)
    assert [piece.title for piece in found] == [title for title, _ in articles]
    for piece, (_, paragraphs) in zip(found, articles, strict=True):
        assert words(text[piece.start : piece.stop]) == words("".join(paragraphs))


@pytest.mark.parametrize("gap", ["\n\n", "\n", " \r\n\r\n"])
@pytest.mark.parametrize("order", ["before", "after", "mixed"])
@pytest.mark.parametrize(
    "measures", [(15, 18, 22, 25), (25, 15, 22, 18), (18, 22, 15, 25), (22, 25, 18, 15)]
)
def test_articles_of_different_widths_are_told_apart(
    measures: tuple[int, ...], order: str, gap: str
) -> None:
    check(page(ARTICLES, measures, order, gap), ARTICLES)


@pytest.mark.parametrize("order", ["before", "after", "mixed"])
@pytest.mark.parametrize("measure", [15, 18, 22, 25])
def test_articles_of_one_width_are_told_apart_by_openings_and_headlines(
    measure: int, order: str
) -> None:
    check(page(ARTICLES, (measure,) * 4, order, "\n\n"), ARTICLES)


@pytest.mark.parametrize("some", list(itertools.permutations(range(4), 2)))
@pytest.mark.parametrize("order", ["before", "after", "mixed"])
def test_any_two_articles_keep_their_headlines(some: tuple[int, int], order: str) -> None:
    articles = [ARTICLES[at] for at in some]
    check(page(articles, (17, 21), order, "\n\n"), articles)


@pytest.mark.parametrize("measure", [15, 18, 22, 25])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one[0])
def test_one_article_stays_one(article: tuple[str, list[str]], measure: int) -> None:
    for order in ("before", "after"):
        check(page([article], [measure], order, "\n\n"), [article])
    untitled = "\n\n".join(column(article[1], measure))
    assert [one.title for one in split(untitled)] == [""]


# Pages that are one article, however they look.
WHOLE = {
    "a flat text": "\n".join(MEETING[1]),
    "a flat text with subheadings": "\n".join(
        ["全区工作综述", MEETING[1][0], "压实责任", MEETING[1][1], "守护平安", MEETING[1][2]]
    ),
    "a column whose width changes with no new beginning": "\n\n".join(
        [*column(MEETING[1][:1], 22), *column(["沈知远强调，" + MEETING[1][1] * 2], 15)]
    ),
    "a column with subheadings": "\n\n".join(
        [
            *column(MEETING[1][:1], 18), "压实责任",
            *column(MEETING[1][1:2], 18), "守护平安", *column(["区领导还到现场检查。" * 6], 18),
        ]
    ),
    "a paragraph that opens with a date": "\n\n".join(
        column([*MEETING[1][:2], "5月10日，区安委办公布了督查结果。" * 3], 18)
    ),
    "a column that narrows beside a picture": "\n\n".join(
        [*column(MEETING[1][:1], 18)[:-1], "三项措施，", "并要求各单", "位抓紧落实", "到位见效。"]
    ),
    "a list of names": "名单\n" + "\n".join(f"第{at}建筑公司" for at in range(12)),
    "a program": "\n".join(f"  if (tags[{at}].name == 'x') {{ run({at}); }}" for at in range(12)),
    "two lines": "会议召开\n区长林秋主持会议。",
    "one word": "会议",
}  # fmt: skip


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_what_is_one_article_stays_whole(text: str) -> None:
    (piece,) = split(text)
    assert words(text[piece.start : piece.stop]).endswith(words(text)[-8:])


def test_a_signature_ends_its_article() -> None:
    signed = [*column(NOTICE[1], 21), "市第三安全生产督导组", "2024年5月8日"]
    text = "\n\n".join([*signed, *column(SIGNING[1], 17), *two_lines(NOTICE[0]), SIGNING[0]])
    first, second = split(text)
    assert words(text[first.start : first.stop]).endswith("市第三安全生产督导组2024年5月8日")
    assert [first.title, second.title] == [NOTICE[0], SIGNING[0]]


def test_a_subtitle_is_left_out_of_the_title() -> None:
    rows = [*column(MEETING[1], 16), *column(SIGNING[1], 20)]
    subtitle = "总投资46亿元涵盖智能制造生物医药现代物流等领域"
    text = "\n\n".join([*rows, MEETING[0], SIGNING[0], subtitle])
    assert [one.title for one in split(text)] == [MEETING[0], SIGNING[0]]


def test_the_head_of_a_page_is_in_no_article(tmp_path: Path) -> None:
    body = page((MEETING, SIGNING), (16, 21), "before", "\n\n")
    path = tmp_path / "page.txt"
    path.write_text("云湖报 2024年5月10日 星期五 第02版\n\n" + body, "utf-8")
    found = list(read(path, Given()))
    assert [type(one) for one in found] == [Article, Article]
    for one in found:
        assert isinstance(one, Article)
        assert (one.date, one.source, one.page) == ("2024-05-10", "云湖报", "02")
        assert "第02版" not in one.text


def test_an_article_is_an_exact_slice_of_its_file(tmp_path: Path) -> None:
    text = page(ARTICLES, (15, 18, 22, 25), "after", "\r\n\r\n")
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode("gb18030"))
    found = [one for one in read(path, Given()) if isinstance(one, Article)]
    assert len(found) == 4
    for one in found:
        assert text[one.file_start : one.file_start + len(one.text)] == one.text
    assert heal(found[0].text).text.startswith("5月8日上午，云湖区召开")


def test_the_same_page_at_another_width_has_the_same_articles(tmp_path: Path) -> None:
    ids = []
    for name, measures in (("a.txt", (15, 18, 22, 25)), ("b.txt", (22, 19, 25, 17))):
        path = tmp_path / name
        path.write_text(page(ARTICLES, measures, "before", "\n\n"), "utf-8")
        ids.append([one.id for one in read(path, Given()) if isinstance(one, Article)])
    assert ids[0] == ids[1]


def inside(pieces: Sequence[Piece], text: str) -> bool:
    edges = [(one.start, one.stop) for one in pieces]
    flat = [edge for pair in edges for edge in pair]
    return flat == sorted(flat) and all(0 <= start < stop <= len(text) for start, stop in edges)


@settings(max_examples=200)
@given(
    st.lists(
        st.text(alphabet="区长会议召开5月8日，。：“”本报讯（记者） 举行\u3000", max_size=22),
        max_size=40,
    ).map("\n".join)
)
def test_any_text_is_cut_into_slices_in_order(text: str) -> None:
    assert inside(split(text), text)


@pytest.mark.parametrize("order", ["before", "after", "mixed"])
def test_a_whole_issue_in_one_file_is_parted_by_the_headers_of_its_pages(order: str) -> None:
    text = "".join(
        f"云湖报 2024年5月10日 星期五 第{number:02}版\n\n"
        + page(ARTICLES, (15, 18, 22, 25), order, "\n\n")
        for number in range(1, 11)
    )
    found = split(text)
    assert [one.title for one in found] == [title for title, _ in ARTICLES] * 10
    assert [one.known.page for one in found[::4]] == [f"{number:02}" for number in range(1, 11)]


@pytest.mark.parametrize("order", ["before", "after", "mixed"])
def test_a_whole_issue_without_headers_is_read_in_reasonable_time(order: str) -> None:
    text = "\n\n".join(page(ARTICLES, (15, 18, 22, 25), order, "\n\n") for _ in range(10))
    started = time.process_time()
    assert len(split(text)) > 10
    assert time.process_time() - started < 30  # measured 2 to 7 s; a loaded machine gets its share
