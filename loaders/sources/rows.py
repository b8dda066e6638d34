"""Rows of a page: its lines with the signals that tell a body from a headline.

Nothing here knows fonts: a text layer has only lines, so width, punctuation and words must do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.evidence.lines import CLOSERS, Line, lines
from loaders.sources.bylines import is_byline
from loaders.sources.metadata import head_line

_ENDS = "。！？!?…；;"
_CONTINUES = "，。、；：！？,;:)）”’》〉」』%％"
_GOES_ON = "，、,：:（(“《—"
# A sentence, an address or a piece of a web page; no headline has these.
_NO_HEADLINE = re.compile(
    "[。，；;{}<>=]|电话[:：号]|邮编|邮箱[:：]|地址[:：]|传真[:：]|网址|原标题|(?:来源|作者|编辑)[:：]|查看更多|https?:|www\\."
)
_DATE_ONLY = re.compile(
    r"(?:二[〇○零][〇○零一二三四五六七八九]{2}|(?:19|20)\d\d)年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page.

    Attributes:
        line: Where it stands and how wide it is.
        text: Its words without any space.
        ended: It ends a sentence.
        goes_on: Its last mark tells that a sentence goes on.
        byline: It says who wrote, and nothing else.
        furniture: It belongs to the page, not to an article: date, number of the page.
    """

    line: Line
    text: str
    ended: bool
    goes_on: bool
    byline: bool
    furniture: bool

    @property
    def width(self) -> float:
        """How wide it was printed, in full-width characters."""
        return self.line.width

    @property
    def open(self) -> bool:
        """Tell whether it could be a line of a headline: no sentence in it, none that goes on."""
        body = self.ended or self.goes_on or self.byline or self.furniture
        return not body and not _NO_HEADLINE.search(self.text)

    @property
    def goes_on_from(self) -> bool:
        """Tell whether its first mark shows that it goes on from the row before."""
        return self.text[0] in _CONTINUES

    @property
    def date_only(self) -> bool:
        """Tell whether it is the date under a signature."""
        return bool(_DATE_ONLY.fullmatch(self.text))


@dataclass(frozen=True, slots=True)
class Span:
    """Rows `[first, stop)` of a page."""

    first: int
    stop: int


def rows(text: str) -> list[Row]:
    """Give the rows of a text that are not blank."""
    return [_row(text[line.start : line.stop], line) for line in lines(text)]


def text_of(page: Sequence[Row], span: Span) -> str:
    """Give the words of some rows without any space."""
    return "".join(row.text for row in page[span.first : span.stop])


def past_furniture(page: Sequence[Row], at: int) -> int:
    """Give the first row from `at` that belongs to an article, not to the page."""
    while at < len(page) and (page[at].furniture or page[at].date_only):
        at += 1
    return at


def _row(written: str, line: Line) -> Row:
    plain = "".join(written.split())
    bare = plain.rstrip(CLOSERS) or plain
    head = head_line(written)
    return Row(
        line=line,
        text=plain,
        ended=bare[-1] in _ENDS,
        goes_on=plain[-1] in _GOES_ON,
        byline=is_byline(written),
        furniture=head is not None and head.whole and not _DATE_ONLY.fullmatch(plain),
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """How many full-width characters a full row of a column holds.

    Attributes:
        sure: Several rows without digits are just as wide.
    """

    width: float
    sure: bool

    def narrow(self, row: Row, share: float) -> bool:
        """Tell whether a row fills at most so much of the column, its spaces counted or not."""
        return max(row.width, row.line.length) <= share * self.width

    def wide(self, row: Row, share: float) -> bool:
        """Tell whether a row is at least so much of the column wide."""
        return row.width >= share * self.width

    def differs(self, other: "Measure") -> bool:
        """Tell whether two columns are of two widths."""
        wider = max(self.width, other.width)
        return abs(self.width - other.width) >= max(_DIFFERENCE, _SHARE * wider)


_DIFFERENCE, _SHARE = 1.4, 0.08  # of two widths: characters, and part of the wider one
_WINDOW = 9  # rows that tell the width of a column
_ENOUGH = 7  # of them, the nearest that are clear


def column_after(page: Sequence[Row], at: int) -> Measure | None:
    """Give the measure of the column that begins with row `at`; None at the end of the page."""
    return _column(page[at : at + _WINDOW])


def column_before(page: Sequence[Row], at: int) -> Measure | None:
    """Give the measure of the column whose last row is before `at`; None at the start."""
    return _column(page[max(0, at - _WINDOW) : at][::-1])


def _column(some: Sequence[Row]) -> Measure | None:
    """Give what most rows hold at the most, the nearest first; last ones of paragraphs hold less.

    Rows with many digits are left out where there are others: how wide a digit was printed is not
    known.
    """
    clear = [row for row in some if len(row.text) - row.width <= len(row.text) * _DIGITS]
    used = (clear if len(clear) >= _CLEAR else list(some))[:_ENOUGH]
    widths = sorted(row.width for row in used)
    if not widths:
        return None
    width = widths[(len(widths) * 2) // 3]
    same = sum(abs(row.width - width) <= 1 for row in clear[:_ENOUGH])
    return Measure(width, sure=same >= _CLEAR)


def widest(some: Sequence[Row]) -> Measure | None:
    """Give the measure of the widest of some rows; None when there is none."""
    return Measure(max(row.width for row in some), sure=False) if some else None


_DIGITS, _CLEAR = 0.08, 3  # half the share of digits in a clear row; so many of them are enough


def is_page(page: Sequence[Row]) -> bool:
    """Tell whether a text is set in columns, and not in a line for each paragraph."""
    total = sum(row.width for row in page)
    if len(page) < _LEAST or not total:
        return False
    if sum(row.width for row in page if row.line.length > _LONGEST) * 10 > total:
        return False
    marks = sum(row.text.count("。") for row in page)
    chinese = sum("\u4e00" <= character <= "\u9fff" for row in page for character in row.text)
    if marks * _SENTENCE < total or chinese < total * _CHINESE:
        return False
    if sum(row.ended for row in page) * 2 > len(page):
        return False
    return evenness(page) >= _EVEN


def evenness(page: Sequence[Row]) -> float:
    """Give the share of a text that stands in rows about as wide as those around them."""
    even = 0.0
    for at, row in enumerate(page):
        around = _column(page[max(0, at - _ENOUGH // 2) : at + _ENOUGH // 2 + 1])
        if around and not around.narrow(row, _UNEVEN) and not around.wide(row, 2 - _UNEVEN):
            even += row.width
    return even / sum(row.width for row in page)


_LONGEST = 45  # code points; no printed column has more
_LEAST = 4  # rows of a page
_SENTENCE = 120  # characters; news has shorter sentences, tables and slides have hardly any
_CHINESE = 0.6  # of all characters; a web page's source has fewer
_UNEVEN = 0.8  # a row that differs more from those around it is no full row of their column
_EVEN = 0.7
