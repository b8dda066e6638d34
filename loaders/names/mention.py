"""Mention: a stretch of the healed text that names something."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the healed text that names an entity.

    Attributes:
        type: Type of the entity, a word of the schema.
        start: First code point in the healed text.
        stop: Code point after it.
        text: The words themselves.
        area: Districts: key of the area; others: the words of the area they begin with (徐汇区, 市).
        organ: The rest of the name, after the area.
        generic: It stands for something named elsewhere (督察组, 公司, 区委), or for nothing.
        byline: Persons only: the person wrote the article.
        stands_for: The full name, where the text declares this one to be short for it.
    """

    type: str
    start: int
    stop: int
    text: str
    area: str = ""
    organ: str = ""
    generic: bool = False
    byline: bool = False
    stands_for: str = ""


class Mentions:
    """The mentions of one text in order, with look-ups by position."""

    def __init__(self, found: Iterable[Mention]) -> None:
        """Sort the mentions by start, the longer first."""
        self._all = tuple(sorted(found, key=lambda one: (one.start, -one.stop, one.type)))
        self._starts = [one.start for one in self._all]

    def __iter__(self) -> Iterator[Mention]:
        """Yield every mention in reading order."""
        return iter(self._all)

    def __len__(self) -> int:
        """Count the mentions."""
        return len(self._all)

    def within(self, start: int, stop: int, *types: str) -> list[Mention]:
        """Give the mentions that lie inside `[start, stop)`, of some types or of any."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return [
            one
            for one in self._all[low:high]
            if one.stop <= stop and (not types or one.type in types)
        ]

    def ending(self, stop: int, *types: str) -> Mention | None:
        """Give the longest mention that ends at `stop`."""
        high = bisect_right(self._starts, stop)
        for one in self._all[max(0, high - _REACH) : high]:
            if one.stop == stop and (not types or one.type in types):
                return one
        return None

    def starting(self, start: int, *types: str) -> Mention | None:
        """Give the longest mention that starts at `start`."""
        for one in self._all[bisect_left(self._starts, start) :]:
            if one.start != start:
                return None
            if not types or one.type in types:
                return one
        return None

    def outermost(self, start: int, stop: int, *types: str) -> list[Mention]:
        """Give the mentions inside `[start, stop)` that lie in no other of the same choice."""
        chosen: list[Mention] = []
        for one in self.within(start, stop, *types):
            if not chosen or one.start >= chosen[-1].stop:
                chosen.append(one)
        return chosen


_REACH = 60  # mentions that may start before a position and still end there
