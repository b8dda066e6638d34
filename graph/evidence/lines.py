"""Lines of a text as laid out: where each stands, how wide it is, whether it fills its column."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]"
_GAP = re.compile(r"[^\S\n\r]{2,}")
_GAP_WIDTH = 2.0  # of spaces that part two paragraphs in one line, in full-width characters
_SPACES = re.compile(r"\s+")
_LONGEST = 45  # no printed column is wider; a text of longer lines is not hard-wrapped
_FULL, _WIDEST = 0.82, 1.3  # of the column's width: what a full line has at least and at most
_NARROW = re.compile(r"[\x21-\x7e]")
SENTENCE_ENDS = "。！？!?；;…"
CLOSERS = "”’」』）)》\"'"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has text.

    Attributes:
        start: Its first code point that is no space.
        stop: Code point after its last one.
        length: Code points from `start` to `stop`.
        width: How wide it was printed, in full-width characters; ASCII counts half, spaces nothing,
            since a text layer puts them where the printer only spread the line.
        breaks: Line breaks since the line before; 0 for the first.
        indent: Columns of space before it, in full-width characters.
    """

    start: int
    stop: int
    length: int
    width: float
    breaks: int
    indent: float


@dataclass(frozen=True, slots=True)
class Column:
    """The measure of a hard-wrapped column: what a full line of it has."""

    length: int
    width: float

    def share(self, line: Line) -> float:
        """Tell how much of the column a line fills, by the better of both measures."""
        return max(line.length / self.length, line.width / self.width)

    def full(self, line: Line) -> bool:
        """Tell whether the line goes to the end of the column, so that its text may go on."""
        return self.share(line) >= _FULL


def lines(text: str) -> tuple[Line, ...]:
    r"""Give the lines of a text that are not blank.

    >>> [(one.start, one.stop, one.breaks) for one in lines("　　甲乙\n\n 丙 \n")]
    [(2, 4, 0), (7, 8, 2)]
    """
    found: list[Line] = []
    end = 0
    for start, stop in _stretches(text):
        inner = _SPACES.sub("", text[start:stop])
        narrow = len(_NARROW.findall(inner))
        gap = text[end:start]
        breaks = (_breaks(gap) or 1) if found else 0
        indent = _wide(re.split(_BREAK, gap)[-1])
        end = stop
        found.append(Line(start, stop, stop - start, len(inner) - narrow / 2, breaks, indent))
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield each line's span without the space around it.

    In a line that is longer than a column, a wide gap stands for the line break that was lost.
    """
    for match in _LINE.finditer(text):
        start = match.start()
        if len(match.group()) > _LONGEST:
            for gap in _GAP.finditer(text, match.start(), match.end()):
                if _wide(gap.group()) >= _GAP_WIDTH:
                    yield from _trimmed(text, start, gap.start())
                    start = gap.end()
        yield from _trimmed(text, start, match.end())


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    whole = text[start:stop]
    if trimmed := whole.strip():
        first = start + len(whole) - len(whole.lstrip())
        yield first, first + len(trimmed)


def _wide(spaces: str) -> float:
    """Give how wide some spaces are, in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "FW" else 0.5 for one in spaces)


def column(found: Iterable[Line]) -> Column | None:
    """Give the column in which lines are set, or None when they are not hard-wrapped.

    The lines of a column are full but for the last of each paragraph, so most of its characters
    stand in lines of about one width; paragraphs of a line each, tables and lists differ.
    """
    ordered = sorted(found, key=lambda line: line.width)
    total = sum(line.width for line in ordered)
    reached = 0.0
    for line in ordered:
        reached += line.width
        if reached * 2 >= total:
            typical = Column(line.length, line.width)
            break
    else:
        return None
    if typical.length > _LONGEST:
        return None
    even = sum(
        line.width
        for line in ordered
        if typical.share(line) >= _FULL and line.width <= typical.width * _WIDEST
    )
    return typical if even * 2 >= total else None


def ends_sentence(text: str, line: Line) -> bool:
    """Tell whether a line's last word ends a sentence; a colon that opens a list does too."""
    end = line.stop
    while end > line.start and text[end - 1] in CLOSERS:
        end -= 1
    return text[end - 1] in SENTENCE_ENDS or text[line.stop - 1] in "：:"


def _breaks(gap: str) -> int:
    return len(re.findall(_BREAK, gap))
