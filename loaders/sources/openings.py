"""How news texts begin: 本报讯（记者 …）, 某社某市11月13日电, 11月13日上午, 根据《…》."""

import re
from enum import IntEnum

_DAY = r"(?:\d{1,2}月)?\d{1,2}(?:日|号)"
# One of these stands at the head of one article and nowhere inside it.
_DATELINE = re.compile(
    rf"[■□●○]?(?:(?:《?[一-鿿]{{1,8}}(?:报|报社|社|网|台|在线|客户端|融媒(?:体)?)》?|本报|本刊|本台)"
    rf"(?:[一-鿿]{{0,8}}?(?:\d{{4}}年)?{_DAY})?(?:讯|电|消息)(?!话|视|子|力|息)"
    rf"|[一-鿿]{{2,12}}讯[（(](?:[一-鿿]{{0,4}})(?:记者|通讯员)"
    r"|[（(](?:本报|见习|实习)*(?:记者|通讯员)|(?:本报|本台|本刊)(?:记者|通讯员))"
)
_TIME = re.compile(
    rf"(?:\d{{4}}年)?{_DAY}|\d{{4}}年\d{{1,2}}月|近日|日前|昨[天日晚]|今[天日晨]|前[天日]|连日来|上午|下午|\d{{1,2}}月[上中下]旬"
)
_FORMAL = re.compile(
    "根据|按照|依据|遵照|为(?:了|深入|进一步|贯彻|全面|切实|扎实|推动|推进|做好|加强|确保|落实|保障|加快)"
    "|经[^，。]{2,20}(?:批准|同意|研究|决定)|现将|兹|各[^，。]{2,12}[：:]|据[^，。]{2,14}(?:消息|获悉|通报)"
)


class Opening(IntEnum):
    """How surely words open an article."""

    NONE = 0
    LIKELY = 1  # a date or a formula, with which later paragraphs begin too
    SURE = 2  # a dateline


def opening(text: str) -> Opening:
    """Tell how surely a paragraph with these first words opens an article.

    >>> (
    ...     opening("本报讯（记者甲乙）昨日").name,
    ...     opening("11月13日上午，").name,
    ...     opening("他指出，").name,
    ... )
    ('SURE', 'LIKELY', 'NONE')
    """
    if _DATELINE.match(text):
        return Opening.SURE
    return Opening.LIKELY if _TIME.match(text) or _FORMAL.match(text) else Opening.NONE
