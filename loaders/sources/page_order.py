"""Which columns of a printed page stand under which headline, and in what order they are read."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.sources.text_layer import Printed


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines of one size, one below the other: a part of a column, or lines of a headline."""

    lines: tuple[Printed, ...]
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """Give the height of its characters."""
        return max(one.size for one in self.lines)


@dataclass(slots=True)
class Group:
    """An article of a page: the lines of its headline from top to bottom, its columns in order."""

    heads: list[Stack] = field(default_factory=list)
    columns: list[Stack] = field(default_factory=list)


def groups(lines: Sequence[Printed]) -> list[Group]:
    """Give the articles of a page, from top to bottom and from left to right.

    A column belongs to the headline above it; to what the column above it belongs to; or, where
    columns begin at one height, to the headline of the one beside it: a headline often stands over
    the first of three columns alone.
    """
    stacks = _stacks(lines)
    body = _body_size(stacks)
    large = [one for one in stacks if one.size >= body * _HEADLINE and not _says(one)]
    # A kicker or a deck is smaller; far from a headline such a line is a heading inside an article.
    small = [one for one in stacks if body * _LARGER <= one.size < body * _HEADLINE]
    decks = [one for one in small if not _says(one) and any(_touch(one, other) for other in large)]
    found = _headlines([*large, *decks])
    columns = [one for one in stacks if one not in large and one not in decks]
    owners = _Owners(found, columns, body)
    untitled = Group()
    for column in columns:
        (owners.of(column) or untitled).columns.append(column)
    for one in (untitled, *found):
        one.columns = _across(one.columns)
    return [one for one in (untitled, *_in_rows(found)) if one.columns]


def _in_rows(found: Sequence[Group]) -> list[Group]:
    """Put articles whose headlines begin at about one height in order from left to right."""
    rows: list[list[Group]] = []
    for one in found:
        head = one.heads[0]
        if rows and rows[-1][0].heads[0].top - head.top <= head.size:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in sorted(row, key=lambda one: one.heads[0].left)]


_LARGER, _HEADLINE = 1.12, 1.28  # of the body's size: kickers and decks; what begins an article


def _body_size(stacks: Sequence[Stack]) -> float:
    sizes: Counter[float] = Counter()
    for stack in stacks:
        for line in stack.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda one: (sizes[one], one))


def _says(stack: Stack) -> bool:
    """Tell whether large lines are sentences all the same: a lead, or a page of one size."""
    return any("。" in one.text for one in stack.lines)


# --- lines that stand one below the other ------------------------------------------------------


def _stacks(lines: Sequence[Printed]) -> list[Stack]:
    """Put lines on those directly above them that are as large and as far left or right."""
    found: list[list[Printed]] = []
    for line in sorted(lines, key=lambda one: (-one.top, one.left)):
        fitting = [one for one in found if _below(one[-1], line)]
        if fitting:
            min(fitting, key=lambda one: one[-1].bottom - line.top).append(line)
        else:
            found.append([line])
    return [_stack(one) for one in found]


def _stack(lines: Sequence[Printed]) -> Stack:
    return Stack(
        tuple(lines),
        min(one.left for one in lines),
        min(one.bottom for one in lines),
        max(one.right for one in lines),
        max(one.top for one in lines),
    )


def _below(upper: Printed, lower: Printed) -> bool:
    size = min(upper.size, lower.size)
    if max(upper.size, lower.size) > size * _OTHER:
        return False
    gap = upper.bottom - lower.top
    if not -_OVERLAP * size <= gap <= _LEADING * size:
        return False
    if abs(upper.left - lower.left) <= _SET_IN * size:
        return True
    shared = min(upper.right, lower.right) - max(upper.left, lower.left)
    narrower = min(upper.right - upper.left, lower.right - lower.left)
    return shared >= _SHARED * narrower


# In characters' heights: how far a first line is set in; how much larger one of another stack is; how
# far lines may overlap and be apart; and the part of the narrower line that both cover.
_SET_IN = 2.5
_OTHER, _OVERLAP, _LEADING, _SHARED = 1.1, 0.3, 1.1, 0.6


# --- headlines -------------------------------------------------------------------------------


