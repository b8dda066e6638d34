"""Brief: areas named by one character, where someone comes to them or two nations face one another: 来鄂调研, 中柬双方."""

import functools
import re
from collections.abc import Iterator

from graph.divisions import register
from loaders import lexicons
from loaders.names.areas import Area, known
from loaders.names.found import Found
from loaders.names.home import Home
from loaders.names.mention import Mention

_TASKS = "调研|考察|视察|检查|督导|督查|督察|指导|访问|参观|慰问|看望|走访|学习|招商|洽谈|开展|进行|实地|采风|巡视|暗访|验收|评估|推介|对接"
_COMING = re.compile(
    rf"(?:(?<![以历从本未将自外往到原近])来|赴|抵|莅)(?P<area>[\u4e00-\u9fff])(?=[^，。；、\n]{{0,16}}?(?:{_TASKS}))"
)
_WORDS = frozenset("信电源函访稿宾客日年时往临到自头袭势由龙说看回去过约会任考场岗位京港")
"""Characters after 来 or 赴 with which other words go on, when they are the first of the article's own area."""

_OURS = re.compile(r"(?:对|来|访问)(?P<area>我国)(?=进行[^，。；]{0,8}访问|访问|考察)")
_OWN = 2  # code points of the shortest name that its first character stands for


def find(text: str, districts: Found, home: Home) -> Iterator[Mention]:
    """Yield the areas that one character names; those not yet known are added to the districts.

    Args:
        text: A healed text.
        districts: Its districts.
        home: What its pointers mean; the first character of the article's own area counts too (来永考察).
    """
    own = home.area
    for match in _COMING.finditer(text):
        word = match["area"]
        meant = _divisions().get(word)
        if meant is None and own is not None and len(own.name) > _OWN and word not in _WORDS:
            meant = own if own.name.startswith(word) else None
        if meant is not None and not districts.covers(match.start("area")):
            yield _mention(match, "area", meant, districts)
    for match in _OURS.finditer(text):
        if not districts.covers(match.start("area")):
            yield _mention(match, "area", _nations()["中"], districts)
    for match in _pairs().finditer(text):
        for side in ("one", "two"):
            yield _mention(match, side, _nations()[match[side]], districts)


def _mention(match: re.Match[str], side: str, meant: Area, districts: Found) -> Mention:
    districts.areas.setdefault(meant.key, meant)
    return Mention("District", *match.span(side), match[side], meant.key)


def _areas(table: str) -> dict[str, Area]:
    found = ((word, register().find(name)) for word, name in lexicons.rows(table))
    return {word: known(choice[0]) for word, choice in found if choice}


@functools.cache
def _nations() -> dict[str, Area]:
    return _areas("nations_brief")


@functools.cache
def _divisions() -> dict[str, Area]:
    """Give the divisions that one character names: 鄂 means 湖北省."""
    return {**_areas("areas_brief"), "华": _nations()["中"]}


@functools.cache
def _pairs() -> re.Pattern[str]:
    others = "".join(_nations()).replace("中", "")
    return re.compile(
        rf"(?<!其)(?P<one>中)(?P<two>[{others}])(?=(?:两国|双方|双边)[^，。；\n]{{0,24}}签)"
    )
