"""Breaks: where one article of a page may end and the next begin, with what speaks for it.

What tells: headlines or a signature stand between, the text opens as articles do, the width of
the column changes, a gap is larger, a paragraph is set in otherwise. All weights are in one
measure, about that of a logarithm of odds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.sources.headlines import item, left_open, possible, reads_as_headline
from loaders.sources.manner import Manner
from loaders.sources.notices import is_notice
from loaders.sources.openings import Opening, opening
from loaders.sources.rows import Measure, Row, Span, text_of
from loaders.sources.signatures import signatures
from loaders.sources.words import Words


@dataclass(frozen=True, slots=True)
class Break:
    """Rows between two articles that are in neither: headlines, or none; `weight` speaks for it."""

    rows: Span
    weight: float


_MOST_HEADS, _MOST_AT_EDGE = 16, 40  # rows of headlines between articles; at a page's top and end
_KEPT = 5  # breaks that are followed further at each place
_HOPELESS, _UNLIKELY = -6.0, -2.5  # weight of those that are not; with rows that a body may have


def breaks(page: Sequence[Row], how: Manner, words: Words) -> list[Break]:
    """Give the breaks that a page may have; one at its start and one at its end are among them."""
    found: dict[Span, Break] = {}
    for start in range(len(page) + 1):
        if start and start < len(page) and not _may_end(page[start - 1]):
            continue
        here = sorted(_from(page, how, words, start), key=lambda one: -one.weight)
        edge = [one for one in here if one.rows.stop == len(page)]
        inner = [one for one in here if one.rows.stop < len(page)]
        bare = [one for one in here if one.rows in (Span(0, 0), Span(len(page), len(page)))]
        for one in (*inner[:_KEPT], *edge, *bare):
            least = _UNLIKELY if one.rows.height else _HOPELESS
            if one.weight > least or one in edge or one in bare:
                other = found.get(one.rows)
                if other is None or other.weight < one.weight:
                    found[one.rows] = one
    return list(found.values())


def _may_end(row: Row) -> bool:
    return row.ended or row.exclaims or row.byline or row.date_only


def _from(page: Sequence[Row], how: Manner, words: Words, start: int) -> Iterator[Break]:
    """Yield the breaks after a sentence or an article that ends before row `start`."""
    ends = list(signatures(page, start, how.before[start], words))
    most = max(signed for _, signed in ends)
    for first, weight in ends:
        # A signature that is left to the headlines speaks against them.
        signed = weight - (most - weight if most - weight >= _SIGNED else 0.0)
        limit = first + (_MOST_AT_EDGE if first == 0 else _MOST_HEADS)
        stop = first
        while True:
            rows = Span(first, stop)
            if stop < len(page):
                yield Break(rows, signed + _weight(page, how, rows, start))
            if stop >= min(len(page), limit) or not possible(page[stop]):
                break
            stop += 1
        if len(page) - first <= _MOST_AT_EDGE and all(map(possible, page[first:])):
            yield Break(Span(first, len(page)), signed + _closing(page, how, first))


_SIGNED = 1.5


def _closing(page: Sequence[Row], how: Manner, first: int) -> float:
    """Weigh the rows from `first` as headlines at the end of a page."""
    rows = page[first:]
    if not rows:
        return 0.0 if _may_end(page[-1]) else -_BROKEN
    full = sum(not _odd(row, how.before[first]) for row in rows)
    weight = min(_ODD, float(len(rows) - full))
    weight -= full if full > _BROKEN_ROWS else _FULL * full
    return weight - sum(_marks(row) for row in rows)


_BROKEN, _BROKEN_ROWS = 2.0, 3  # a body that breaks off; so many full rows without a mark are one
_FULL = 0.2  # what a full row among the headlines at the end costs


# --- what speaks for one -----------------------------------------------------------------------


def _weight(page: Sequence[Row], how: Manner, heads: Span, start: int) -> float:
    before, after = how.before[start], how.after[heads.stop]
    weight = _heads(page, how, heads, before) + _start(page, how, heads)
    if before and after:
        sure = before.sure and after.sure
        if before.differs(after):
            weight += _CHANGES if sure else _MAY_CHANGE
        elif sure:
            weight -= _SAME
    if how.spaced and heads.first > 0:
        edges = {heads.first, heads.stop}
        large = sum(page[at].line.breaks > how.usual for at in edges)
        weight += _GAP * large / len(edges) - _NO_GAP * (len(edges) - large)
    return weight


_CHANGES, _MAY_CHANGE, _SAME = 3.0, 1.0, 0.5  # the column's width: it changes, may, doesn't
_GAP, _NO_GAP = 2.0, 1.0  # where larger gaps part articles: there is one, none


def _heads(page: Sequence[Row], how: Manner, heads: Span, before: Measure | None) -> float:
    """Weigh the rows of a break as headlines that no body could hold."""
    if heads.first == heads.stop:
        return 0.0
    column = how.after[heads.stop]
    rows = range(heads.first, heads.stop)
    odd = [at for at in rows if _odd(page[at], column) and (not before or _odd(page[at], before))]
    if how.indented and page[heads.first].line.indent < 1 and not odd:
        odd = [heads.first]
    # Rows before one that no paragraph has are none of a paragraph either.
    proven = odd[-1] + 1 if odd else heads.first
    begins = _begins(page, heads.stop)
    if not page[heads.stop - 1].exclaims and (page[heads.stop].byline or begins is Opening.SURE):
        proven = heads.stop
    if begins > Opening.NONE and is_notice(page[heads.stop - 1].text):
        proven = heads.stop
    weight = _ODD + _ODD_MORE * (len(odd) > 1) if proven > heads.first else 0.0
    for at in range(proven, heads.stop):
        doubt = _DOUBT_LIKELY if begins is Opening.LIKELY else _DOUBT
        full = how.too_full(page[at], column) and how.too_full(page[at], before or column)
        doubt *= _READS if begins > Opening.NONE and reads_as_headline(page[at].text) else 1.0
        weight -= doubt * (_SUNK if full else 1.0)
        weight -= _DOUBT_COMMA * page[at].text.count("，") + _DOUBT_STOP * page[at].text.count("。")
    weight -= sum(_marks(page[at]) + _opens(page[at]) for at in rows)
    weight -= _GOES_ON if page[heads.stop - 1].goes_on else 0.0
    weight -= _OPEN if left_open(text_of(page, heads)) else 0.0
    return weight - (_ITEM if item(page[heads.first].text) else 0.0)


_ODD, _ODD_MORE = 2.0, 1.5  # a row that no paragraph has; another, which headings seldom have
_DOUBT, _DOUBT_LIKELY = 3.25, 2.02  # each row that a paragraph could have; before 5月8日上午
_READS = 0.6  # part of it for one that ends as headlines do, above such a start
_SUNK = 0.33  # part of it where first rows of paragraphs are shorter
_DOUBT_COMMA, _DOUBT_STOP = 1.0, 6.0  # and each mark in it
_ITEM = 3.0


def _odd(row: Row, column: Measure | None) -> bool:
    """Tell whether a row is no row of a paragraph: its sentence goes on, and it isn't full."""
    if column is None or row.ended or row.exclaims or row.byline or row.text[-1] in "：:":
        return False
    wide = column.width + max(_WIDER, _WIDE * column.width)
    return column.narrow(row, _NARROW) or row.width >= wide