def _headlines(stacks: Sequence[Stack]) -> list[Group]:
    """Put the lines of one headline together: kicker, main one, deck."""
    found: list[Group] = []
    for stack in sorted(stacks, key=lambda one: (-one.top, one.left)):
        mine = [one for one in found if any(_touch(stack, other) for other in one.heads)]
        if mine:
            mine[0].heads.append(stack)
        else:
            found.append(Group([stack]))
    return found


def _touch(one: Stack, other: Stack) -> bool:
    gap = max(one.bottom, other.bottom) - min(one.top, other.top)
    return gap <= _HEADS_APART * max(one.size, other.size) and _share(one, other)


def _share(one: Stack, other: Stack) -> bool:
    """Tell whether two stacks stand one above the other, at least in part."""
    return min(one.right, other.right) - max(one.left, other.left) > _EDGE * min(
        one.size, other.size
    )


_HEADS_APART, _EDGE = 0.9, 0.5  # of a character's height


# --- columns ---------------------------------------------------------------------------------


class _Owners:
    """Finds the headline of each column; those above are found before those below."""

    def __init__(self, found: Sequence[Group], columns: Sequence[Stack], body: float) -> None:
        self._heads = [(head, group) for group in found for head in group.heads]
        self._columns = columns
        self._body = body
        self._known: dict[Stack, Group | None] = {}

    def of(self, column: Stack) -> Group | None:
        """Give the headline of a column; None when none stands over it."""
        for one in sorted(self._columns, key=lambda one: (-one.top, one.left)):
            if one not in self._known:
                self._known[one] = self._owner(one)
        return self._known[column]

    def _owner(self, column: Stack) -> Group | None:
        distance, above = self._nearest(column)
        if isinstance(above, Group) and distance <= _NEAR * self._body:
            return above
        if distance > _PARAGRAPH * self._body:
            beside = self._beside(column) or self._left_above(column)
            if beside is not None:
                return beside
        return above if isinstance(above, Group) or above is None else self._known.get(above)

    def _nearest(self, column: Stack) -> tuple[float, Group | Stack | None]:
        """Give the headline or column that stands next above a column, and how far above."""
        return min(self._above(column), key=lambda one: one[0], default=(float("inf"), None))

    def _above(self, column: Stack) -> Iterator[tuple[float, Group | Stack]]:
        """Yield the headlines and columns over a column with their distance."""
        for head, group in self._heads:
            if head.bottom >= column.top - self._body / 2 and _share(head, column):
                yield head.bottom - column.top, group
        for other in self._columns:
            over = other is not column and other.bottom >= column.top - self._body / 2
            if over and _share(other, column):
                yield other.bottom - column.top, other

    def _beside(self, column: Stack) -> Group | None:
        """Give the headline that stands over a column that begins at the same height."""
        level = [
            one
            for one in self._columns
            if one is not column and abs(one.top - column.top) <= self._body * _LEVEL
        ]
        near = sorted(level, key=lambda one: (one.left > column.left, abs(one.left - column.left)))
        for one in near:
            distance, above = self._nearest(one)
            if isinstance(above, Group) and distance <= _NEAR * self._body:
                return above
        return None

    def _left_above(self, column: Stack) -> Group | None:
        """Give the headline over a short last line that a signature stands below, to its right."""
        found = [
            one
            for one in self._columns
            if one.right <= column.left + self._body
            and -self._body / 2 <= one.bottom - column.top <= self._body * _PARAGRAPH
        ]
        nearest = max(found, key=lambda one: one.right, default=None)
        return self._known.get(nearest) if nearest else None


_NEAR = 3.0  # of the body's size: a headline that surely stands over a column
_PARAGRAPH, _LEVEL = 1.2, 0.3  # of the body's size: more parts two articles; columns of one height


def _across(columns: Sequence[Stack]) -> list[Stack]:
    """Put the columns of one article in order: from left to right, each from top to bottom."""
    found: list[list[Stack]] = []
    for one in sorted(columns, key=lambda one: one.left):
        if found and any(_share(one, other) for other in found[-1]):
            found[-1].append(one)
        else:
            found.append([one])
    return [one for column in found for one in sorted(column, key=lambda one: -one.top)]
