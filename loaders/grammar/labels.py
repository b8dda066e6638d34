"""Labels: words before a list that say who follows took part: 出席会议的有…, 主持人：…, 活动吸引了来自…."""

import re

from loaders.grammar.reading import Reading

_WHO = r"(?:还|主要|[市区县省州]|领导|嘉宾|来宾|人员|专家|代表|同志|单位|部门|企业|高校|院校|和|及|、|分别|共)*+"
_VERB_FIRST = re.compile(
    rf"(出席|参加|列席|陪同|见证|参与|随同|随行|一同|同行)(?:了|本次|此次|此项)*[^，。；：]{{0,24}}?的?{_WHO}(?:有|包括|为)(?:来自)?[：:，]?[^，。；：\n]{{0,24}}$"
)
_OF_EVENT = re.compile(
    r"(?<![^，。；：”\n])(出席|参加|参与|列席)(?:了|本次|此次)*[^，。；：]{0,24}?(?:会议?|活动|仪式|培训|座谈|论坛|调研|检查|考察|研讨|典礼|式)的(?:领导|嘉宾|专家)?$"
)
"""参加培训的 + 某局副局长甲."""
_LABEL = re.compile(
    r"(?:^|[。\n；，”）])(?:新闻)?(主持|主持人|会议主持|发布人?|发言人|主讲人?|主讲嘉宾|致辞嘉宾|点评嘉宾|出席|列席|参加|参会|与会|到会)"
    r"(?:会议|活动|仪式)?(?:的)?[市区县省]?(?:主要)?(?:领导|人员|嘉宾|专家|代表|单位|同志)*[：:]$"
)
_ROLES = {
    "主持人": "主持",
    "会议主持": "主持",
    "发布人": "发布",
    "发言人": "发布",
    "主讲人": "主讲",
    "主讲嘉宾": "主讲",
    "致辞嘉宾": "致辞",
    "点评嘉宾": "点评",
    "参会": "参加",
    "与会": "出席",
    "到会": "出席",
    "参与": "参加",
    "随同": "陪同",
    "随行": "陪同",
    "一同": "参加",
    "同行": "参加",
}
_DRAWN = re.compile(
    r"(?:吸引|汇聚|汇集|邀请)(?:了|到)?(?:来自|包括)?$|(?:来自|包括|共有|包含|[有由]来自)(?:[^，。；：\n]{2,80}(?:、|和|及|以及)[^，。；：、\n]{0,4})?$"
)
_CAME = re.compile(
    r"(?:[^，。；：\n]{0,40}?(?:在内的))?[^，。；：\n]{0,48}?(?:参加|参与|参会|出席|赴会|到会|齐聚|与会)"
)
_SURELY = ("吸引", "汇聚", "汇集")
_FAR = 96
_NEAR = 60  # code points in which such words stand


def before(reading: Reading, at: int) -> tuple[str, int] | None:
    """Give the role that the words before a list state, and where they begin.

    Args:
        reading: The article.
        at: Where the list begins.
    """
    start = max(reading.sentence(at)[0] - 1, at - _NEAR, 0)
    found = None
    for pattern in (_VERB_FIRST, _LABEL, _OF_EVENT):
        found = found or pattern.search(reading.text, start, at)
    if found is None:
        return None
    return _ROLES.get(found.group(1), found.group(1)), found.start(1)


def drawn(reading: Reading, at: int, stop: int) -> bool:
    """Tell whether bodies are those from which people came: 活动吸引了来自甲、乙的师生; 来自甲、乙的代表参加.

    Args:
        reading: The article.
        at: Where the list of bodies begins.
        stop: Where it ends.
    """
    came = _DRAWN.search(reading.text, max(reading.clause(at)[0], at - _FAR), at)
    if came is None:
        return False
    return came.group().startswith(_SURELY) or _CAME.match(reading.text, stop) is not None
