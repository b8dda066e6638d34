"""Quotes: widen the words that state a fact until both its ends are named in them."""

import re
from bisect import bisect_left, bisect_right

from loaders.grammar.reading import Fact, Reading
from loaders.names.cast import Player

_REACH = 160
"""Code points beyond which an end named before is left out: nobody reads so long a quote."""

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


def quoted(reading: Reading, fact: Fact) -> tuple[int, int]:
    """Give the span of the healed text that is quoted for a fact.

    It is the shortest that holds the words of the rule and, of each end, a mention or a word that
    stands for it; an end that is named only farther away than a quote may reach is left out.
    """
    start, stop = fact.start, fact.stop
    if stop - start > _REACH:
        start = _told_again(reading, fact)
    if fact.type == "HOLDS":
        return start, stop
    for end in (fact.source, fact.target):
        named = _nearest(reading, end, start, stop)
        start, stop = min(start, named[0]), max(stop, named[1])
    return start, stop


def _told_again(reading: Reading, fact: Fact) -> int:
    """Give where a far-flung fact begins: in its last sentence, when both ends are named there too."""
    start = max(fact.start, reading.sentence(fact.stop - 1)[0])
    named = [
        min((at for at, _ in end.spans if start <= at < fact.stop), default=-1)
        for end in (fact.source, fact.target)
    ]
    return fact.start if -1 in named else min(named)


def _nearest(reading: Reading, end: Player, start: int, stop: int) -> tuple[int, int]:
    """Give the mention of an end that is nearest to a span: in it, else before it, else after it."""
    stands = _STANDS_FOR.get(end.type)
    if stands and stands.search(reading.text, start, stop):
        return start, stop
    spans = end.ordered()
    inside = bisect_left(spans, (start, start))
    if any(at < stop and last <= stop for at, last in spans[inside : inside + 2]):
        return start, stop
    before = spans[bisect_right(spans, (start, start)) - 1] if inside else None
    after = spans[inside] if inside < len(spans) else None
    if before and start - before[0] <= _REACH and "\n" not in reading.text[before[0] : start]:
        return before
    if after and after[1] <= reading.sentence(start)[1]:
        return after
    return start, stop
