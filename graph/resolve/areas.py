"""Area: a division that the register knows, or one that is only known as it is written."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.divisions import COUNTRY, LEVELS, Division, register
from graph.schema import identifier

# A path as texts write it; each part ends in the word for its level.
_PATH = re.compile(
    "(?P<province>.{2,7}?(?:省|自治区|特别行政区))?"
    "(?P<prefecture>.{1,12}?(?:市|自治州|地区|盟|(?<=..)州(?!市)))?"
    "(?P<county>.{1,15}?(?:自治县|自治旗|新区|区|县|旗|市))?"
    "(?P<township>.{1,10}?(?:街道|苏木|镇|乡))?"
)
# Areas of every city: they name nothing until it is known in which city.
_GENERAL = re.compile(
    "(?:经济|技术|高新|经开|开发|产业|城|新|郊|矿|园|社|景|辖|学|灾|地|东|西|南|北|中|老|主城|中心城|高铁|临港|滨海|示范)+"
    "(?:区|新区|城区)|城关镇|城厢镇|乡镇|城乡|城市|省市|市县|区县|县区|城镇|村镇"
)


@dataclass(frozen=True, slots=True)
class Area:
    """A division with all that it lies in.

    Attributes:
        id: `district-310104`, or a hash of the written path.
        name: Its own name.
        level: One of the register's levels; empty when the name does not tell.
        code: Its code in the register; empty when the register does not know it.
        parent: What it lies in, as far as known.
    """

    id: str
    name: str
    level: str
    code: str = ""
    parent: "Area | None" = None

    @property
    def chain(self) -> tuple["Area", ...]:
        """Give the area and what it lies in, from the top down."""
        return (*self.parent.chain, self) if self.parent else (self,)

    @property
    def full_name(self) -> str:
        """Give the path as texts write it."""
        return "".join(one.name for one in self.chain)

    @property
    def county(self) -> "Area | None":
        """Give the county-level area that it is or lies in."""
        return next((one for one in self.chain if one.level == "county"), None)

    def holds(self, other: "Area") -> bool:
        """Tell whether `other` lies in this area."""
        return any(one.id == self.id for one in other.chain)


@functools.cache
def known(code: str) -> Area:
    """Give the area of a code of the register."""
    here = register().get(code)
    path = register().path(code)
    parent = known(path[-2].code) if len(path) > 1 else None
    return Area(f"district-{here.code}", here.name, here.level, here.code, parent)


def written(name: str, parent: Area | None, level: str = "") -> Area:
    """Give an area that the register does not know; its key is its written path."""
    above = parent.full_name if parent else ""
    key = identifier("district", above + name)
    return Area(key, name, level or level_of(name, parent), "", parent)


def level_of(name: str, parent: Area | None = None) -> str:
    """Tell the level from the last word of a name; 市 depends on what it lies in.

    >>> level_of("云湖区"), level_of("临川市"), level_of("柳浦镇"), level_of("某地")
    ('county', 'prefecture', 'township', '')
    """
    if name.endswith(("省", "自治区", "特别行政区")):
        return "province"
    if name.endswith(("街道", "苏木", "镇", "乡")):
        return "township"
    if name.endswith("市"):
        return "county" if parent and parent.level == "prefecture" else "prefecture"
    if name.endswith(("自治州", "地区", "盟", "州")):
        return "prefecture"
    return "county" if name.endswith(("区", "县", "旗")) else ""


def is_general(name: str) -> bool:
    """Tell whether every city has an area of this name: 高新区, 城关镇."""
    return _GENERAL.fullmatch(name) is not None


@functools.lru_cache(maxsize=65536)
def find(name: str, day: str) -> tuple[Area, ...]:
    """Give every area of the register that a name may mean on a day, the most likely first."""
    hits: Iterable[Division] = register().find(name, "", day)
    codes = dict.fromkeys(one.code for one in hits if (one.existed(day) if day else not one.until))
    return tuple(known(code) for code in codes)


def choose(hits: Iterable[Area]) -> Area | None:
    """Choose one of several areas where usage does: 吉林 is the province, 长沙 the city.

    朝阳 stays open: it may be the city or the district of Beijing.
    """
    found = list(hits)
    if len(found) == 1:
        return found[0]
    for level in LEVELS[:3]:
        here = [one for one in found if one.level == level]
        if here:
            sure = level != LEVELS[2] or all(here[0].holds(one) for one in found)
            return here[0] if len(here) == 1 and sure else None
    return None


@functools.lru_cache(maxsize=65536)
def parse(path: str, day: str) -> Area | None:
    """Read a path: by the register as far as it knows it, by its words from there on.

    >>> parse("上海市徐汇区", "2023-11-15").id
    'district-310104'
    >>> [one.name for one in parse("临川市云湖区柳浦镇", "2024-03-12").chain]
    ['临川市', '云湖区', '柳浦镇']

    Returns:
        The area, or None when the text is no path or may mean several areas.
    """
    hits = find(path, day)
    if hits:
        return choose(hits)
    for cut in range(len(path) - 2, 1, -1):
        head = choose(find(path[:cut], day)) if level_of(path[:cut]) else None
        tail = _PATH.fullmatch(path[cut:]) if head else None
        if head and tail:
            return _nested(head, tail)
    whole = _PATH.fullmatch(path)
    if whole is None or is_general(path) or not any(whole.groups()):
        return None
    return _nested(None, whole)


def _nested(head: Area | None, path: re.Match[str]) -> Area | None:
    """Nest the parts of a written path in `head`; None when a level would lie in a lower one."""
    here = head
    for level in LEVELS[1:]:
        name = path.group(level)
        if not name:
            continue
        if here and here.level and LEVELS.index(here.level) >= LEVELS.index(level):
            return None
        found = choose(
            one for one in find(name, "") if here and here.holds(one) and one.id != here.id
        )
        here = found or written(name, here, level)
    return here


def nearest(word: str, place: Area | None) -> Area | None:
    """Give the area that a word such as 市 or 区 means in an article about `place`.

    >>> nearest("市", parse("上海市徐汇区", "")).name
    '上海市'
    """
    if word in ("全国", "我国", "国家"):
        return known(COUNTRY)
    for one in reversed(place.chain if place else ()):
        if one.name.endswith(word) and not (word == "区" and one.level == "province"):
            return one
        if word in ("省", "自治区") and one.level == "province" and not one.name.endswith("市"):
            return one
    return None
