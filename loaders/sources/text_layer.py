"""Text layer: the characters of a PDF file's pages, joined to printed lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

from loaders.sources.errors import SourceError

MOST_PAGES = 400
"""Pages of a file. An issue of a paper has up to a hundred; a longer file is a book."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is printed; places in points from the lower left corner of the page.

    Attributes:
        text: Its characters; a wider gap between two is one space.
        size: Height of its characters.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def pages(content: bytes) -> Iterator[list[Printed]]:
    """Yield the lines of each page, in no particular order.

    Raises:
        SourceError: It is damaged, locked, or has too many pages.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError("it is locked with a password; save a copy without one") from error
        raise SourceError(
            "it is a damaged PDF file, or only a part of one; get it again"
        ) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise SourceError(
                f"it has {count:,} pages, more than an issue of a paper ({MOST_PAGES}); give its parts"
            )
        for number in range(count):
            yield _lines(_glyphs(document, number))
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A character and its cell, with its number in the order in which the file draws.

    Attributes:
        spaced: The file draws a space before it.
    """

    character: str
    left: float
    bottom: float
    right: float
    top: float
    number: int
    spaced: bool

    @property
    def size(self) -> float:
        return self.top - self.bottom


_MOST = 60_000  # characters of a page; the fullest of a broadsheet has about ten thousand


def _glyphs(document: pdfium.PdfDocument, number: int) -> list[_Glyph]:
    """Give the characters of a page that are shown, without those that are no text."""
    try:
        page = document[number]
        layer = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise SourceError(f"its page {number + 1} is damaged; get the file again") from error
    count = layer.count_chars()
    if count > _MOST:
        raise SourceError(
            f"its page {number + 1} has {count:,} characters, and no printed page has more than "
            f"{_MOST:,}; give the text itself"
        )
    # Text outside the basic plane counts twice there, so each character is asked for by itself.
    shown = range(count)
    found = [_glyph(layer, at) for at in shown]
    layer.close()
    page.close()
    return [one for one in found if one is not None]


def _glyph(layer: pdfium.PdfTextPage, at: int) -> _Glyph | None:
    code = pdfium.raw.FPDFText_GetUnicode(layer, at)
    character = (
        chr(code) if 0 < code <= _LAST and not _SURROGATES[0] <= code <= _SURROGATES[1] else ""
    )
    if not character.strip() or not character.isprintable():
        return None
    raw = pdfium.raw
    matrix, x, y = raw.FS_MATRIX(), c_double(), c_double()
    raw.FPDFText_GetMatrix(layer, at, matrix)
    raw.FPDFText_GetCharOrigin(layer, at, x, y)
    size = raw.FPDFText_GetFontSize(layer, at) * abs(matrix.d)
    if size <= 0 or abs(matrix.b) > abs(matrix.a) * _SLANT:
        return None  # it runs up the page, as what is stamped over it does
    right = min(max(layer.get_charbox(at, loose=True)[2], x.value + size / 4), x.value + size)
    left, bottom, top = x.value, y.value - _DEPTH * size, y.value + (1 - _DEPTH) * size
    return _Glyph(character, left, bottom, right, top, at, spaced=_spaced(layer, at))


def _spaced(layer: pdfium.PdfTextPage, at: int) -> bool:
    """Tell whether a space is drawn before a character, not only added for a gap."""
    if not at or chr(pdfium.raw.FPDFText_GetUnicode(layer, at - 1)) not in " \xa0\u3000":
        return False
    return not pdfium.raw.FPDFText_IsGenerated(layer, at - 1)


_SLANT, _DEPTH = 0.1, 0.12  # of a line that is none; part of a cell below the base line
_LAST, _SURROGATES = 0x10FFFF, (0xD800, 0xDFFF)


# --- lines -----------------------------------------------------------------------------------


def _lines(glyphs: Sequence[_Glyph]) -> list[Printed]:
    """Join characters of one height on one base line, those of another column left apart."""
    rows = [row for level in _levels(glyphs) for row in _cut(level, frozenset())]
    lefts = Counter(round(row[0].left) for row in rows)
    edges = frozenset(left for left, count in lefts.items() if count >= _ROWS)
    return [_printed(part) for row in rows for part in _cut(row, edges)]


_ROWS = 2  # of a column, which show where it begins


def _cut(level: Sequence[_Glyph], edges: frozenset[int]) -> Iterator[list[_Glyph]]:
    """Yield the lines of one level; where columns begin (`edges`) a hanging mark may fill the gap."""
    row = sorted(level, key=lambda one: (one.left, one.number))
    start = 0
    for at, (one, other) in enumerate(pairwise(row), 1):
        if _apart(one, other) or (not _follows(one, other) and round(other.left) in edges):
            yield row[start:at]
            start = at
    yield row[start:]


def _levels(glyphs: Sequence[_Glyph]) -> Iterator[list[_Glyph]]:
    """Yield characters that stand on one level, whatever column they are in."""
    level: list[_Glyph] = []
    for one in sorted(glyphs, key=lambda one: (-(one.top + one.bottom), one.left)):
        if level and not _level(level[0], one):
            yield level
            level = []
        level.append(one)
    if level:
        yield level


def _level(one: _Glyph, other: _Glyph) -> bool:
    distance = abs((one.top + one.bottom) - (other.top + other.bottom)) / 2
    return distance <= _LEVEL * min(one.size, other.size)


def _apart(one: _Glyph, other: _Glyph) -> bool:
    """Tell whether a character begins another line: of another column, or of another size."""
    size, gap = min(one.size, other.size), other.left - one.right
    if max(one.size, other.size) > size * _OTHER:
        return True
    return gap > size * (_GUTTER if _follows(one, other) else _JUMP)


def _follows(one: _Glyph, other: _Glyph) -> bool:
    """Tell whether the file draws a character right after another."""
    return 0 < other.number - one.number <= _NEXT


def _printed(row: Sequence[_Glyph]) -> Printed:
    text = row[0].character
    for one, other in pairwise(row):
        wide = other.spaced or other.left - one.right > _SPACE * min(one.size, other.size)
        text += (" " if wide else "") + other.character
    return Printed(
        text,
        row[0].left,
        min(one.bottom for one in row),
        max(one.right for one in row),
        max(one.top for one in row),
        median(one.size for one in row),
    )


# Parts of a character's height: what two of one level differ; a gap that parts columns, and one where
# the file draws something else in between; a space; how much larger one of another line is.
_LEVEL, _GUTTER, _JUMP, _SPACE, _OTHER = 0.35, 1.6, 0.35, 0.3, 1.5
_NEXT = 4  # a space and a line break may be drawn between two characters
