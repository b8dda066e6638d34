"""Items: one post of a chain, 徐汇区委 + 书记: its body, what stands between, and its title."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.grammar import titles
from loaders.grammar.reading import Reading
from loaders.grammar.titles import Title
from loaders.names.mention import Mention
from loaders.names.pointers import POINTERS

BODIES = ("PublicBody", "District", "Enterprise", "Organization", "InspectionTeam", "Place")
"""Types of what a post may begin with."""
BRACKETS = re.compile(r"[（(][^）)]{2,30}[）)]")
"""A note or another name in brackets."""
FAR = 400
"""Code points; no chain of posts is longer."""
_DIVISION = re.compile(r"[\u4e00-\u9fff]{1,11}[处科室庭部会局办院社团]|[\u4e00-\u9fff]{2,8}中心")
_OWN = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:中心|[处科室庭队所站组办部局]|学院|党支部|党总支|机关党委)"
)
_NO_SCOPE = re.compile(
    r"[，。；：、！？!?“”‘’《》（）()\n的在由与对向将已了是不从被把给就任于等]|相关|有关|主要|分管"
)
_LONGEST_REGION = 6  # 中国西南大区
_LONGEST_SCOPE = 12  # 全球高级副总裁: a firm's titles have scopes of their own
_FORMERLY = ("原", "时任", "前任", "曾任", "原任", "此前任", "此前担任")
_PREVIOUS = re.compile(r"(?:^|(?<=[，。；：、！？\s由国命与和及以]))前$")
_NOW = re.compile(r"[现新首候]任|第[\d一二三四五六七八九十百]{1,4}[任届]")
_REALM = re.compile(
    r"(?:社会主义|人民民主|民主人民|民主社会主义|伊斯兰|阿拉伯|联合|民主|人民|联邦|合作|多民族){0,3}(?:共和国|王国|公国|联邦|国(?!家|王|务|会|防|土))"
    r"|特区|特别行政区"
)
"""What ends the long name of a country or region whose short name stands before: 越南 + 社会主义共和国."""
_WAYS_IN = frozenset(
    (
        "",
        *[
            "中共",
            "任",
            "原",
            "由",
            "其中",
            "日前",
            "会上",
            "兼",
            "时任",
            "以及",
            "及",
            "和",
            "与",
            "请",
            "邀请",
            "据",
            *(
                *"局厅委行台馆社",
                "院",
                "校",
                "学院",
                "学校",
                "医院",
                "集团",
                "公司",
                "集团公司",
                "总公司",
                "协会",
                "商会",
                "学会",
            ),  # see units.py
        ],
    )
)


@dataclass(frozen=True, slots=True)
class Item:
    """One post of a chain: 徐汇区委 + 书记.

    Attributes:
        start: Where it begins: its body, or its title when the body is not named.
        stop: Where its title ends.
        body: The body, or None when it is inherited.
        title: The title.
        organ: An organ named without its area, which the post before it has: 监委 of 省纪委书记、监委主任.
        division: A division of the body, named after it: 党员教育中心 of 云湖区委党员教育中心主任.
    """

    start: int
    stop: int
    body: Mention | None
    title: Title
    organ: str = ""
    division: str = ""


def read_item(
    reading: Reading, start: int, stop: int, *, closed: bool = False, led: bool = False
) -> Item | None:
    """Read one post that ends at `stop`.

    Args:
        reading: The article.
        start: Nothing left of this belongs to it.
        stop: Where its title ends.
        closed: It must fill the whole span, as the earlier items of a chain do.
        led: Other words may lead up to its body, where it names one (会议由区党工委委员、…).
    """
    text = reading.text
    for body in _bodies(reading, start, stop):
        if body.type == "District" and titles.scoped(
            text[body.start : body.start + _LONGEST_REGION]
        ):
            continue  # 中国西南区总经理 is no post of 中国
        if body.type == "District" and text[body.start - 1 : body.start] == "驻":
            return _sent(reading, start, body.start - 1, stop)
        title, division = _title_after(body, text[body.stop : stop])
        if title is not None and not _is_scope(reading, body, title):
            begin = _path(reading, body.start, start)
            if text.endswith(_FORMERLY, start, begin) or _PREVIOUS.search(text, start, begin):
                title = replace(title, status="former")
            item = Item(begin, stop, body, title, division=division)
            return None if closed and not led and not _filled(text[start:begin]) else item
    title = titles.last(text[start:stop])
    at = text.find("驻", start, stop)
    if title is not None and at > start and title.head in _ENVOYS:
        return _sent(reading, start, at, stop)
    return _unnamed(reading, start, stop, title, closed=closed) if title else None


_ENVOYS = ("大使", "总领事", "领事", "参赞", "公使", "代表", "总代表", "特派员")


def _sent(reading: Reading, start: int, at: int, stop: int) -> Item | None:
    """Read the post of who is sent abroad, which is of the country that sends: 某国 + 驻上海总领事."""
    home = reading.names.ending(at, "District")
    title = titles.last(reading.text[at:stop])
    if home is None or home.start < start or title is None or title.head not in _ENVOYS:
        return None
    words = reading.text[at:stop]
    return Item(home.start, stop, home, Title(0, words, "any", title.status))


def _is_scope(reading: Reading, body: Mention, title: Title) -> bool:
    """Tell whether a district is no more than the scope of a firm's post: 甲新能源 + 新疆区域总经理."""
    firm = reading.names.ending(body.start, "Enterprise", "Organization")
    return body.type == "District" and title.kind != "area" and firm is not None


