"""Signatures: the rows after an article's last sentence that are still its own."""

import re
from collections.abc import Iterator, Sequence

from loaders.sources.notices import closes
from loaders.sources.rows import Measure, Row, Span
from loaders.sources.words import Words

# What a signature ends in: 某市第一督察组, 某区人民政府办公室.
_BODY = re.compile(
    r"(?:组|局|厅|部|委|委员会|办|室|会|处|院|府|队|所|站|中心|公司|集团|学校|大学|中学|小学|银行|协会|街道|镇|乡|县|区|市|指挥部|报社)$"
)
# Only names end so, no headline does.
_NAME = re.compile(r"(?:组|局|厅|部|委|委员会|办|办公室|政府|公司|集团|银行|协会|指挥部|报社)$")
_LONGEST = 26  # code points
_NARROW = 0.8  # of the column
_MOST = 4  # rows


def is_name(text: str) -> bool:
    """Tell whether a line is a body's name rather than a headline.

    >>> is_name("桐岭县交通运输局"), is_name("县政协召开提案办理协商会")
    (True, False)
    """
    return _NAME.search(text) is not None


def signatures(
    page: Sequence[Row], start: int, column: Measure | None, words: Words
) -> Iterator[tuple[int, float]]:
    """Yield the rows at which an article may end that has its last sentence before row `start`.

    Yields:
        The row after it, and what speaks for its end there: `start` itself first, then the rows
        after a signature, a date, a byline.
    """
    closed = start > 0 and closes(page[start - 1].text)
    weight = _CLOSES if closed else 0.0
    yield start, _sentence(page, start) + weight
    for at in range(start, min(start + _MOST, len(page))):
        row = page[at]
        if _goes_on(page, at, words):
            return
        if at > start and page[at - 1].date_only and not row.byline:
            return
        if row.date_only:
            weight += 3.0
        elif row.byline:
            weight += 0.5 if row.text[0] in "（([【" else -0.5
        elif _signs(row) and (closed or _named(page, at, start)):
            weight += 2.0
        elif _signs(row) and at + 1 < len(page) and page[at + 1].date_only:
            weight += 0.5
        elif is_name(row.text) and column and column.narrow(row, _NARROW):
            weight += 1.0
        else:
            return
        yield at + 1, weight


def _goes_on(page: Sequence[Row], at: int, words: Words) -> bool:
    """Tell whether a row goes on in the next, as the page says elsewhere: …巡视组|巡视某市."""
    row = page[at]
    if at + 1 == len(page) or row.byline or row.date_only or page[at + 1].date_only:
        return False
    return words.count(row.text[-1] + page[at + 1].text[0], Span(0, len(page))) > 1


def _signs(row: Row) -> bool:
    return len(row.text) <= _LONGEST and "，" not in row.text and _BODY.search(row.text) is not None


def _named(page: Sequence[Row], at: int, start: int) -> bool:
    """Tell whether the rows before have the name that a row is, and those below don't go on with it."""
    before = "".join(row.text for row in page[max(0, start - _BACK) : start])
    if at + 1 < len(page):
        after = "".join(row.text for row in page[at + 2 : at + 2 + _BACK // 2])
        if page[at].text[-1] + page[at + 1].text[0] in after:
            return False
    return page[at].text in before


_BACK = 30  # rows before a signature that may have its name


def _sentence(page: Sequence[Row], start: int) -> float:
    """Weigh the end of a sentence as the end of an article."""
    if start == 0:
        return 0.0
    return 0.0 if page[start - 1].ended or page[start - 1].byline else -1.0


_CLOSES = 2.0  # 特此公告。
