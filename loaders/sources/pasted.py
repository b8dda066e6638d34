"""Pasted source: a text file that holds the source of a web page, or a part of one, in its lines."""

import re


def pasted(text: str) -> str | None:
    r"""Give the source of a page that a text file holds, its tags whole; None for a plain text.

    A narrow column of a source cuts through its tags and `&nbsp;`: line ends within them are taken out.

    >>> pasted('<div><p align="cen\n\nter">县长沈知远</p></d\niv>')
    '<div><p align="center">县长沈知远</p></div>'
    >>> pasted("股价 <3 元，<b>县长</b>") is None
    True
    """
    found = len(_BLOCK.findall(text, 0, _HEAD))
    if found < _LEAST or found * _PER_TAG < min(len(text), _HEAD):
        return None
    return _TAG.sub(lambda tag: _LINE_END.sub("", tag[0]), text)


_HEAD = 100_000  # code points that tell
_LEAST, _PER_TAG = 2, 1000  # block elements that a source has, and code points for each
_BLOCK = re.compile(
    r"</?(?:p|br|div|table|tbody|tr|td|h[1-6]|ul|li)(?=[\s/>])[^<>]{0,2000}>", re.IGNORECASE
)
_TAG = re.compile(
    r"<[\r\n]*[A-Za-z/!][^<>]{0,5000}>|&[A-Za-z\d#\r\n]{2,16};"
)  # or a character by its name
_LINE_END = re.compile(r"[\r\n]+")
