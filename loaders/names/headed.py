"""Headed: what tells a body from a place or an area: a party before 市委, a head after 中心, offices in a zone."""

import re

LEAGUE = ("共青团", "团")
"""The youth league before 市委: an organisation, no committee of the Party."""

PARTIES = (
    "中共", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", *LEAGUE
)  # fmt: skip
"""Parties whose committees are named like those of the Party: 民建市委."""

ZONES = ("新区", "开发区", "高新区", "经开区", "度假区", "示范区", "自贸区", "保税区", "园区")
"""How the names of zones end that have departments: 兰州新区经济发展局."""

_PREMISES = (
    "中心", "博物馆", "图书馆", "美术馆", "文化馆", "纪念馆", "科技馆", "剧院", "林场", "农场", "电站",
    "水厂", "机场",
)  # fmt: skip
_HEAD = re.compile(
    r"党[组委](?:副)?书记|党支部书记|(?:常务|执行)?副?(?:主任|馆长|院长|场长|站长|厂长|总经理|总监)|负责人"
)


def is_headed(name: str, text: str, stop: int) -> bool:
    """Tell whether premises have a head named after them, and so are more than a place.

    >>> is_headed("政务服务中心", "政务服务中心主任甲", 6), is_headed("会展中心", "会展中心举行", 4)
    (True, False)
    """
    return name.endswith(_PREMISES) and _HEAD.match(text, stop) is not None
