"""Outings: visits by groups of whom nobody is named: 代表团1日参观某医院, 与会人员赴某机场现场观摩."""

import re
from collections.abc import Iterator

from loaders.grammar import event_dates, sights
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_GROUP = re.compile(
    r"(?:代表团|考察团|访问团|参观团|交流团|采访团|观摩团|专家组|研学团)(?:成员|一行(?:\d+人)?)?(?=[^，。；\n]{0,30}?(?:参观|考察|观摩|调研|访问|走访|走进|来到|前往|抵达|赴|到))"
    r"|(?:与会|参会|参训|参加(?:会议|活动|培训)的?)[^，。；\n]{0,8}?(?:人员|代表|嘉宾|领导|专家|学员)(?:们|一行)?"
)
_SEES = re.compile(
    r"(?:[^，。；\n]{0,30}?(?:赴|来到|到|前往|走进|深入|抵达)[^。；\n]{0,60}?)?(?:[^，。；\n]{0,16}?)"
    r"(?P<how>现场|实地|集中|分别|专题)?(?P<verb>参观考察|参观|考察|观摩|调研|走访)(?:了)?(?![团组员者报证]|学习|活动|交流会|行程)"
)
_NO_VISIT = re.compile(r"将|拟|计划|欢迎|邀请|希望|曾|去年|此前|接待|会见|陪同|如果|可以|能够")
_THEN = re.compile(
    "(?:会议?|论坛|活动|仪式|开幕式)(?:结束)?[前后]|期间|随后|其间|会议期间|活动期间"
)
_TYPES = ("Place", "Organization", "Enterprise", "PublicBody", "District")
HELD_IN = "outings.held_in"
_LIKELY = 0.82
_VISITS = ("visit", "inspection")


def find(reading: Reading) -> Iterator[Happening]:
    """Yield the first outing of a group, unless the article tells of a visit already."""
    if any(one.player.kind in _VISITS for one in reading.happenings):
        return
    for start, verb, seen in _outings(reading):
        word = verb["verb"]
        player = Player("Event", kind="visit")
        player.date = event_dates.of(reading, verb.span("verb"), reading.happenings)
        named = seen[0].text
        player.call(named + word, start, verb.end("verb"))
        player.main = named + word
        for name in (word + named, (verb["how"] or "") + word, word):
            if name not in player.names:
                player.call(name)
        yield Happening(player, verb.start("verb"), verb.end("verb"), verb.start("verb"))
        return


def held(reading: Reading) -> Iterator[Fact]:
    """Yield HELD_IN for every stop of an outing, unless it names only the area."""
    by_verb = {one.verb: one for one in reading.happenings if one.player.kind == "visit"}
    for start, verb, seen in _outings(reading):
        event = by_verb.get(verb.start("verb"))
        for one in seen if event is not None and seen[0].type != "District" else ():
            player = reading.player(one)
            if player is not None and event is not None:
                span = min(start, one.start), max(verb.end("verb"), one.stop)
                yield Fact("HELD_IN", event.player, player, *span, HELD_IN, _LIKELY)


def _outings(reading: Reading) -> Iterator[tuple[int, re.Match[str], list[Mention]]]:
    """Yield where a group stands, what it does, and what it sees."""
    text = reading.text
    for group in _GROUP.finditer(text):
        begin, stop = reading.sentence(group.start())
        verb = _SEES.match(text, group.end(), stop)
        if verb is None or _NO_VISIT.search(text, begin, verb.end()):
            continue
        if reading.names.within(group.end(), verb.end(), "Person"):
            continue
        if not reading.time_span(begin, verb.end()) and not _THEN.match(text, begin, stop):
            continue
        seen = [
            one
            for one in sights.targets(reading, group.end(), reading.clause(verb.end())[1])
            if one.type in _TYPES and reading.player(one) is not None
        ]
        exact = [one for one in seen if one.type != "District"] or seen
        if exact:
            yield group.start(), verb, exact
