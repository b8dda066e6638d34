"""Edges: where a name may begin, in a script without spaces."""

import functools
import re
from bisect import bisect_left
from itertools import accumulate

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


@functools.lru_cache(maxsize=2)
def _standing(words: str, text: str) -> tuple[tuple[int, int, int], ...]:
    """Find the words of a lexicon in a text; one text is asked for twice, without its districts and with."""
    return tuple(automaton(words).find_overlapping(text))


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
        for start, stop, _ in _standing("protected_words", text):
            self._kept[start] = max(self._kept[start], stop)
        for start, stop in kept:
            self._kept[start] = max(self._kept[start], stop)
        # For each position, how far protected words that began at or before it reach.
        self._covered = list(accumulate(self._kept, max))
        self._edge = [False] * (len(text) + 1)
        self._words: list[int] = []  # starts of the words of two or more characters
        for start, stop, _ in _standing("before_names", text):
            if not self._inside(start, stop):
                self._edge[stop] = True
                if stop - start > 1:
                    self._words.append(start)
        self._words.sort()
        for pattern in (_YEAR, _SEEN):
            for match in pattern.finditer(text):
                self._edge[match.end()] = True

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
        if self.text.startswith(_NATION, here) and _LEAD < at - 1 - here <= _NAMED_STEM:
            return True
        joined = here > least and self.text[here - 1] in _SOFT
        if joined and _departments().fullmatch(self.text, here, at - 1):
            return self._joins(here, least, soft_stops)
        own = here + len("自治") * self.text.startswith("自治", here)
        if self.text[own : own + 1] not in _POINTERS or own == at - 1:
            return False
        whole = _departments().fullmatch(self.text, own + 1, at - 1) is not None
        return whole or at - 1 - own <= _STEM


@functools.cache
def _departments() -> re.Pattern[str]:
    """Match what a department is named after, of several fields too: 文化体育广播电视."""
    stems = sorted(lexicons.words("organ_stems"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, stems))}){{1,5}}")


_YEAR = re.compile(r"\d年(?:度)?|\d月\d{1,2}日[电讯]?|\d日[电讯]|\d月(?![\d份底初末度上下间]|中旬)")
_SEEN = re.compile(r"(?:慰问|检查|调研|考察|督导|督察|督查|视察|联系|协调|组织)(?=[省市区县])")
_STEM = 7  # 市发展和改革委员会: at most this much between the edge and the 和
_NATION, _LEAD = ("中国", "全国", "国家", "国际"), 3  # 中国传播战略与…研究中心, but 中国与…
_NAMED_STEM = 12  # 重庆市交通运行监测与…
_POINTERS = frozenset("省市区县州盟旗镇乡国")
