"""Registered: the names of the register's divisions as they stand in a text, before anything is decided about them."""

import functools
import re
from collections.abc import Iterable, Iterator

import daachorse

from graph.divisions import register
from loaders import lexicons
from loaders.names.edges import Edges

_FULL = re.compile(r"(?:省|市|区|县|旗|州|盟|镇|乡|街道|苏木|地区)$")
_STEM = 2  # code points of the shortest own name without its kind
REGIONS = {"香港特区": "香港特别行政区", "澳门特区": "澳门特别行政区"}
"""Short names of the special administrative regions that end in 区, and their full ones."""


def is_full(name: str) -> bool:
    """Tell whether a name has the word for its kind: 徐汇区, 道县; not 徐汇, and not 南区."""
    return _FULL.search(name) is not None and (len(name) > _STEM or name.endswith("县"))


@functools.cache
def _names() -> tuple[tuple[str, ...], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    extra = (*lexicons.words("countries_short"), *lexicons.words("foreign_cities"), *REGIONS)
    found = sorted({name for name, _ in register().names(foreign=True)} | set(extra))
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return tuple(found), daachorse.CharwiseDoubleArrayAhoCorasick(found, longest)


def spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans of known names; whether the register has them."""
    _, machine = _names()
    kinds = generic()
    last = -1
    for start, end, _ in machine.find(text):
        market = text.startswith("市场", end - 1) and text[start : end - 1] in _shorts()
        stop = end - market  # 苏州市场监管所 is no 苏州市
        if text[start:stop] not in kinds or start == last:  # 呼和浩特市新城区
            last = stop
            yield start, stop, True


@functools.cache
def generic() -> frozenset[str]:
    """Give the words that end like the name of a division and are none: 园区."""
    return frozenset(lexicons.words("generic_areas"))


@functools.cache
def holds(name: str) -> bool:
    """Tell whether no longer name begins with a name: 大通 is the beginning of 大通湖区."""
    return is_full(name) or name not in _weak_shorts()


@functools.cache
def _shorts() -> frozenset[str]:
    return frozenset(name for name, _ in register().names() if not is_full(name))


@functools.cache
def _weak_shorts() -> frozenset[str]:
    """Give the short forms of counties, which mean them only beside their full form."""
    shorts = {
        name for name, code in register().names() if not is_full(name) and not code.endswith("00")
    }
    return frozenset(shorts)


def outside(
    found: Iterable[tuple[int, int, bool]], text: str, steps: tuple[str, ...]
) -> list[tuple[int, int, bool]]:
    """Drop names that only stand inside a name of the article's place: 南区 of 沛南区."""
    inside = {
        at
        for step in steps
        if not register().find(step)
        for match in re.finditer(re.escape(step), text)
        for at in range(*match.span())
    }
    return [one for one in found if inside.isdisjoint(range(one[0], one[1]))]


def begins(text: str, span: tuple[int, int, bool], edges: Edges) -> bool:
    """Tell whether a name of two characters (南区, 沙县) is no part of a longer word."""
    start, stop, _ = span
    return (
        stop - start > _STEM or not text[start:stop].endswith(_SHORT_KINDS) or edges.is_edge(start)
    )


def across(text: str, start: int, stop: int) -> bool:
    """Tell whether a short name only stands where two words meet: 重庆 in 隆重庆祝.

    >>> across("隆重庆祝", 1, 3), across("来到重庆工作", 2, 4)
    (True, False)
    """
    if stop - start != _STEM or start == 0:
        return False
    common = common_words()
    return text[start - 1 : start + 1] in common and text[stop - 1 : stop + 1] in common


@functools.cache
def common_words() -> frozenset[str]:
    """Give the more frequent words of two characters that are no names."""
    return frozenset(lexicons.words("common_words"))


@functools.cache
def stems() -> frozenset[str]:
    """Give the own names of the register's divisions without their kinds."""
    return frozenset(_FULL.sub("", name) for name, _ in register().names())


_SHORT_KINDS = ("区", "县", "旗", "镇", "乡")
