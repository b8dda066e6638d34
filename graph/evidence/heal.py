r"""Heal a text: join hard-wrapped lines, drop layout spaces, and keep the way back.

The original is never changed: offsets count in the text as published. Everything that reads works
on the healed copy, whose every code point knows where it came from.
"""

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.evidence.entries import entries, parts
from graph.evidence.lines import Column, Line, column, ends_sentence, lines

_SENTENCE_END = re.compile(r"[。！？!?；;][”’」』）)]*|\n+")
_PAUSE = re.compile(r"[，、：,:\s]")

LONGEST_SENTENCE = 2000
"""Code points; what is longer without an end mark is cut into parts, so that no rule reads without bound."""


@dataclass(frozen=True, slots=True)
class Healed:
    r"""A copy of a text that is fit for reading, with a map back to the text as published.

    Attributes:
        text: The healed copy; paragraphs are parted by one `\n`, full-width letters and digits are
            half-width, punctuation stays as published, but for half-width commas, colons and
            semicolons after Chinese characters, which become full-width.
        origin: For each code point of `text`, its offset in the original, in code points; one more
            item at the end is the length of the original.
    """

    text: str
    origin: tuple[int, ...]

    def original(self, start: int, stop: int) -> tuple[int, int]:
        """Give the span `[start, stop)` of the healed copy in code points of the original."""
        if start >= stop:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[stop - 1] + 1


