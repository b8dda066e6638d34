"""Mention: a stretch of the healed text that names something."""

from bisect import bisect_left
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

    def __hash__(self) -> int:
        """Hash by place and type: mentions are looked up far more often than they differ in the rest."""
        return hash((self.start, self.stop, self.type))


class Mentions:
    """The mentions of one text in order, with look-ups by position."""

    def __init__(self, found: Iterable[Mention]) -> None:
        """Sort the mentions by start, the longer first."""
        self._all = _Row(sorted(found, key=lambda one: (one.start, -one.stop, one.type)))
        self._of_type: dict[str, _Row] = {}
        self._starting: dict[int, list[Mention]] = {}
        self._ending: dict[int, list[Mention]] = {}
        of_type: dict[str, list[Mention]] = {}
        for one in self._all.mentions:
            of_type.setdefault(one.type, []).append(one)
            self._starting.setdefault(one.start, []).append(one)
            self._ending.setdefault(one.stop, []).append(one)
        self._of_type = {kind: _Row(row) for kind, row in of_type.items()}

    def __iter__(self) -> Iterator[Mention]:
        """Yield every mention in reading order."""
        return iter(self._all.mentions)

    def __len__(self) -> int:
        """Count the mentions."""
        return len(self._all.mentions)

    def within(self, start: int, stop: int, *types: str) -> list[Mention]:
        """Give the mentions that lie inside `[start, stop)`, of some types or of any."""
        row = self._row(types)
        low, high = bisect_left(row.starts, start), bisect_left(row.starts, stop)
        return [
            one
            for one in row.mentions[low:high]
            if one.stop <= stop and (not types or one.type in types)
        ]

    def before(self, stop: int, *types: str) -> Iterator[Mention]:
        """Yield the mentions that end at or before `stop`, the nearest first; take what is needed."""
        row = self._row(types)
        for at in range(bisect_left(row.starts, stop) - 1, -1, -1):
            one = row.mentions[at]
            if one.stop <= stop and (not types or one.type in types):
                yield one

    def ending(self, stop: int, *types: str) -> Mention | None:
        """Give the longest mention that ends at `stop`."""
        found = self._ending.get(stop, ())
        return next((one for one in found if not types or one.type in types), None)

    def starting(self, start: int, *types: str) -> Mention | None:
        """Give the longest mention that starts at `start`."""
        found = self._starting.get(start, ())
        return next((one for one in found if not types or one.type in types), None)

    def outermost(self, start: int, stop: int, *types: str) -> list[Mention]:
        """Give the mentions inside `[start, stop)` that lie in no other of the same choice."""
        chosen: list[Mention] = []
        for one in self.within(start, stop, *types):
            if not chosen or one.start >= chosen[-1].stop:
                chosen.append(one)
        return chosen

    def _row(self, types: tuple[str, ...]) -> "_Row":
        """Give the mentions to look through: those of a type when it is the only one asked for."""
        return self._of_type.get(types[0], _NONE) if len(types) == 1 else self._all


class _Row:
    """Mentions in reading order, and where each starts."""

    __slots__ = ("mentions", "starts")

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.starts = [one.start for one in mentions]


_NONE = _Row([])
