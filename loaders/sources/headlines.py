"""Headlines and signatures: which rows of a page could be one."""

import re
from collections.abc import Sequence

from loaders.sources.openings import Opening, opening
from loaders.sources.pairs import grams, overlap
from loaders.sources.rows import Row, Span, column_after, column_before, text_of, widest

MOST_LINES = 4  # of one headline with what stands above and below it
_TRAILING = 30  # lines after the last body of a page that can be headlines
_NARROW, _WIDE = 0.78, 1.2  # of the column beside it: a line of a headline is shorter or longer
SHORTEST = 4  # code points
_NEAR = 3  # rows of the column above
_FIRST, _OVER = (
    0.8,
    1.08,
)  # of the column above: what a paragraph's first row fills at least, at most


def runs(page: Sequence[Row]) -> list[Span]:
    """Give the runs of rows that could be headlines, in order; they may be signatures as well."""
    last = _trailing(page)
    found: list[Span] = []
    at = 0
    while at < last.first:
        fresh = at == 0 or not page[at - 1].open
        stop = _run_stop(page, at, last.first) if fresh and not _flows_in(page, at) else at
        if stop > at:
            found.append(Span(at, stop))
        at = max(stop, at + 1)
    return [*found, last] if last.stop > last.first else found


def _flows_in(page: Sequence[Row], at: int) -> bool:
    """Tell whether the row before one is in the middle of a sentence."""
    return at > 0 and not (page[at - 1].ended or page[at - 1].byline or page[at - 1].furniture)


def _run_stop(page: Sequence[Row], first: int, end: int) -> int:
    """Give the row after the longest run from `first` whose last line sets it off from a body."""
    stop = first
    for at in range(first, min(first + MOST_LINES, end)):
        if not page[at].open:
            break
        column = column_after(page, at + 1)
        if at + 1 < len(page) and page[at + 1].goes_on_from:
            continue
        odd = column and (column.narrow(page[at], _NARROW) or column.wide(page[at], _WIDE))
        begins = opening("".join(row.text for row in page[at + 1 : at + 4]))
        opens = begins is Opening.SURE or (
            begins is Opening.LIKELY
            and (reads_as_headline(page[at].text) or _echoed(page, Span(first, at + 1)))
        )
        before = widest(page[max(0, first - _NEAR) : first])
        fits = before and not before.narrow(page[at], _FIRST) and not before.wide(page[at], _OVER)
        if ((opens or (odd and not fits)) and len(page[at].text) >= SHORTEST) or page[at].date_only:
            stop = at + 1
    return stop


def _echoed(page: Sequence[Row], span: Span) -> bool:
    """Tell whether most of some words come again in the rows after them, as a headline's do."""
    text = text_of(page, span)
    after = text_of(page, Span(span.stop, span.stop + _ECHO_ROWS))
    return len(text) >= 2 * SHORTEST and overlap(text, grams(after)) >= _ECHO


_ECHO, _ECHO_ROWS = 0.5, 9


def _trailing(page: Sequence[Row]) -> Span:
    """Give the lines after the last sentence of a page, unless a body breaks off there."""
    stop = len(page)
    while stop > 0 and (page[stop - 1].furniture or page[stop - 1].byline):
        stop -= 1
    first = stop
    while first > 0 and page[first - 1].open:
        first -= 1
    if stop - first > _TRAILING or first == 0:
        return Span(stop, stop)
    column = column_before(page, first)
    full = [
        row
        for row in page[first:stop]
        if column and not column.narrow(row, _FULL) and not column.wide(row, 2 - _FULL)
    ]
    return Span(stop, stop) if len(full) > _BROKEN_OFF else Span(first, stop)


_FULL = 0.9  # of the column: what a full row of it holds at least
_BROKEN_OFF = 3  # so many full lines without a mark are a body that breaks off


# What a signature ends in: 某市第一督察组, 某区人民政府办公室.
_BODY = re.compile(
    r"(?:组|局|厅|部|委|办|室|会|处|院|府|队|所|站|中心|公司|集团|学校|街道|镇|乡|指挥部)$"
)


def signature(page: Sequence[Row], run: Span, body: str) -> int:
    """Give how many of a run's first rows sign the body before it: the body's own name, the date."""
    signed = 0
    for at in range(run.first, run.stop):
        text = page[at].text
        named = text in body and _BODY.search(text) is not None
        if not (named or page[at].date_only):
            break
        signed = at + 1 - run.first
    return signed


# With what headlines of reports and notices end.
_HEADLINE = re.compile(
    "(?:举行|召开|举办|启动|签约|公告|通告|公示|通知|揭牌|开工|竣工|调研|督[察导查]|巡[视察]|检查|走访|慰问|座谈|落户"
    "|落地|开幕|闭幕|任免|名单|通报|会议?|仪式|发布|成立|投用|开业|开放|推进|部署|动员|进驻|考察|表彰|活动|行动|工作"
    r"|项目|协议|合作|致辞|讲话|介绍|宣布|视察|出席|主持|建设|发展|[!！])[”’」』）)》\"]*$"
)


def reads_as_headline(text: str) -> bool:
    """Tell whether a line ends as headlines do.

    >>> reads_as_headline("全区安全生产工作会议召开"), reads_as_headline("一是坚持问题导向")
    (True, False)
    """
    return len(text) >= 2 * SHORTEST and bool(_HEADLINE.search(text))
