"""Subjects: who signs where a sentence names it before, and not beside 与: 云湖区召开大会，并与甲签约."""

import re

from loaders.grammar.parties import PARTIES, may_sign, owns
from loaders.grammar.reading import Reading
from loaders.names.agreements import ADVERBS, COUNTED
from loaders.names.mention import Mention

_LEAD = re.compile(
    r"[\d年月日时上下午至]+[，]?|(?:日前|近日|今[天日]|昨[天日]|当[天日]|现场|期间|会后|同时|此外|随后|据悉|据了解|目前|截至目前)，?|"
    r"[^，。；]{0,24}(?:[上中间后前]|现场|当天|之际|同时|此外|以来)，|[^，。；：]{2,24}(?:讯|电|报道|消息)[：，]?|（[^（）]{1,40}）|[”）：]|\s+"
)
_REFUSED = re.compile(r"的|等地|委托|[书区县市镇]|党|主任|副|干部|居民|村民|群众|企业")
_OF_OTHERS = re.compile(r"的|等地|委托|职工|学生|校友|企业|产品|项目")
_MANNER = re.compile(
    rf"{COUNTED}(?:{ADVERBS}|一行|带队|率队|积极|主动|又|将|成功|负责|，|[在通于经][^，。；]{{1,30}}[上中下后间内]，?|(?:[在赴到]|前往|走进|抵达|奔赴)[^，。；与和]{{2,10}}){{0,6}}"
)
_CARRIED = re.compile(
    rf"(?:{ADVERBS}|此外|随后|，|、|又|[^，。；]{{0,16}}[上中]，|活动现场|会后|会前|据悉|还)*+"
)


def find(
    reading: Reading, start: int, joint: int, earlier: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Find the side that stands before 与 in its sentence, but not beside it.

    Args:
        reading: The article.
        start: Where the sentence begins.
        joint: Where 与 stands.
        earlier: Who signed earlier in the sentence.
    """
    text = reading.text
    if earlier and text[joint - 1] in "、；":
        return earlier  # 与甲签订…项目、与乙签订…项目
    if reading.names.ending(joint, "Person") is not None:
        return ()
    comma = text.rfind("，", start, joint) + 1
    clause = max(start, comma)
    if not _MANNER.fullmatch(text, clause, joint):
        subject = first(reading, clause, joint)
        follows = subject and _MANNER.fullmatch(text, subject[0].stop, joint)
        return subject if follows else ()
    return earlier or first(reading, start, joint)


def carried(text: str, start: int, joint: int) -> bool:
    """Tell whether the words before 与 name nobody: 会上，还与甲签约."""
    return _CARRIED.fullmatch(text, start, joint) is not None


def first(reading: Reading, start: int, stop: int) -> tuple[Mention, ...]:
    """Give the party that a sentence begins with, after times and 会上."""
    at = start
    while (lead := _LEAD.match(reading.text, at, stop)) is not None and lead.end() > at:
        at = lead.end()
    inside = reading.names.outermost(at, stop, *PARTIES, "Place")
    here = next((n for n, one in enumerate(inside) if one.start == at), None)
    if here is None:
        return ()
    while owns(inside, here):
        here += 1
    one = inside[here]
    refused = _OF_OTHERS if one.type in ("Enterprise", "Organization") else _REFUSED
    sound = may_sign(one) and not refused.match(reading.text, one.stop)
    return (one,) if sound and reading.player(one) is not None else ()
