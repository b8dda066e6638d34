"""PDF files: columns are read one after the other, headlines known by their size, bad files refused."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from graph.evidence import Article, Issue
from loaders.sources import Given, read

FONT = "STSong-Light"
BODY, LEADING = 10, 15
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

# All invented.
FLOODS = (
    "林秋调研防汛备汛工作",
    [
        "本报讯（记者 赵青）5月10日下午，区长林秋带队调研防汛备汛工作。她先后察看了南塘河闸站改造工程、柳浦镇圩堤加固现场和区防汛物资仓库。",
        "林秋指出，今年汛期雨水偏多，要立足防大汛、抢大险，把预案做细、把队伍练强、把物资备足，确保安全度汛。",
        "副区长贺明川、区水务局局长何清越参加调研。",
    ],
)
SCHOOL = (
    "云湖夜校开课啦！",
    [
        "5月11日晚，区文化馆里灯火通明，首批云湖夜校正式开课，二十门课程上线不到十分钟便被抢空。",
        "夜校每期十二节课，学费二百元，由区文化馆、区总工会联合举办，秋季班将于八月报名。",
    ],
)
SIGNING = (
    "12个项目落户柳浦产业园",
    [
        "5月9日，柳浦产业园举行重大项目集中签约仪式，12个项目现场签约，总投资46亿元，涵盖智能制造、生物医药等领域。",
        "青岚科技、远舟物流等企业与云湖区签订合作协议。",
    ],
)


@dataclass
class Sheet:
    """A page under way; places in points from the lower left corner."""

    canvas: Canvas

    def line(self, text: str, left: float, top: float, size: float = BODY) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(left, top - size, text)

    def column(self, paragraphs: Sequence[str], left: float, top: float, measure: int) -> float:
        """Set paragraphs in a column; give the height at which the next line would stand."""
        for row in rows(paragraphs, measure):
            self.line(row.strip("　"), left + BODY * (len(row) - len(row.lstrip("　"))), top)
            top -= LEADING
        return top


def rows(paragraphs: Sequence[str], measure: int) -> list[str]:
    found = []
    for paragraph in paragraphs:
        row, width = "", 0.0
        for character in "　　" + paragraph:
            wide = 0.5 if character.isascii() else 1
            if width + wide > measure:
                found.append(row)
                row, width = "", 0.0
            row, width = row + character, width + wide
        found.append(row)
    return found


def pdf(path: Path, *draw: object, encrypt: StandardEncryption | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842), encrypt=encrypt)
    for one in draw:
        assert callable(one)
        one(Sheet(canvas))
        canvas.showPage()
    canvas.save()
    return path


def articles(path: Path, given: Given | None = None) -> list[Article]:
    found = list(read(path, given or Given()))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def same(article: Article, story: tuple[str, list[str]]) -> None:
    assert article.title == story[0]
    assert article.text.split("\n") == story[1]


def front(sheet: Sheet) -> None:
    """Draw two articles: one in two columns under a wide headline, one beside it."""
    sheet.line("2024年5月11日 星期六 第02版 云湖报", 40, 820, 9)
    sheet.line(FLOODS[0], 60, 780, 24)
    set_in = rows(FLOODS[1], 16)
    half = (len(set_in) + 1) // 2
    for column, left in ((set_in[:half], 40), (set_in[half:], 215)):
        for at, row in enumerate(column):
            bare = row.lstrip("　")
            sheet.line(bare, left + BODY * (len(row) - len(bare)), 740 - LEADING * at)
    sheet.line(SCHOOL[0], 400, 780, 18)
    sheet.column(SCHOOL[1], 400, 750, 15)


def back(sheet: Sheet) -> None:
    sheet.line("第03版 云湖报 2024年5月11日", 40, 820, 9)
    sheet.line("总投资四十六亿元", 60, 790, 12)
    sheet.line(SIGNING[0], 60, 770, 20)
    sheet.column(SIGNING[1], 40, 730, 22)


def test_columns_are_read_one_after_the_other_below_their_headline(tmp_path: Path) -> None:
    floods, school = articles(pdf(tmp_path / "a.pdf", front))
    same(floods, FLOODS)
    same(school, SCHOOL)


def test_a_page_s_header_dates_its_articles(tmp_path: Path) -> None:
    found = articles(pdf(tmp_path / "a.pdf", front, back))
    assert [(one.date, one.page, one.source) for one in found] == [
        ("2024-05-11", "02", "云湖报"),
        ("2024-05-11", "02", "云湖报"),
        ("2024-05-11", "03", "云湖报"),
    ]
    assert found[0].authors == ("赵青",)
    assert articles(tmp_path / "a.pdf", Given(date="2024-05-12"))[0].date == "2024-05-12"


def test_a_kicker_is_no_part_of_the_title_and_none_of_the_text(tmp_path: Path) -> None:
    (signing,) = articles(pdf(tmp_path / "a.pdf", back))
    same(signing, SIGNING)


def test_articles_under_each_other_are_parted_by_their_headlines(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        top = 800.0
        for title, paragraphs in (FLOODS, SIGNING, SCHOOL):
            sheet.line(title, 40, top, 16)
            top = sheet.column(paragraphs, 40, top - 30, 40) - 20

    for found, story in zip(
        articles(pdf(tmp_path / "a.pdf", draw)), (FLOODS, SIGNING, SCHOOL), strict=True
    ):
        same(found, story)


def test_offsets_tell_articles_of_one_file_apart(tmp_path: Path) -> None:
    floods, school = articles(pdf(tmp_path / "a.pdf", front))
    assert (floods.file_start, school.file_start) == (0, len(floods.text) + 1)


def test_a_document_that_goes_on_over_a_page_is_one_article(tmp_path: Path) -> None:
    def first(sheet: Sheet) -> None:
        sheet.line(FLOODS[0], 40, 800, 20)
        sheet.column(FLOODS[1][:1], 40, 760, 30)
        sheet.line("— 1 —", 290, 40, 9)

    def second(sheet: Sheet) -> None:
        sheet.column(FLOODS[1][1:], 40, 800, 30)
        sheet.line("— 2 —", 290, 40, 9)

    (document,) = articles(pdf(tmp_path / "a.pdf", first, second))
    same(document, FLOODS)


def test_headings_inside_an_article_do_not_part_it(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line(FLOODS[0], 40, 800, 24)
        top = sheet.column(FLOODS[1][:1], 40, 760, 30)
        sheet.line("把物资备足", 40, top - 5, 11.5)
        sheet.column(FLOODS[1][1:], 40, top - 25, 30)

    (one,) = articles(pdf(tmp_path / "a.pdf", draw))
    assert "把物资备足" in one.text
    assert one.text.endswith("参加调研。")


def test_a_page_of_one_size_is_parted_by_its_words(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        top = 800.0
        for title, paragraphs in (FLOODS, SIGNING):
            sheet.line(title, 40, top)
            top = sheet.column(paragraphs, 40, top - LEADING, 24)

    found = articles(pdf(tmp_path / "a.pdf", draw))
    assert [one.title for one in found] == [FLOODS[0], SIGNING[0]]
    assert "".join(found[1].text.split()) == "".join(SIGNING[1])


def test_characters_drawn_one_by_one_are_lines_all_the_same(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for place, character in enumerate(FLOODS[0]):
            sheet.line(character, 40 + 20 * place, 800, 20)
        for number, row in enumerate(rows(FLOODS[1], 30)):
            left = 40.0
            for character in row:
                if character != "　":
                    sheet.line(character, left, 760 - LEADING * number)
                left += BODY * (0.5 if character.isascii() else 1)

    (one,) = articles(pdf(tmp_path / "a.pdf", draw))
    assert one.title == FLOODS[0]
    assert "".join(one.text.split()) == "".join("".join(FLOODS[1]).split())


def test_a_signature_to_the_right_stays_below_its_notice(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.line("停水通知", 40, 800, 20)
        sheet.column(["请市民谅解。"], 40, 770, 20)
        sheet.line("云湖区供水有限公司", 150, 755)
        sheet.line("2024年5月9日", 170, 740)

    (one,) = articles(pdf(tmp_path / "a.pdf", draw))
    assert one.text.split("\n") == ["请市民谅解。", "云湖区供水有限公司", "2024年5月9日"]


def test_a_page_without_text_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    def picture(sheet: Sheet) -> None:
        sheet.canvas.rect(40, 40, 500, 700)

    found = list(read(pdf(tmp_path / "a.pdf", picture, back), Given()))
    (issue,) = [one for one in found if isinstance(one, Issue)]
    assert (issue.what, issue.whole) == ("page 1", False)
    assert sum(isinstance(one, Article) for one in found) == 1


def test_a_file_of_pictures_is_refused_with_a_sentence(tmp_path: Path) -> None:
    assert "no text layer" in refused(
        pdf(tmp_path / "a.pdf", lambda sheet: sheet.canvas.rect(1, 1, 9, 9))
    )


def refused(path: Path) -> str:
    (issue,) = list(read(path, Given()))
    assert isinstance(issue, Issue), issue
    assert issue.whole
    return issue.reason


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused_or_read_in_part(share: float, tmp_path: Path) -> None:
    content = pdf(tmp_path / "a.pdf", front, back).read_bytes()
    (tmp_path / "a.pdf").write_bytes(content[: int(len(content) * share)])
    for one in read(tmp_path / "a.pdf", Given()):
        assert isinstance(one, Article) or "damaged" in one.reason or "no text layer" in one.reason


def test_a_locked_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    locked = pdf(tmp_path / "a.pdf", back, encrypt=StandardEncryption("secret"))
    assert "locked with a password" in refused(locked)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is no PDF file"),
        ("云湖报".encode(), "it is no PDF file"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged"),
    ],
    ids=["empty", "text", "noise"],
)
def test_what_is_no_pdf_is_refused_with_a_sentence(
    content: bytes, says: str, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert says in refused(tmp_path / "a.pdf")


def test_a_book_is_refused_with_a_sentence(tmp_path: Path) -> None:
    assert "401 pages" in refused(
        pdf(tmp_path / "a.pdf", *[lambda sheet: sheet.line("区长", 40, 800)] * 401)
    )


def test_a_page_of_a_million_characters_is_refused_soon(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        for at in range(400):
            sheet.line("长" * 290, 5, 820 - 2 * at, 2)

    assert "characters" in refused(pdf(tmp_path / "a.pdf", draw))


@pytest.mark.skipif(sys.platform == "win32", reason="memory has no limit there")
def test_a_file_made_to_fill_the_memory_is_refused_with_a_sentence(tmp_path: Path) -> None:
    content = pdf(tmp_path / "a.pdf", lambda sheet: sheet.canvas.addLiteral("q " * 12_000_000))
    assert content.stat().st_size < 100_000
    assert "the PDF reader fails on it" in refused(content)