_NARROW, _WIDE, _WIDER = 0.83, 0.08, 2.6


def _marks(row: Row) -> float:
    """Weigh the marks of a row that headlines seldom have."""
    return _COMMA * row.text[:-1].count("，") + _STOP * row.text[:-1].count("。")


_COMMA, _STOP, _GOES_ON = 0.5, 2.0, 1.0
_OPEN = 4.0  # a quotation or a bracket that no headline closes


def _opens(row: Row) -> float:
    """Weigh a row as the first one of a paragraph, which no headline is."""
    begins = opening(row.text)
    return _OPENS[begins] if "，" in row.text or begins is Opening.SURE else 0.5 * _OPENS[begins]


_OPENS = {Opening.INSIDE: 4.0, Opening.NONE: 0.0, Opening.LIKELY: 4.0, Opening.SURE: 6.0}


def _begins(page: Sequence[Row], at: int) -> Opening:
    if page[at].date_only or page[at].byline:
        return Opening.NONE
    begins = opening(text_of(page, Span(at, at + 3)))
    if begins is Opening.SURE and _opens_below(page, at):
        return Opening.NONE
    if begins is Opening.LIKELY and at and page[at - 1].text[-1] in _WANTS_DATE:
        return Opening.NONE
    return begins


_WANTS_DATE = "年月于为在从至自到"


