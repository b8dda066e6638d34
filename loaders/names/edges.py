"""Edges: where a name may begin, in a script without spaces."""

import functools
import re
from bisect import bisect_left

import daachorse

from loaders import lexicons

HARD = frozenset("，。；：、！？!?;:,“”‘’（）()《》〈〉【】[]{}「」『』…—\n \t/|·=<>&#*")
"""Characters that no plain name goes across."""

_SOFT = "和与及"  # they join names, and stand inside names too: 水利和湖泊局


@functools.cache
def automaton(*lists: str) -> "daachorse.CharwiseDoubleArrayAhoCorasick":
    """Build an automaton over the words of some lexicons, all matches."""
    found = sorted({word for one in lists for word in lexicons.words(one)})
    return daachorse.CharwiseDoubleArrayAhoCorasick(found)


class Edges:
    """Where names may begin in one healed text."""

    def __init__(self, text: str, kept: list[tuple[int, int]]) -> None:
        """Mark the boundaries.

        Args:
            text: A healed text.
            kept: Spans that are names already (districts): nothing inside them is a boundary.
        """
        self.text = text
        self._names = {start for start, _ in kept}
        self._ends = {stop for _, stop in kept}
        self._kept = [0] * (
            len(text) + 1
        )  # the stop of the protected word or name that begins here
        for start, stop, _ in automaton("protected_words").find_overlapping(text):
            self._kept[start] = max(self._kept[start], stop)
        for start, stop in kept:
            self._kept[start] = max(self._kept[start], stop)
        self._covered = self._cover()
        self._edge = [False] * (len(text) + 1)
        self._words: list[int] = []  # starts of the words of two or more characters
        for start, stop, _ in automaton("before_names").find_overlapping(text):
            if not self._inside(start, stop):
                self._edge[stop] = True
                if stop - start > 1:
                    self._words.append(start)
        self._words.sort()
        for match in _YEAR.finditer(text):
            self._edge[match.end()] = True

    def _cover(self) -> list[int]:
        """Give, for each position, how far protected words that began at or before it reach."""
        reach, found = 0, []
        for stop in self._kept:
            reach = max(reach, stop)
            found.append(reach)
        return found

    def _inside(self, start: int, stop: int) -> bool:
        return self._covered[start] >= stop

    def is_edge(self, at: int) -> bool:
        """Tell whether a name may begin at a position."""
        return at == 0 or self._edge[at] or self.text[at - 1] in HARD or self.text[at - 1].isspace()

    def holds_word(self, start: int, stop: int) -> bool:
        """Tell whether a word that only stands before names begins inside `[start, stop)`."""
        at = bisect_left(self._words, start)
        return at < len(self._words) and self._words[at] < stop

    def left(self, stop: int, floor: int, reach: int, soft_stops: set[int]) -> int:
        """Give the leftmost position where the name that ends before `stop` may begin.

        Args:
            stop: Where the known end of the name (its tail) begins.
            floor: Never go left of this.
            reach: Never go further left than this many code points.
            soft_stops: Ends of names already found; a 和 after one of them parts two names.
        """
        least = max(floor, stop - reach)
        at = stop
        while at > least:
            before = self.text[at - 1]
            if before in HARD or before.isspace():
                break
            if self._edge[at] and not (before in _SOFT and self._joins(at, least, soft_stops)):
                break
            at -= 1
        return at

    def _joins(self, at: int, least: int, soft_stops: set[int]) -> bool:
        """Tell whether the 和 before `at` stands inside one name (水利和湖泊局)."""
        if at - 1 in soft_stops or at - 1 in self._ends or at - 1 <= least:
            return False
        here = at - 1
        while here > least and not self._edge[here] and self.text[here - 1] not in HARD:
            here -= 1
            if here in soft_stops:
                return False
        if any(one in self._names for one in range(max(here, at - 1 - _NAMED_STEM), at - 1)):
            return True
        return self.text[here : here + 1] in _POINTERS and 0 < at - 1 - here <= _STEM


_YEAR = re.compile(r"\d年(?:度)?")
_STEM = 7  # 市发展和改革委员会: at most this much between the edge and the 和
_NAMED_STEM = 12  # 重庆市交通运行监测与…
_POINTERS = frozenset("省市区县州盟旗镇乡国")
