"""Quotes: the shortest stretch that holds the words that state a fact and names both its ends."""

import re
from bisect import bisect_left, bisect_right

from loaders.grammar.reading import Fact, Reading
from loaders.names.cast import Player

_REACH = 160
"""Code points beyond which an end named in an earlier sentence is left out: nobody reads so long a quote."""
_OBJECT = 6
"""Code points between a verb and what it is about, where that only stands for an end: 陪同 + 下，先后 + 考察."""

# What stands for an end that is not named again. A title of HOLDS (副区长) names the body's level.
_STANDS_FOR = {
    "Person": re.compile("[他她其]|一行|代表团|[察查巡导研视]组"),
    "InspectionTeam": re.compile("本[轮次批][巡督检]"),
    "Event": re.compile("会议|会上|会前|会后|大会|仪式|活动|座谈|论坛|发布会|开幕式|研讨"),
    "District": re.compile("[我全本该][省市区县镇乡州盟旗]"),
    "Enterprise": re.compile("该(?:公司|行|企业|集团)|双方"),
    "Organization": re.compile("该[校院会所]|双方"),
    "PublicBody": re.compile("该[局委办院部厅]|双方"),
}
_STANDS_FOR_KIND = {
    "visit": re.compile("调研|考察|走访|慰问|视察|参观|访问|[察查]看|检查|督[导察查]"),
    "inspection": re.compile("检查|督[导察查]|巡[视察查]|调研|视察|[察查]看|考察"),
    "signing": re.compile("签约|签署|签订|仪式"),
    "meeting": re.compile("会谈|会见|会晤|座谈|会议|会上|会前|会后|大会|论坛|研讨|活动"),
}
"""What stands for an event of a kind."""
_REMOVING = re.compile("免去|免除|解除|罢免|撤销|撤去")
_APPOINTING = re.compile("任命|选举|推选|聘任|聘请|补选")
_FAR, _NEAR = (
    60,
    2,
)  # code points from the verb to the name: 免去甲、乙的…职务 (without it nothing is stated), 任命甲为…
_OFFICE = re.compile("(?:的|等)?职务?")


def quoted(reading: Reading, fact: Fact) -> tuple[int, int]:
    """Give the span of the healed text that is quoted for a fact.

    It is the shortest that holds the words of the rule and, of each end, a mention or a word that
    stands for it; an end that is named only farther away than a quote may reach is left out.
    """
    start, stop = _told_again(reading, fact), fact.stop
    if fact.type == "HOLDS":
        return _with_verb(reading, fact, start, stop)
    for end in (fact.source, fact.target):
        named = _nearest(reading, end, start, stop)
        start, stop = min(start, named[0]), max(stop, named[1])
    return start, stop


def _with_verb(reading: Reading, fact: Fact, start: int, stop: int) -> tuple[int, int]:
    """Add the verb that takes a post away, and 职务 with it; one that gives it, right before the name."""
    verb, reach = (_REMOVING, _FAR) if fact.status == "removed" else (_APPOINTING, _NEAR)
    if fact.status not in ("removed", "appointed") or verb.search(reading.text, start, stop):
        return start, stop
    least = max(reading.sentence(start)[0], start - reach - len("免去"))
    before = reading.last_match(verb, least, start)
    if before is None:
        return start, stop
    office = _OFFICE.match(reading.text, stop) if fact.status == "removed" else None
    return before.start(), office.end() if office else stop


def _told_again(reading: Reading, fact: Fact) -> int:
    """Give where a fact of several sentences begins: in the last one, when it names both ends too."""
    start = reading.sentence(fact.stop - 1)[0]
    if start <= fact.start:
        return fact.start
    named = [_last(reading, end, start, fact.stop) for end in (fact.source, fact.target)]
    return min(one[0] for one in named if one) if all(named) else fact.start


def _last(reading: Reading, end: Player, start: int, stop: int) -> tuple[int, int] | None:
    """Give the last mention of an end in a span, or the last word there that stands for it."""
    spans = end.ordered()
    at = bisect_right(spans, (stop, stop)) - 1
    while at >= 0 and spans[at][0] >= start and spans[at][1] > stop:
        at -= 1
    named = spans[at] if at >= 0 and spans[at][0] >= start else None
    stands = [reading.last_match(one, start, stop) for one in _stands(end)]
    found = [named, *(one.span() for one in stands if one)]
    return max((one for one in found if one), default=None)


def _stands(end: Player) -> tuple[re.Pattern[str], ...]:
    """Give what stands for an end: for its type, and for an event's kind."""
    both = (_STANDS_FOR.get(end.type), _STANDS_FOR_KIND.get(end.kind))
    return tuple(one for one in both if one)


def _nearest(reading: Reading, end: Player, start: int, stop: int) -> tuple[int, int]:
    """Give the mention of an end that is nearest to a span: in it, in its sentence, else before it."""
    if _last(reading, end, start, stop):
        return start, stop
    spans = end.ordered()
    inside = bisect_left(spans, (start, start))
    first, last = reading.sentence(start)[0], reading.sentence(stop - 1)[1]
    before = _last(reading, end, first, start)
    after = [one for one in spans[inside : inside + 2] if stop <= one[0] and one[1] <= last][:1]
    for stands in _stands(end):
        object_ = stands.search(reading.text, stop, min(last, stop + _OBJECT + len("发布会")))
        after += [object_.span()] if object_ and object_.start() <= stop + _OBJECT else []
    near = ([before] if before else []) + after
    if near:
        return min(near, key=lambda one: max(start - one[1], one[0] - stop))
    earlier = spans[bisect_right(spans, (start, start)) - 1] if inside else None
    if earlier and start - earlier[0] <= _REACH and "\n" not in reading.text[earlier[0] : start]:
        return earlier
    return start, stop
