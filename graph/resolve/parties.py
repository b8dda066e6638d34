"""Enterprises, organisations and places: one by exact name, within the area that gives it sense."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.divisions import COUNTRY
from graph.resolve.areas import Area, level_of
from graph.resolve.bodies import area_word, pointed, split, stated
from graph.resolve.clusters import PREFIXES
from graph.resolve.surface import normal, points_only
from graph.schema import identifier

# Kinds of organisation of which every county has one of the same name: 实验小学, 人民医院.
_LOCAL = re.compile(
    "(?:小学|中学|[一二三四五六七八九十]中|幼儿园|学校|医院|卫生院|卫生服务中心|卫生室|养老院|敬老院|福利院|"
    "合作社|服务队|志愿队|服务站|工作站|服务中心|文化馆|图书馆|博物馆|商会|协会|联合会|村委会|居委会|"
    "妇联|工会|团委|工商联|残联|文联|科协|党校|支行|分行|营业部|门店|商行|超市)$"
)
_LEAST = 2  # code points that must follow an area for it to be one


@dataclass(frozen=True, slots=True)
class Party:
    """An enterprise, organisation or place: its id, and the district that it lies in if said."""

    id: str
    home: Area | None


def named(
    kind: str, forms: Sequence[str], day: str, around: tuple[Area | None, Sequence[Area]]
) -> Party | None:
    """Tell which enterprise, organisation or place an article means by its fullest name.

    Args:
        kind: Type of the entity.
        forms: Every name of it, the fullest first.
        day: Day by which names of divisions are read.
        around: Where the article plays: its place, and the areas that it names.

    Returns:
        Its key, or None when the name says too little outside its article.
    """
    name = forms[0]
    if points_only(kind, name):
        return None
    word = area_word(name)
    if word:
        area = pointed(word, *around)
        rest = name[name.index(word) + len(word) :]
        return _within(kind, area, rest, area) if area else None
    head = split(name, day).head
    area = _stated(head, day, around) if head else None
    if area and len(name) - len(head) >= _LEAST:
        return _within(kind, area, name[len(head) :], area)
    if kind == "Enterprise" and not _LOCAL.search(name):
        return Party(identifier(PREFIXES[kind], normal(name)), None)
    if kind == "Organization" and not _LOCAL.search(name):
        return Party(identifier(PREFIXES[kind], normal(name)), None)
    place = around[0]
    return _within(kind, place, name, None) if place else None


def _within(kind: str, area: Area, rest: str, home: Area | None) -> Party:
    """Key a name by the county it is used in: 柳浦镇东湾村 and 东湾村 are one."""
    return Party(identifier(PREFIXES[kind], (area.county or area).id, normal(rest)), home)


def _stated(head: str, day: str, around: tuple[Area | None, Sequence[Area]]) -> Area | None:
    """Give the area at the head of a name; a town must be known, for 云锦小镇 is none."""
    area = stated(head, day, *around)
    if area is None or area.code == COUNTRY or not level_of(head):
        return None
    sure = area.level != "township" or area.code or area in around[1]
    return area if sure else None
