"""Rounds: the visit of a team as an event, where someone is said to go along: 督导组一行先后来到…，副县长甲陪同."""

import re
from collections.abc import Iterator

from loaders.grammar.inspections import inspections
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player

_ALONG = re.compile(
    r"陪同|随同|(?:一同|一道|一起|全程)(?:调研|检查|考察|督导|参加)|参加(?:调研|检查|督导|督查|考察|评估|验收|活动)"
)
_WENT = re.compile(r"来到|走进|深入|前往|抵达|先后|实地|现场|查看|察看|走访|随机|抽查|到|赴")
_TASK = re.compile(
    r"督察|督导|督查|巡视|巡察|巡查|检查|核查|考核|考评|评估|验收|指导|调研|视察|考察"
)
_PLAIN = "检查"  # what a team does whose name says nothing of it


def find(reading: Reading) -> Iterator[Happening]:
    """Yield the round of a team that people are said to go along on, unless it is an event already."""
    along = _ALONG.search(reading.text)
    if along is None or not any(one.type == "InspectionTeam" for one in reading.names):
        return
    seen = list(inspections(reading))
    for along in _ALONG.finditer(reading.text):
        start, stop = reading.sentence(along.start())
        before, _ = reading.sentence(max(start - 1, 0))
        if any(
            before <= one.start < stop and one.player.kind in _VISITS for one in reading.happenings
        ):
            continue
        near = [one for one in seen if before <= one.start < along.start()]
        event = next((found for one in near if (found := _event(reading, one))), None)
        if event is not None:
            yield event
            return


_VISITS = ("visit", "inspection")


def _event(reading: Reading, seen: Fact) -> Happening | None:
    """Make the event of what a team is said to see on the spot, named by its first stop and its task."""
    start, stop = reading.sentence(seen.start)
    verb = _WENT.search(reading.text, seen.start, stop)
    if verb is None or verb.start() >= seen.stop:
        return None
    time = reading.time_in(start, stop, seen.stop)
    task = _TASK.search(seen.source.name)
    player = Player("Event", kind="inspection", date=time.date if time else "")
    player.call(seen.target.name + (task.group() if task else _PLAIN), *verb.span())
    return Happening(player, verb.start(), verb.end(), verb.start())
