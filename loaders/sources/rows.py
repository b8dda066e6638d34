"""Rows of a page: its lines with the signals that tell a body from a headline.

Nothing here knows fonts: a text layer has only lines, so width, punctuation and words must do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.evidence.lines import CLOSERS, Line, lines
from loaders.sources.bylines import is_byline
from loaders.sources.headers import Header, header
from loaders.sources.metadata import head_line

_ENDS, _ENDS_SOFTLY = "。；;", "！？!?…"
_CONTINUES = "，。、；：！？,;:)）”’》〉」』%％"
_GOES_ON = "，、,：:（(“《—"
_DATE_ONLY = re.compile(
    r"(?:二[〇○零][〇○零一二三四五六七八九]{2}|(?:19|20)\d\d)年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
# Who wrote, in brackets after the last sentence; and where an article goes on.
_CREDIT = re.compile(
    r"[。！？…”][（(\[【][^（）()，。]{1,24}[)）\]】]$|[（(](?:下转|未完待续)[^（）]{0,10}[)）]$"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page.

    Attributes:
        line: Where it stands and how wide it is.
        text: Its words without any space.
        ended: It ends a sentence, or an article, and no headline ends so.
        exclaims: It ends as a sentence or a headline can: with an exclamation, a question, dots.
        byline: It says who wrote, and nothing else.
        halves: A space parts it in two about as long, as in 数聚西部 链动丝路.
        header: What it says when it could be part of the page's header.
    """

    line: Line
    text: str
    ended: bool
    exclaims: bool
    byline: bool
    halves: bool
    header: Header | None

    @property
    def width(self) -> float:
        """How wide it was printed, in full-width characters."""
        return self.line.width

    @property
    def goes_on(self) -> bool:
        """Tell whether its last mark tells that a sentence goes on."""
        return self.text[-1] in _GOES_ON

    @property
    def goes_on_from(self) -> bool:
        """Tell whether its first mark shows that it goes on from the row before."""
        return self.text[0] in _CONTINUES

    @property
    def says(self) -> bool:
        """Tell whether a sentence ends in it."""
        return self.ended or self.exclaims or "。" in self.text

    @property
    def date_only(self) -> bool:
        """Tell whether it is a date, as it stands under a signature."""
        return bool(_DATE_ONLY.fullmatch(self.text))

    @property
    def furniture(self) -> bool:
        """Tell whether it surely belongs to the page, not to an article."""
        return self.header is not None and self.header.sure


class Span(NamedTuple):
    """Rows `[first, stop)` of a page; a key of many tables, so it is a tuple."""

    first: int
    stop: int

    @property
    def height(self) -> int:
        """Give how many rows it has."""
        return self.stop - self.first


def rows(text: str) -> list[Row]:
    """Give the rows of a text that are not blank."""
    found: list[Row] = []
    for line in lines(text):
        before = found[-1].text if found else ""
        found.append(_row(text[line.start : line.stop], line, before))
    return found


def text_of(page: Sequence[Row], span: Span) -> str:
    """Give the words of some rows without any space."""
    return "".join(row.text for row in page[span.first : span.stop])


def past_furniture(page: Sequence[Row], at: int) -> int:
    """Give the first row from `at` that belongs to an article, not to the page."""
    while at < len(page) and (page[at].furniture or page[at].date_only):
        at += 1
    return at


def _row(written: str, line: Line, before: str) -> Row:
    plain = "".join(written.split())
    last = (plain.rstrip(CLOSERS) or plain)[-1]
    return Row(
        line=line,
        text=plain,
        ended=last in _ENDS or bool(_CREDIT.search(before[-24:] + plain)),
        exclaims=last in _ENDS_SOFTLY,
        byline=is_byline(written),
        halves=_in_halves(written),
        header=_header(written),
    )


def _in_halves(written: str) -> bool:
    first, _, second = written.strip().replace("\u3000", " ").partition(" ")
    shorter, longer = sorted((len(first), len(second.lstrip())))
    return " " not in second.lstrip() and shorter >= _HALF and longer <= shorter + _UNEQUAL


_HALF, _UNEQUAL = 3, 2  # code points of the shorter half, and by how many the other may be longer


def _header(written: str) -> Header | None:
    found = header(written)
    if found is None and (head := head_line(written)) and head.whole:
        return Header(head.known.date, head.known.source, head.known.page, frozenset({"issue"}))
    return found


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


def column_after(page: Sequence[Row], at: int) -> Measure | None:
    """Give the measure of the column that begins with row `at`; None at the end of the page."""
    return _column(page[at : at + _WINDOW])


def column_before(page: Sequence[Row], at: int) -> Measure | None:
    """Give the measure of the column whose last row is before `at`; None at the start."""
    return _column(page[max(0, at - _WINDOW) : at][::-1])


def _column(some: Sequence[Row]) -> Measure | None:
    """Give the width that most unfinished rows have, the nearest first.

    Each row counts by its width, since short ones are headlines. First rows of paragraphs may be shorter by two characters, so they speak for the wider rows too.
    Rows with many digits are left out where there are others: how wide a digit was printed is not
    known.
    """
    unfinished = [row for row in some if not (row.ended or row.exclaims)] or some
    clear = [row for row in unfinished if len(row.text) - row.width <= len(row.text) * _DIGITS]
    used = clear if len(clear) >= _CLEAR else unfinished
    if not used:
        return None
    votes: dict[float, float] = {}
    for row in used:
        votes[row.width] = sum(
            _NEARER**place * other.width * _vote(other.width - row.width)
            for place, other in enumerate(used)
        )
    width = max(votes, key=lambda one: (votes[one], one))
    same = sum(abs(row.width - width) <= 1 for row in clear)
    return Measure(width, sure=same >= _CLEAR)


def _vote(wider: float) -> float:
    """Give how much a row speaks for a column that is narrower by so many characters."""
    return 1.0 if abs(wider) <= 1 else 0.5 if -_SET_IN <= wider < 0 else 0.0


_DIGITS, _CLEAR = 0.08, 3  # half the share of digits in a clear row; so many of them are enough
_NEARER = 0.75  # what the next row counts
_SET_IN = 2.6  # how much shorter a first row may be


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
    if sum(row.ended or row.exclaims for row in page) * 2 > len(page):
        return False
    return evenness(page) >= _EVEN


def evenness(page: Sequence[Row]) -> float:
    """Give the share of a text's unfinished rows that are about as wide as those beside them."""
    even = total = 0.0
    for at, row in enumerate(page):
        if row.ended or row.exclaims:
            continue
        total += row.width
        beside = column_before(page, at), column_after(page, at + 1)
        if any(_alike(row, one) for one in beside if one):
            even += row.width
    return even / total if total else 0.0


def _alike(row: Row, column: Measure) -> bool:
    return not column.narrow(row, _UNEVEN) and not column.wide(row, 2 - _UNEVEN)


_LONGEST = 45  # code points; no printed column has more
_LEAST = 4  # rows of a page
_SENTENCE = 120  # characters; news has shorter sentences, tables and slides have hardly any
_CHINESE = 0.6  # of all characters; a web page's source has fewer
_UNEVEN = 0.8  # a row that differs more from those around it is no full row of their column
_EVEN = 0.65