def _opens_below(page: Sequence[Row], at: int) -> bool:
    """Tell whether an article surely opens in the row after one that ends no sentence."""
    if at + 1 >= len(page) or page[at].ended or page[at].exclaims:
        return False
    return page[at + 1].byline or opening(page[at + 1].text) is Opening.SURE


def _start(page: Sequence[Row], how: Manner, heads: Span) -> float:
    """Weigh a row as the first of an article."""
    at, row = heads.stop, page[heads.stop]
    if row.goes_on_from or row.date_only:
        return -_NEVER
    headed = heads.first < heads.stop or at == 0
    if row.byline:
        below = _BEGINS[_begins(page, at + 1)] if at + 1 < len(page) else 0.0
        return max(0.0, below) + _byline(row, headed=headed)
    begins = _begins(page, at)
    weight = _BEGINS[begins]
    if begins is Opening.NONE and heads.first > 0:
        weight -= _HEADING if heads.height == 1 else 0.0
    if begins is not Opening.SURE:
        weight -= 0.0 if headed else _BARE
        weight -= _TOO_FULL if how.too_full(row, how.after[at]) else 0.0
        if not headed and how.ends_full(page, at):
            weight -= _ENDS_FULL
        if how.indented:
            weight += _SET_IN if row.line.indent >= 1 else -_NOT_SET_IN
    return weight - _left(page, how, at)


def _byline(row: Row, *, headed: bool) -> float:
    """Weigh a line that says who wrote as the first of an article; in brackets it is the last."""
    if headed:
        return _BYLINE
    return -_BYLINE if row.text[0] in "（([【" else _BYLINE / 2


_NEVER = 10.0
_BYLINE = 2.0
_BEGINS = {Opening.INSIDE: -3.5, Opening.NONE: -0.3, Opening.LIKELY: 1.5, Opening.SURE: 5.0}
_HEADING = 2.5  # one line above, which may be a heading inside an article
_BARE = 1.0  # no headline above
_TOO_FULL = 1.0  # where first rows of paragraphs are shorter
_ENDS_FULL = 0.7  # the row before is full, so that its paragraph may go on
_SET_IN, _NOT_SET_IN = 1.0, 3.0  # where first rows of paragraphs are set in


def _left(page: Sequence[Row], how: Manner, at: int) -> float:
    """Weigh the rows that stand at the start of a body and look like headlines."""
    weight, column = 0.0, how.after[at]
    for place in range(at, min(at + _FIRST_ROWS, len(page))):
        row = page[place]
        if row.exclaims and place == at and column and column.narrow(row, _NARROW):
            weight += _LEFT_CRY
        if row.ended or row.exclaims:
            break
        weight += _LEFT_ODD if _odd(row, column) else 0.0
        weight += _LEFT_ABOVE if not row.byline and _opens_below(page, place) else 0.0
    return min(weight, _LEFT_ABOVE)


_FIRST_ROWS = 5
_LEFT_CRY = 1.5  # a short exclamation
_LEFT_ODD, _LEFT_ABOVE = 3.38, 6.0  # a row that no paragraph has; one above 本报讯
