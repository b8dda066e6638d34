"""Sheets: the printed pages of a file, parted and dated by their header lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from loaders.sources.headers import Header
from loaders.sources.metadata import Metadata
from loaders.sources.rows import Row, Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page: its rows without the header's, and what the header says of all of them."""

    rows: tuple[Row, ...]
    known: Metadata


def sheets(page: Sequence[Row]) -> list[Sheet]:
    """Part the rows of a file where its header lines tell of another page.

    A header stands above its page, or below it when the file ends with one and does not begin so;
    a date or a paper that it does not repeat is that of the page before.
    """
    marks = list(_headers(page))
    edges = [0, *_edges(page, marks), len(page)]
    found: list[Sheet] = []
    known = Metadata()
    for first, stop in pairwise(edges):
        mine = [mark for mark in marks if first <= mark.rows.first < stop]
        here = reduce(Header.with_next, (mark.says for mark in mine), Header())
        known = Metadata(here.date or known.date, here.source or known.source, page=here.page)
        hidden = {at for mark in mine for at in range(mark.rows.first, mark.rows.stop)}
        kept = tuple(page[at] for at in range(first, stop) if at not in hidden)
        if kept:
            found.append(Sheet(kept, known))
    return found


@dataclass(frozen=True, slots=True)
class _Mark:
    rows: Span
    says: Header


def _headers(page: Sequence[Row]) -> Iterator[_Mark]:
    """Yield the headers of a page, of one line or of several one under the other."""
    at = 0
    while at < len(page):
        stop = at
        while stop < len(page) and page[stop].header is not None:
            stop += 1
        if stop > at:
            first = at
            # The date under a signature is not the header's, though it stands beside it.
            while first > 0 and first + 1 < stop and page[first].date_only:
                first += 1
            says = reduce(
                Header.with_next, (row.header for row in page[first:stop] if row.header), Header()
            )
            if says.sure or (first == 0 and says.date):
                yield _Mark(Span(first, stop), says)
        at = max(stop, at + 1)


def _edges(page: Sequence[Row], marks: Sequence[_Mark]) -> list[int]:
    """Give the rows with which a further sheet begins."""
    below = marks and marks[0].rows.first > 0 and marks[-1].rows.stop == len(page)
    edges: list[int] = []
    says = Header()
    for number, mark in enumerate(marks):
        if says.contradicts(mark.says):
            edges.append(marks[number - 1].rows.stop if below else mark.rows.first)
            says = Header()
        says = says.with_next(mark.says)
    return edges
