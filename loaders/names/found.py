"""Found: the districts of one text, with look-ups by position."""

from bisect import bisect_left
from dataclasses import dataclass, field

from loaders.names.areas import Area
from loaders.names.mention import Mention


@dataclass(frozen=True, slots=True)
class Found:
    """The districts of one text: the mentions, and what each means."""

    mentions: tuple[Mention, ...]
    areas: dict[str, Area]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where the mentions stand."""
        object.__setattr__(self, "_starts", [one.start for one in self.mentions])

    def area(self, mention: Mention) -> Area:
        """Give the area that a mention of a district stands for."""
        return self.areas[mention.area]

    def within(self, start: int, stop: int) -> list[Mention]:
        """Give the mentions that lie inside `[start, stop)`, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return [one for one in self.mentions[low:high] if one.stop <= stop]

    def covers(self, at: int) -> bool:
        """Tell whether a position stands inside a mention."""
        low, high = bisect_left(self._starts, at - _LONGEST), bisect_left(self._starts, at + 1)
        return any(at < one.stop for one in self.mentions[low:high])


_LONGEST = 40  # code points; no name of a division is longer
