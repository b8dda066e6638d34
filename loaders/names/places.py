"""Places: whether the words before 园, 馆 or 村 can be the name of one place, and where they begin."""

import functools
import re
from collections.abc import Iterable

from loaders import lexicons

_COUNTED = re.compile(
    r"(?:[即有共建成]*[一二三四五六七八九十两几多数\d]+余?(?:个|分钟|家|所|处|座|名|位|户|批|条|项|大|类|种|片|支)"
    r"|[各该这那某此其每]|全[国省市区县镇乡]|半数|过半|多数|[百千万]年|[我本]?[省市区县镇乡州]?部分|[我本][省市区县镇乡州](?:各|所有|全部)|多个|许多|不少|众多|有的)"
)
_VAGUE = re.compile(
    r"重点|部分|相关|有关|主要|辖区|沿线|困难|老旧|在建|新建|拟建|周边|附近|各|基层|首个|首座|复工|农村|农民|河湖|众多|所有"
)
_OWN = 2  # code points of the shortest own name


def own(stem: str) -> bool:
    """Tell whether the words before a tail hold a name, and do not only say of what kind a place is.

    >>> own("白石"), own("大云"), own("重点"), own("施工")
    (True, True, False, False)
    """
    rest = _generic().sub("", stem)
    return len(rest) >= _OWN and not _sizes().fullmatch(rest)


def counted(text: str) -> bool:
    """Tell whether a phrase counts or points at places and names none: 六大片区, 各村, 半数村."""
    return _COUNTED.match(text) is not None


def vague(stem: str) -> bool:
    """Tell whether the words between an area and a tail leave open which place is meant: 某区重点企业.

    >>> vague("河湖"), vague("便民")
    (True, False)
    """
    return _VAGUE.search(stem) is not None


def begin(text: str, start: int, stop: int) -> int:
    """Give where the name of a place begins in `[start, stop)`, after the last word that is no part of it.

    >>> begin("控制明河码头", 0, 4)
    2
    """
    last = start
    for match in _breaks().finditer(text, start, stop):
        last = match.end()
    return last


@functools.cache
def _generic() -> re.Pattern[str]:
    return _any(one for one in lexicons.words("stops_vetoed") if len(one) > 1)


@functools.cache
def _sizes() -> re.Pattern[str]:
    """Match words of one character only: 新老, 大小."""
    alone = "".join(one for one in lexicons.words("stops_vetoed") if len(one) == 1)
    return re.compile(f"[{alone}]+")


@functools.cache
def _breaks() -> re.Pattern[str]:
    return _any(lexicons.words("place_breaks"))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)))