def heal(text: str) -> Healed:
    r"""Join lines into paragraphs, drop spaces that only the layout put there, unify widths.

    >>> heal("区委书记曹\n\n立强、 区长出\n\n席。").text
    '区委书记曹立强、区长出席。'
    >>> heal("3M 公司 Hello World").text
    '3M公司Hello World'
    >>> heal("区委&nbsp;书记阿米娜&middot;买买提").text
    '区委书记阿米娜·买买提'
    """
    narrow = _HALF.sub(lambda mark: _FULL[mark.group()], text.translate(_NARROW))
    pieces: list[str] = []
    origin: list[int] = []
    found = lines(text)
    listed = entries(narrow, found)
    ends = _paragraph_ends(text, found, listed)
    for line, ends_here, entry in zip(found, ends, listed, strict=True):
        for start, stop in _kept(narrow, line, entry=bool(entry)):
            at = start
            for entity in _ENTITY.finditer(narrow, start, stop):
                meant = _meant(entity.group())
                if len(meant) > 1:
                    continue  # no entity: &hello;
                pieces.append(narrow[at : entity.start()] + meant)
                origin.extend(range(at, entity.start() + len(meant)))
                at = entity.end()
            pieces.append(narrow[at:stop])
            origin.extend(range(at, stop))
        joint = "\n" if ends_here else _joint(text, line)
        if joint and line is not found[-1]:
            pieces.append(joint)
            origin.append(line.stop)
    origin.append(len(text))
    return Healed("".join(pieces), tuple(origin))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a healed text's sentences; every end mark stays with its sentence.

    One of more than `LONGEST_SENTENCE` code points is cut into parts, at a comma where it has one.

    >>> [("甲到会。乙讲话！")[a:b] for a, b in sentences("甲到会。乙讲话！")]
    ['甲到会。', '乙讲话！']
    """
    for begin, stop in _unbounded(text):
        start = begin
        while stop - start > LONGEST_SENTENCE:
            cut = parted(text, start, start + LONGEST_SENTENCE)
            yield start, cut
            start = cut
        yield start, stop


def overlong(text: str) -> int:
    """Count the sentences of a healed text that `sentences` cuts into parts."""
    return sum(stop - start > LONGEST_SENTENCE for start, stop in _unbounded(text))


def parted(text: str, start: int, stop: int) -> int:
    """Give where to part what is too long: after the last comma in the second half of `[start, stop)`, else at `stop`."""
    pauses = list(_PAUSE.finditer(text, (start + stop) // 2, stop))
    return pauses[-1].end() if pauses else stop


def _unbounded(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        stop = end.start() if text[end.start()] == "\n" else end.end()
        if text[start:stop].strip():
            yield start, stop
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def sentence_around(healed: Healed, start: int, stop: int) -> str:
    r"""Give the sentence or sentences that hold the span `[start, stop)` of the original text.

    >>> sentence_around(heal("甲到\n会。乙讲话。"), 5, 6)
    '乙讲话。'
    """
    first = bisect_left(healed.origin, start)
    last = max(first, bisect_left(healed.origin, stop) - 1)
    begin = healed.text.rfind("\n", 0, first) + 1
    end = healed.text.find("\n", last)
    paragraphs = healed.text[begin : end if end >= 0 else len(healed.text)]
    around = [
        paragraphs[a:b] for a, b in sentences(paragraphs) if a <= last - begin and b > first - begin
    ]
    return "".join(around).strip()


# Full-width letters, digits and the marks that stand inside numbers, addresses and names become
# half-width. Punctuation of sentences stays as published.
_STAYS = "！（），：；＜＝＞？＠［＼］＾＿｀"
_FULL = {",": "，", ";": "；", ":": "："}
_HALF = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:](?!//)")  # half-width marks in Chinese text
_OTHER_SPACES = "\t\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000"
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in _STAYS}
_NARROW |= dict.fromkeys([*map(ord, _OTHER_SPACES), *range(0x2000, 0x200B)], 0x20)
# Half a pair of UTF-16 is no character: nothing can be looked up in it, and no file can hold it.
_NARROW |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"  # zero-width marks and the soft hyphen of a web page
_SPACES = re.compile(rf"[\s{_INVISIBLE}]+")


# What is left of a web page: &nbsp; &amp; &middot; &#160;.
_ENTITY = re.compile(r"&(?:#\d{2,5}|[A-Za-z]{2,8});")


def _meant(entity: str) -> str:
    """Give the character that an entity of HTML stands for; nothing for a space."""
    meant = html.unescape(entity)
    return "" if meant.isspace() else meant


def _kept(narrow: str, line: Line, *, entry: bool) -> Iterator[tuple[int, int]]:
    """Yield the spans of a line that are no layout spaces; one between Latin words, or cells of a list, is kept."""
    at = line.start
    for space in _SPACES.finditer(narrow, line.start, line.stop):
        start, stop = space.span()
        sides = narrow[start - 1 : start] + narrow[stop : min(stop + 1, line.stop)]
        parts_words = len(sides) > 1 and sides.isascii() and narrow[start] not in _INVISIBLE
        if entry and narrow[start] not in _INVISIBLE:
            before = narrow[max(line.start, start - _SIDE) : start]
            parts_words = parts_words or parts(before, narrow[stop : min(stop + _SIDE, line.stop)])
        yield at, start + parts_words
        at = stop
    if at < line.stop:
        yield at, line.stop


def _joint(text: str, line: Line) -> str:
    """Give what joins a line to the next of its paragraph: a space after a Latin word, else nothing."""
    return " " if re.match(r"[A-Za-z]\s+[A-Za-z]", text[line.stop - 1 : line.stop + 16]) else ""


def _paragraph_ends(text: str, found: Sequence[Line], listed: Sequence[str]) -> list[bool]:
    """Tell for each line whether a paragraph ends with it; an entry of a list begins one."""
    answer = _wrapped_ends(text, found)
    measure = column(found) if any(listed) else None
    cut = _cut(found, listed)
    longest = max((one.length for one in found), default=0)
    for place, (line, here) in enumerate(zip(found, listed, strict=True)):
        if here and place:
            answer[place - 1] = True
        after = found[place + 1].length if place + 1 < len(found) else 0
        full = measure is not None and measure.full(line)
        goes_on = full and (here != "row" or (after <= _REST and line.length >= longest - 1))
        if here and not goes_on:
            answer[place] = True
        if place in cut:
            answer[place] = False
    return answer


def _cut(found: Sequence[Line], listed: Sequence[str]) -> set[int]:
    """Give the entries that the edge of a column cuts: as wide as any line, with what is no entry below, twice at least."""
    longest = max((one.length for one in found), default=0)
    widest = max((one.width for one in found), default=0.0)
    cut = {
        place
        for place, (one, here) in enumerate(zip(found[:-1], listed, strict=False))
        if here and not listed[place + 1]
        and (one.length >= longest - 1 or one.width >= widest - 1)
    }  # fmt: skip
    return cut if len(cut) >= _TWICE and longest <= _NARROW_COLUMN else set()


_TWICE = 2
_SIDE = 12  # code points beside white space that tell whether it parts two cells
_NARROW_COLUMN = 45  # code points


def _wrapped_ends(text: str, found: Sequence[Line]) -> list[bool]:
    """Tell for each line whether a paragraph ends with it, by how the lines are set."""
    ended = [ends_sentence(text, line) for line in found]
    measure = column(found)
    if measure is None or (len(found) > _FEW and sum(ended) > len(found) * _MOSTLY):
        return [*(not _inside(text, *two) for two in pairwise(found)), True][: len(found)]
    usual = min((line.breaks for line in found[1:]), default=0)
    indented = sum(line.indent >= 1 for line in found) <= len(found) * _SOME
    answer = [end and not measure.full(line) for end, line in zip(ended, found, strict=True)]
    for place, line in enumerate(found[1:]):
        if line.breaks > usual or (indented and line.indent >= 1):
            answer[place] = True
    for first, last in _headings(text, found, ended, measure):
        answer[last] = True
        if first:
            answer[first - 1] = True
        for place in range(first + 1, last + 1):
            if _DATE.fullmatch(text, found[place].start, found[place].stop):
                answer[place - 1] = True
    return answer


def _inside(text: str, line: Line, after: Line) -> bool:
    """Tell whether brackets that open in a line close in the one after it: （…第十届人民 / 代表大会…通过）."""
    opened = _BRACKET.findall(text, line.start, line.stop)[-1:]
    closed = _BRACKET.findall(text, after.start, after.stop)[:1]
    return opened in (["（"], ["("]) and closed in (["）"], [")"])


_BRACKET = re.compile("[（）()]")


# The date under a signature is no part of the name above it.
_DATE = re.compile(
    r"(?:(?:19|20)\d\d|二[〇○零一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)


_REST = 5  # code points of what is left of a row that its column cuts
_SOME = 0.6  # where more lines than this are set in, an indent opens no paragraph
_FEW, _MOSTLY = 2, 0.7  # paragraphs of one short line each look like a column, but for their ends
_HEADING, _LINES = 0.7, 3  # a heading or signature fills at most so much of each of its few lines
_GOES_ON = tuple("，、,（(“《—")


def _headings(
    text: str, found: Sequence[Line], ended: Sequence[bool], measure: Column
) -> Iterator[tuple[int, int]]:
    """Yield first and last line of each heading and signature, which no paragraph takes in.

    It is short, ends no sentence, stands after the end of one and before a full line. A column
    that narrows beside a picture has more than a few short lines.
    """
    alone = [
        measure.share(line) <= _HEADING and not end and text[line.stop - 1] not in _GOES_ON
        for line, end in zip(found, ended, strict=True)
    ]
    first = 0
    while first < len(found):
        last = first
        while last < len(found) and alone[last]:
            last += 1
        follows = last == len(found) or measure.full(found[last])
        if first < last <= first + _LINES and follows and (first == 0 or ended[first - 1]):
            yield first, last - 1
        first = max(last, first + 1)
