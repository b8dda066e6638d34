"""Chains: the area that a body's short name has from the body before it: 江西省委书记甲、省委副书记乙 in a paper of Hunan."""

import re

from loaders.names.areas import Area
from loaders.names.found import Found
from loaders.names.home import Home, upward
from loaders.names.mention import Mention, Mentions
from loaders.names.pointers import POINTERS

_REACH = 40  # code points between two posts of one chain
_BREAK = re.compile(
    r"[。；！？\n到赴对]|在(?![任职])|来到|前来|率队|调研|考察|检查|走访|慰问|参观|感谢|欢迎|会见|陪同|出席|参加|主持|召开|举行|讲话"
    r"|介绍|汇报|指出|强调|表示|按照|根据"
)
_HEADED = re.compile(r"(?:常务)?副?[省市区县州旗镇乡]长|自治区主席|领导")
_POSTED = re.compile(r"(?:多年)?(?:任职|挂职|履职|工作)(?:多年)?，|，(?:先后)?[历担出]?任")
"""Words after an area that say that somebody served there: 前往云湖区任职，任区委副书记."""
_DEPARTMENTS = (
    "组织部", "宣传部", "统战部", "政法委", "政法委员会", "社会工作部", "人武部", "人民武装部", "武装部", "人大常委会",
    "纪委", "监委", "纪委监委", "政府", "人民政府", "政协", "人大", "编办", "党校", "公安局", "检察院", "法院",
)  # fmt: skip


def read(text: str, mentions: Mentions, districts: Found, home: Home) -> dict[Mention, Area]:
    """Give the area of every body that has it from the body before it in a list of posts.

    Args:
        text: A healed text.
        mentions: The names of the text.
        districts: Its districts.
        home: What pointers mean where no chain says otherwise.
    """
    found: dict[Mention, Area] = {}
    last: Area | None = None
    at = 0
    for one in mentions:
        if one.type not in ("PublicBody", "District") or one.stop <= at:
            continue
        if last is not None and (one.start - at > _REACH or _BREAK.search(text, at, one.start)):
            last = None
        area = districts.areas.get(one.area)
        if area is None and one.area in POINTERS:
            area = _stepped(last, one.area)
            if area is not None and area != home.get(one.area):
                found[one] = area
            area = area or home.get(one.area)
        elif one.text in _DEPARTMENTS and last is not None:
            area = found[one] = last
        posted = _HEADED.match(text, one.stop) or _POSTED.match(text, one.stop)
        if area is not None and (one.type == "PublicBody" or posted):
            last, at = area, one.stop
    return found


def _stepped(area: Area | None, pointer: str) -> Area | None:
    """Give the step of an area that a pointer means: 省 after 南昌市委 is 江西省."""
    kinds = ("省", "自治区") if pointer == "省" else (pointer,)
    return next((one for one in upward(area) if one.kind in kinds), None)
