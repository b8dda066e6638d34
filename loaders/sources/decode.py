"""Bytes of a text file to text: UTF-8, GB18030 and GBK, UTF-16, and what is no text at all."""

import codecs
import re
from functools import cache

from charset_normalizer import from_bytes

from loaders.sources.errors import SourceError

# First bytes of files that are sometimes named .txt by mistake.
# Source: the formats' own specifications, as collected in the `file` command's magic database.
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a picture or a recording (RIFF)"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
_TEXT_TOO = (b"BM", b"MZ")  # letters with which a text may begin

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_COMMON = 0.6  # share of the Chinese characters of any news that are common ones, at least
_PLAUSIBLE = 0.85  # share of code points that a Chinese text has in the blocks below, at least
_CONTROLS = {*map(chr, range(32)), "\x7f"} - set("\t\n\r\x0b\x0c\x1a")
_SAMPLE = 20_000  # code points; enough to tell one encoding from another


def decode(content: bytes) -> str:
    r"""Give the text of a file, without a byte order mark; line ends stay as they are.

    >>> decode("区长".encode("gb18030")), decode("区长\r\n".encode("utf-16"))
    ('区长', '区长\r\n')

    Raises:
        SourceError: It is empty, no text, or in an encoding that cannot be told.
    """
    if not content.strip(b"\0 \t\r\n"):
        raise SourceError("the file is empty; give it a text, or leave it out")
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _with_mark(content[len(mark) :], encoding)
    kind = _kind(content)
    if kind:
        raise SourceError(f"it is {kind}, no text; give the text itself as UTF-8 or GB18030")
    text = _strictly(content, "utf-8")
    if text is not None and not _binary(text):
        return (_likeliest(content) if _by_chance(text) else None) or text
    text = _likeliest(content) or _guessed(content)
    if text is None:
        raise SourceError(
            "it is no text in UTF-8, GB18030 or UTF-16 (or it is damaged); save it as UTF-8"
        )
    return text


def decode_page(content: bytes) -> str:
    """Give the source of a web page: by its mark, else as it says of itself, else as `decode` does.

    Raises:
        SourceError: It is empty, no text, or in an encoding that cannot be told.
    """
    stated = _CHARSET.search(content[:_HEAD])
    name = stated[1].decode("ascii").lower() if stated else ""
    if name and not content.startswith(tuple(mark for mark, _ in _BOMS)) and not _kind(content):
        text = content.decode(_LARGER.get(name, "utf-8"), "replace")
        # Pages are cut and pasted by hand: a few bytes are often broken, and half of one is no reason.
        if not _binary(text) and text.count("\ufffd") <= len(text) * _BROKEN:
            return text
    return decode(content)


_HEAD, _BROKEN = (
    4096,
    0.002,
)  # bytes that may say the encoding; share of characters that may be broken
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_LARGER = dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "gb18030", "cp936"), "gb18030") | {
    "big5": "big5hkscs"
}


def _with_mark(content: bytes, encoding: str) -> str:
    text = _strictly(content, encoding)
    if text is None or _binary(text):
        raise SourceError(
            f"its first bytes say {encoding.upper()}, but the rest is not; save it as UTF-8"
        )
    if not text.strip():
        raise SourceError("the file is empty; give it a text, or leave it out")
    return text


def _kind(content: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if content.startswith(signature) and (
            signature not in _TEXT_TOO or b"\0" in content[:_SAMPLE]
        ):
            return kind
    return ""


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _binary(text: str) -> bool:
    """Tell whether a text has control characters that no text has."""
    head = text[:_SAMPLE]
    return sum(character in _CONTROLS for character in head) * 200 > len(head)


def _by_chance(text: str) -> bool:
    """Tell whether so few bytes made it UTF-8 that they may be GB18030: 委 is also ί."""
    foreign = [character for character in text if not character.isascii()]
    return 0 < len(foreign) < _FEW and not any(map(_expected, foreign))


_FEW = 12  # characters of two bytes each; by chance more are hardly ever valid


def _likeliest(content: bytes) -> str | None:
    """Give the reading that looks most like Chinese, when one does."""
    readings = [
        (quality, text)
        for encoding in ("gb18030", "utf-16-le", "utf-16-be")
        if (text := _strictly(content, encoding)) is not None and not _binary(text)
        if (quality := _quality(text[:_SAMPLE])) > 0
    ]
    return max(readings)[1] if readings else None


def _quality(text: str) -> float:
    """Give the share of common characters, or 0 for a text that cannot be Chinese news."""
    known = sum(map(_expected, text))
    if not text or known < len(text) * _PLAUSIBLE:
        return 0.0
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in text)
    common = sum(character in _common() for character in text)
    if not chinese:
        return _MARKS_ONLY if known == len(text) else 0.0
    return common / chinese if common >= chinese * _COMMON else 0.0


_MARKS_ONLY = 0.01  # the quality of digits and Chinese marks without a single character


@cache
def _common() -> frozenset[str]:
    """Give the 3,755 most used characters; a wrong encoding turns them into rare ones.

    Source: GB 2312-80, level 1, which the standard chose by frequency: rows 16 to 55.
    """
    rows = (bytes((0xA0 + row, cell)) for row in range(16, 56) for cell in range(0xA1, 0xFF))
    return frozenset(b"".join(rows).decode("gb2312", "ignore"))


def _expected(character: str) -> bool:
    return (
        character.isascii()
        or "\u4e00" <= character <= "\u9fff"
        or "\u2010" <= character <= "\u2040"
        or "\u3000" <= character <= "\u303f"
        or "\uff00" <= character <= "\uffef"
        or character in "·×—°Ⅰ①②③④⑤⑥⑦⑧⑨■●▲★□○◆\xa0"
    )


def _guessed(content: bytes) -> str | None:
    """Ask charset-normalizer, for what is neither UTF nor GB: Big5 and the like."""
    best = from_bytes(content, cp_isolation=["big5", "gb18030", "utf_16_le", "utf_16_be"]).best()
    if best is None:
        return None
    text = str(best)
    known = sum(map(_expected, text[:_SAMPLE]))
    return text if known >= len(text[:_SAMPLE]) * _PLAUSIBLE and not _binary(text) else None
