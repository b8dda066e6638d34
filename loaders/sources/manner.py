"""Manner: how a page is set, as far as its rows tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.sources.rows import Measure, Row, column_after, column_before


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page is set.

    Attributes:
        before: The column that ends before each row.
        after: The column that begins with each row.
        indented: First rows of paragraphs are set in, and the text layer kept the space.
        sunk: First rows of paragraphs are shorter by two characters: the space was lost.
        usual: Line breaks between two rows of a paragraph.
        spaced: A larger gap parts articles, not paragraphs.
    """

    before: tuple[Measure | None, ...]
    after: tuple[Measure | None, ...]
    indented: bool
    sunk: bool
    usual: int
    spaced: bool

    def too_full(self, row: Row, column: Measure | None) -> bool:
        """Tell whether a row is full where the first rows of paragraphs are not."""
        return self.sunk and column is not None and row.width > column.width - _FULL

    def ends_full(self, page: Sequence[Row], at: int) -> bool:
        """Tell whether the row before row `at` is full, so that its paragraph may go on."""
        column = self.before[at]
        return at > 0 and column is not None and not column.narrow(page[at - 1], _SHORT)


def manner(page: Sequence[Row]) -> Manner:
    """Tell how a page is set."""
    before = tuple(column_before(page, at) for at in range(len(page) + 1))
    after = tuple(column_after(page, at) for at in range(len(page) + 1))
    starts: list[int] = []
    others: list[int] = []
    for at in range(1, len(page)):
        column = before[at]
        ends = page[at - 1].ended and column and column.narrow(page[at - 1], _SHORT)
        (starts if ends else others).append(at)
    usual = min((page[at].line.breaks for at in others), default=1)
    wide = [page[at].line.breaks > usual for at in starts]
    sunk = [
        column.width - page[at].width >= _SUNK
        for at in starts
        if (column := after[at]) and not column.narrow(page[at], _NARROW)
    ]
    set_in = [page[at].line.indent >= 1 for at in starts]
    return Manner(
        before,
        after,
        indented=_most(set_in) and not _most([page[at].line.indent >= 1 for at in others], 0.2),
        sunk=_most(sunk),
        usual=usual,
        spaced=any(wide) and not _most(wide),
    )


_SHORT, _NARROW = 0.9, 0.7  # of the column: the last row of a paragraph; what is no first row
_SUNK, _FULL = 1.3, 0.9  # characters that a first row lacks at least; that a full one lacks at most


def _most(some: Sequence[bool], share: float = 0.6) -> bool:
    return len(some) > 0 and sum(some) >= share * len(some)
