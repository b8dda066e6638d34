"""Premises: places named after whose they are (明河大学体育馆), or by words in quotation marks (云湖街道“双拥家园”)."""

import re
from collections.abc import Iterable, Iterator

from loaders.names import tails
from loaders.names.mention import Mention

_OWNERS = ("Organization", "Enterprise", "PublicBody")
_BUILT = re.compile(
    r"(?:(?![的在和与及等就共建为将由对投到往拟开了])[\u4e00-\u9fff]){0,4}?"
    r"(?:体育馆|体育场|科技园|创业园|产业园|科技楼|实验楼|综合楼|总部大楼|办公大楼|指挥中心|码头)(?![\u4e00-\u9fff]?(?:主任|负责人|有限公司))"
)
_QUOTED = re.compile(r"“([^“”‘’，。、：；！？\n]{2,12})”([\u4e00-\u9fff]{0,8})")
_ROOMS = re.compile(
    r"(?:会客厅|客厅|家园|之家|小屋|驿站|书屋|书房|工作室|工坊|空间|食堂|小站|花园|长廊|展厅)$"
)
_CAMPAIGNS = re.compile(
    r"创建|建设|行动|活动|工程|计划|项目|品牌|评选|称号|平台|理念|模式|服务|机制|工作|制度|系列|主题|专项|小程序|的"
)
_LONGEST = 6  # code points of a tail


def find(text: str, districts: Iterable[Mention], names: Iterable[Mention]) -> list[Mention]:
    """Find premises of bodies, schools and firms, and places with a name in quotation marks.

    Args:
        text: A healed text.
        districts: The districts of the text.
        names: Names found so far; where one ends, none of these does.
    """
    known = list(names)
    ends = {one.stop for one in known}
    made = []
    for one in known:
        match = _BUILT.match(text, one.stop) if one.type in _OWNERS and not one.generic else None
        if match is not None and match.end() not in ends:
            made.append(_place(text, one.start, match.end()))
    lying = list(districts)
    made += [
        _place(text, one.start, stop.end())
        for one in lying
        if (stop := _STATION.match(text, one.stop)) is not None and stop.end() not in ends
    ]
    areas = {one.stop: one for one in (*lying, *known)}
    return [*made, *_quoted(text, areas)]


_STATION = re.compile(
    r"[东南西北]?站(?=出发|始发|开出|开行|开往|至|到|发车|候车|进站|上车|下车|停靠|启程|驶|抵)"
    r"|港(?=出发|起航|启航|离港|装船|装货|靠泊|停靠|集装箱|吞吐|驶|启运|卸船|卸货)"
)
"""Stations and ports called by their city; 上海站 alone may be a stop of a tour."""


def _quoted(text: str, areas: dict[int, Mention]) -> Iterator[Mention]:
    """Yield “木棉”康养社区, and “双拥家园” after the area that it lies in."""
    kinds = tails.tails()
    for match in _QUOTED.finditer(text):
        area = areas.get(match.start())
        start = area.start if area is not None and area.type == "District" else match.start()
        after = match.group(2)
        for size in range(min(len(after), _LONGEST), 1, -1):
            kind = kinds.get(after[:size]) or kinds.get(after[size - 2 : size])
            if kind is not None and kind.type == "Place" and "weak" not in kind.flags:
                yield _place(text, start, match.start(2) + size)
                break
        else:
            rooms = _ROOMS.search(match.group(1)) is not None
            if area is not None and rooms and _CAMPAIGNS.match(after) is None:
                yield _place(text, start, match.end(1) + 1, match.start())


def _place(text: str, start: int, stop: int, own: int = -1) -> Mention:
    words = text[start:stop]
    return Mention("Place", start, stop, words, organ=text[max(start, own) : stop])