def _unnamed(reading: Reading, start: int, stop: int, title: Title, *, closed: bool) -> Item | None:
    """Read a post whose body is not named, or by its organ or its division alone."""
    begin = start + title.start
    lead = reading.text[start:begin].removesuffix("原")
    if lead == "常委会":
        body = _standing(reading, start)
        return Item(start, stop, body, title) if body else None
    if lead in organs():
        return Item(start, stop, None, title, lead)
    own = "自治" + title.head[0] if title.kind == "area" else "-"
    if lead.endswith(own) and (not closed or _filled(lead.removesuffix(own))):
        return Item(begin - len(own), stop, None, title)  # 自治县副县长, of the article's county
    if lead.startswith(POINTERS):
        return None  # 市申遗办主任, of an office that no grammar finds
    if _is_division(reading, start, lead):
        return Item(start, stop, None, Title(start, lead + title.text, "any", title.status))
    if closed and not _filled(lead):
        return None
    if title.head in _OF_COUNTRIES and (country := _country(reading, lead)) is not None:
        return Item(start, stop, country, replace(title, start=len(lead)))
    if title.kind == "area" and (lead.endswith(title.head[0]) or titles.last(lead)):
        return None  # 某某市市长 of a city that no grammar finds; 某市政府党组成员副市长, with no sign between
    return Item(begin, stop, None, title)


_OF_COUNTRIES = frozenset(
    ("总统", "总理", "首相", "国王", "女王", "外长", "防长", "财长", "外交大臣", "议长", "国务卿")
)


def _country(reading: Reading, lead: str) -> Mention | None:
    """Give the country of the article that one character before a title stands for: 俄 + 总统."""
    if len(lead) != 1:
        return None
    named = {
        area.key: one
        for one in reading.districts.mentions
        if one.text.startswith(lead)
        and (area := reading.districts.areas.get(one.area)) is not None
        and area.level == "country"
        and not area.key.startswith("?")
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _is_division(reading: Reading, start: int, lead: str) -> bool:
    """Tell whether words before a title are a division of the body before: 党组成员、理事会副主任."""
    listed = reading.text[start - 1 : start] == "、" and _DIVISION.fullmatch(lead) is not None
    return listed and reading.names.starting(start, *BODIES) is None


def _standing(reading: Reading, at: int) -> Mention | None:
    """Give the people's congress that 常委会 stands for: the one named last before."""
    near = reading.names.within(max(0, at - FAR), at, "PublicBody")
    return next((one for one in reversed(near) if one.text.endswith("人大常委会")), None)


def _path(reading: Reading, at: int, floor: int) -> int:
    """Give where the areas and bodies begin that a body stands straight after: 澜州市青溪县 + 县长."""
    while True:
        outer = reading.names.ending(at, "District", "PublicBody", "Organization")
        if outer is None or outer.start < floor:
            return at
        at = outer.start


@functools.cache
def organs() -> tuple[str, ...]:
    """Give the organs that are named without their area, where the post before them has one."""
    return lexicons.words("shared_organs")


def _filled(lead: str) -> bool:
    """Tell whether what stands before an item of a chain is no more than a way in."""
    return lead in _WAYS_IN


def _bodies(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the bodies that an item may begin with, the last and longest first."""
    inside = reading.names.outermost(start, stop, *BODIES)
    yield from reversed(inside)
    for one in reversed(reading.names.within(start, stop, "District")):
        if one not in inside:
            yield one


def _title_after(body: Mention, rest: str) -> tuple[Title | None, str]:
    """Read the title that follows a body, and a division of it that stands between.

    The body's other name may stand between too, in brackets.
    """
    other = BRACKETS.match(rest)
    rest = rest[other.end() :] if other else rest
    rest = rest.removeprefix("的")
    now = _NOW.match(rest)
    rest = rest[now.end() :] if now else rest
    if body.type == "District" and (realm := _REALM.match(rest)):
        rest = rest[realm.end() :]
    title = titles.whole(rest) or titles.contracted(body.text[-1], rest)
    if title is not None:
        return title, ""
    if body.type == "PublicBody":
        return _divided(rest)
    return _scoped(body, rest), ""


def _divided(rest: str) -> tuple[Title | None, str]:
    """Read a title of a division: 党员教育中心 + 主任, 组织处 + 处长."""
    found = titles.last(rest)
    division = rest[: found.start].removesuffix("原") if found else ""
    if found is None or not _OWN.fullmatch(division):
        return None, ""
    return replace(found, start=0), division


def _scoped(body: Mention, rest: str) -> Title | None:
    """Read a title of a firm or a school with its scope: 全球高级副总裁."""
    found = titles.last(rest) if body.type in ("Enterprise", "Organization") else None
    if found is None:
        return None
    scope = rest[: found.start]
    if len(scope) == 1 or len(scope) > _LONGEST_SCOPE or _NO_SCOPE.search(scope):
        return None  # 镇团委高书记 has no scope, but a surname
    return Title(0, scope.removesuffix("原") + found.text, found.kind, found.status)
