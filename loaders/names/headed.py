"""Headed: what tells a body from a place or an area: a party before 市委, a head after 中心, offices in a zone."""

import re

from loaders.names.mention import Mention

LEAGUE = ("共青团", "团")
"""The youth league before 市委: an organisation, no committee of the Party."""

PARTIES = (
    "中国共产党", "中共", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "中国国民党革命委员会",
    "中国民主同盟", "中国民主建国会", "中国民主促进会", "中国农工民主党", "中国致公党", "台湾民主自治同盟", *LEAGUE
)  # fmt: skip
"""Parties whose committees are named like those of the Party: 民建市委."""

ZONES = (
    "新区",
    "开发区",
    "高新区",
    "经开区",
    "度假区",
    "示范区",
    "自贸区",
    "保税区",
    "园区",
    "经济区",
    "实验区",
    "合作区",
    "科技城",
)
"""How the names of zones end that have departments: 兰州新区经济发展局."""

_PREMISES = (
    "中心", "博物馆", "图书馆", "美术馆", "文化馆", "纪念馆", "科技馆", "剧院", "林场", "农场", "电站",
    "水厂", "机场",
)  # fmt: skip
_HEAD = re.compile(
    r"党[组委](?:副)?书记|党支部书记|(?:常务|执行)?副?(?:主任|馆长|院长|场长|站长|厂长|总经理|总监)|负责人|理事长|会长|秘书长|书记"
)


def party(last: Mention | None, text: str, stop: int) -> str:
    """Give the party that a committee is of by its head and the body before it: 民盟中央副主席、云湖市委主委."""
    if last is None or not _CHAIR.match(text, stop) or stop - last.stop > _NEAR:
        return ""
    return next((one for one in PARTIES if last.text.startswith(one)), "")


_CHAIR = re.compile("(?:专职)?副?主(?:任委员|委)")
_NEAR = 20  # code points between two posts


def is_headed(name: str, text: str, stop: int) -> bool:
    """Tell whether premises have a head named after them, and so are more than a place.

    >>> is_headed("政务服务中心", "政务服务中心主任甲", 6), is_headed("会展中心", "会展中心举行", 4)
    (True, False)
    """
    return name.endswith(_PREMISES) and _HEAD.match(text, stop) is not None
