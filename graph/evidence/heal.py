r"""Heal a text: join hard-wrapped lines, drop layout spaces, and keep the way back.

The original is never changed: offsets count in the text as published. Everything that reads works
on the healed copy, whose every code point knows where it came from.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[。！？!?；;][”’」』）)]*|\n+")
# A line this much shorter than its column ends a paragraph, when it also ends a sentence.
_FULL_LINE = 0.82
_CLOSERS = "”’」』）)》"


@dataclass(frozen=True, slots=True)
class Healed:
    r"""A copy of a text that is fit for reading, with a map back to the text as published.

    Attributes:
        text: The healed copy; paragraphs are parted by one `\n`, full-width letters and digits are
            half-width, punctuation stays as published.
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
    """
    kept: list[tuple[str, int]] = []
    for start, stop, breaks in _lines(text):
        for at in range(start, stop):
            kept.append((_narrow(text[at]), at))
        if breaks:
            kept.append(("\n", min(stop, len(text) - 1)))
    while kept and kept[-1][0] == "\n":
        kept.pop()
    kept = list(_without_layout_spaces(kept))
    return Healed("".join(one for one, _ in kept), (*(at for _, at in kept), len(text)))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a healed text's sentences; every end mark stays with its sentence.

    >>> [("甲到会。乙讲话！")[a:b] for a, b in sentences("甲到会。乙讲话！")]
    ['甲到会。', '乙讲话！']
    """
    start = 0
    for end in _SENTENCE_END.finditer(text):
        stop = end.start() if text[end.start()] == "\n" else end.end()
        if text[start:stop].strip():
            yield start, stop
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def sentence_around(healed: Healed, start: int, stop: int) -> str:
    """Give the sentence or sentences that hold the span `[start, stop)` of the original text.

    >>> sentence_around(heal("甲到\\n会。乙讲话。"), 5, 6)
    '乙讲话。'
    """
    found = [
        healed.text[a:b]
        for a, b in sentences(healed.text)
        if healed.origin[a] < stop and healed.origin[b - 1] >= start
    ]
    return "".join(found).strip()


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield each line that has text, trimmed, and whether a paragraph ends with it."""
    spans = [
        (m.start(), m.end()) for m in re.finditer(r"[^\s][^\n\r]*?(?=[^\S\n\r]*(?:[\n\r]|$))", text)
    ]
    lengths = sorted(stop - start for start, stop in spans)
    width = lengths[int(len(lengths) * 0.75)] if lengths else 0
    for place, (start, stop) in enumerate(spans):
        if place + 1 == len(spans):
            yield start, stop, False
            continue
        indent = text[stop : spans[place + 1][0]]
        yield start, stop, _ends_paragraph(text[start:stop], width, indent)


def _ends_paragraph(line: str, width: int, gap: str) -> bool:
    """Tell whether a paragraph ends with `line`; `gap` is the white space before the next one."""
    if width > _LONGEST_COLUMN or "\u3000\u3000" in gap:
        return True
    ends_sentence = line.rstrip(_CLOSERS)[-1:] in "。！？!?…：:"
    return ends_sentence and len(line) < width * _FULL_LINE


_LONGEST_COLUMN = 45  # no printed column is wider; a text of longer lines is not hard-wrapped


def _narrow(character: str) -> str:
    """Give a full-width letter or digit in half width, any space as a space."""
    if character.isspace():
        return " "
    if "\uff10" <= character <= "\uff5a" and character not in "：；＜＝＞？＠［＼］＾＿｀":
        return unicodedata.normalize("NFKC", character)
    return character


def _without_layout_spaces(kept: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Drop every space that does not stand between two narrow letters or digits."""
    for place, (character, at) in enumerate(kept):
        if character == " ":
            before = kept[place - 1][0] if place else " "
            after = kept[place + 1][0] if place + 1 < len(kept) else " "
            if not (_is_narrow(before) and _is_narrow(after)):
                continue
        yield character, at


def _is_narrow(character: str) -> bool:
    return character.isascii() and character.isprintable() and character != " "
