"""Split a file's text into articles: a flat text is one, a page of columns has one or several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.sources.articles import articles
from loaders.sources.metadata import Metadata, head, head_line
from loaders.sources.rows import Row, is_page, past_furniture, rows
from loaders.sources.sheets import sheets


@dataclass(frozen=True, slots=True)
class Piece:
    """An article's part of a file, `[start, stop)` in its code points, and its headline.

    Attributes:
        known: What the header of its printed page says, or the head of a flat text.
        parted: What was to be read as one page has more than `MOST_ROWS` rows and was read in parts.
    """

    start: int
    stop: int
    title: str = ""
    known: Metadata = field(default_factory=Metadata)
    parted: bool = False


def split(text: str) -> list[Piece]:
    """Give the articles of a file's text in order; a flat text is one."""
    page = rows(text)
    if not page:
        return []
    pieces = list(_pieces(text, page)) if is_page(page) else []
    return pieces or [_flat(text, page)]


def _pieces(text: str, page: Sequence[Row]) -> Iterator[Piece]:
    top = head(text[page[0].line.start : page[0].line.stop])
    for number, sheet in enumerate(sheets(page)):
        if not any(row.says for row in sheet.rows):
            continue
        known = sheet.known if number else sheet.known.over(top)
        for some in _parts(sheet.rows):
            for one in articles(some):
                first, last = some[one.body.first], some[one.body.stop - 1]
                parted = len(some) < len(sheet.rows)
                yield Piece(first.line.start, last.line.stop, one.title, known, parted)


MOST_ROWS = 2_500
"""Rows that are read as one printed page; a large one has 1,000. The search for its articles is not linear."""


def _parts(sheet: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Part the rows of what is no page at the widest gap near each limit."""
    start = 0
    while len(sheet) - start > MOST_ROWS:
        near = range(start + MOST_ROWS * 3 // 4, start + MOST_ROWS)
        stop = max(near, key=lambda at: (sheet[at].line.breaks, at))
        yield sheet[start:stop]
        start = stop
    yield sheet[start:] if start else sheet


# --- one flat text ---------------------------------------------------------------------------

_LONGEST_TITLE = 45  # code points
_NAMED_TITLE = re.compile(r"(?:原标题|标题)[:：]\s*")


def _flat(text: str, page: Sequence[Row]) -> Piece:
    """Give the one article of a flat text; its first line may be the title."""
    stop = page[-1].line.stop
    at, start = _past_head(text, page)
    title = ""
    if at + 1 < len(page) and _is_title(text[start : page[at].line.stop], page[at + 1 :]):
        # Here a space parts two clauses of a headline; nothing was laid out.
        title = " ".join(text[start : page[at].line.stop].split())
        at = past_furniture(page, at + 1)
        start = page[at].line.start if at < len(page) else page[0].line.start
    return Piece(start, stop, _NAMED_TITLE.sub("", title), head(text))


def _past_head(text: str, page: Sequence[Row]) -> tuple[int, int]:
    """Give the first row of the story, and the code point where it begins in that row."""
    at = past_furniture(page, 0)
    if at == len(page):
        return 0, page[0].line.start
    line = page[at].line
    head = head_line(text[line.start : line.stop])
    if head is None:
        return at, line.start
    rest = text[line.start + head.text_start : line.stop].lstrip()
    if rest or at + 1 == len(page):
        return at, line.stop - len(rest)
    return at + 1, page[at + 1].line.start


def _is_title(written: str, after: Sequence[Row]) -> bool:
    bare = written.strip()
    sentence = bare[-1:] in tuple("。！？!?…；;，、,：:") or re.search("[。；;]", bare)
    rest = sum(len(row.text) for row in after)
    return not sentence and 0 < len(bare) <= _LONGEST_TITLE and rest >= 2 * len(bare)
