"""Inspections: which team inspects what, and how long it stays; who leads a team without a title."""

import re
from collections.abc import Iterator

from loaders.grammar.reading import Fact, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_TARGETS = ("District", "PublicBody", "Enterprise", "Organization", "Place")
_VERB = re.compile(
    r"(?:在[^，。；]{1,40}?(?:带领|陪同|率领)下，?|采取[^，。；]{1,40}(?:方式|形式)，|由[^，。；]{1,24}?带队，|通过[^。；]{1,40}?方式，|全体成员|组长[^，。；]{2,4}(?=[到赴深对来])|已|已经|全部|正式|分别|陆续|集中|先后|将|完成|一行|还|又|来到|赴|到|现场|实地|成员|随机|重点|分组|了|，|在[^，。；]{1,20}?(?=开展|进行)|并)*"
    r"(进驻|入驻|督察|督导|督查|巡视|巡察|检查|抽查|查看|察看|督办|走访|调研|考察|视察|指导|来到|深入|走进|前往|到)"
)
_OBJECT = re.compile(
    r"对([^。；\n]{2,1200}?)(?:单位党组织|党组织|等)?(?:进行|开展|实行|实施)[^，。；]{0,16}?(?:督察|督导|督查|巡视|巡察|检查|“回头看”|考核|评估|验收)"
)
_LISTED = re.compile(
    r"(?:被巡视|被巡察|被督察|巡视|巡察|督察|进驻)(?:的)?(?:\d+[家个])?(?:单位|地区|对象|地方)(?:分别)?(?:是|为|有|包括)[：:]?"
)
_BACKGROUND = re.compile(r"刚刚结束|此前已|上一轮|上轮|截至目前.{0,12}已完成|将于|下一步将|下月")
_STAY = re.compile(
    r"进驻(?:时间|期间?)?|督察(?:时间|期)|巡察(?:时间|期)|巡视(?:时间|期)|督导(?:时间|期)"
)
INSPECTS = "inspections.inspects"
_SURE, _LIKELY = 0.93, 0.85


def inspections(reading: Reading) -> Iterator[Fact]:
    """Yield INSPECTS for every team and what it comes to see, with the stay where it is stated."""
    stays = {id(player): period for player, period in _stays(reading)}
    for start, stop in reading.sentences:
        for fact in _sentence(reading, start, stop):
            period = stays.get(id(fact.source), ("", ""))
            yield _dated(reading, fact, period)


def _sentence(reading: Reading, start: int, stop: int) -> Iterator[Fact]:
    text = reading.text
    if _BACKGROUND.search(text, start, stop):
        return
    teams = reading.names.outermost(start, stop, "InspectionTeam")
    seen = 0
    for team in teams:
        verb = _VERB.match(text, team.stop, stop)
        if verb is None:
            continue
        end = _end(reading, verb.end(), stop)
        for target in _targets(reading, verb.end(), end):
            seen += 1
            yield from _fact(reading, team, target, INSPECTS, _SURE)
    subject = teams[-1] if teams else only_team(reading)
    if subject is None or seen:
        return
    for pattern in (_OBJECT, _LISTED):
        for match in pattern.finditer(text, start, stop):
            a, b = (match.span(1)) if pattern is _OBJECT else (match.end(), stop)
            for target in _targets(reading, a, b):
                yield from _fact(reading, subject, target, INSPECTS, _LIKELY)


def _end(reading: Reading, at: int, stop: int) -> int:
    """Give where the list of what is inspected ends."""
    match = re.compile(r"[，。；！？：\n“]").search(reading.text, at, stop)
    while match and match.group() == "，" and _listed_on(reading, match.end()):
        again = re.compile(r"[，。；！？：\n“]").search(reading.text, match.end(), stop)
        if again is None:
            return stop
        match = again
    return match.start() if match else stop


def _listed_on(reading: Reading, at: int) -> bool:
    """Tell whether a list goes on after a comma: …、财政部党组，国家税务总局、…."""
    one = reading.names.starting(at, *_TARGETS)
    return one is not None and reading.text[one.stop : one.stop + 1] in ("、", "（", "，", "。")


def _targets(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield what a list names; a venue or a meeting after it is no part of the list."""
    chosen = reading.names.outermost(start, stop, *_TARGETS)
    last = start
    for number, one in enumerate(chosen):
        after = chosen[number + 1] if number + 1 < len(chosen) else None
        if number and _LIST_ENDS.search(reading.text, last, one.start):
            return
        last = one.stop
        if one.type == "District" and after is not None and after.start == one.stop:
            continue  # 湖南省 of 湖南省长沙市
        yield one


_LIST_ENDS = re.compile(r"会(?:在|于)|(?:^|[^、])[在于]$|召开|举行")


def only_team(reading: Reading) -> Mention | None:
    """Give the one team of the article, where a sentence leaves its subject out."""
    teams = [one for one in reading.names if one.type == "InspectionTeam"]
    players = {id(reading.player(one)) for one in teams}
    return teams[0] if len(players) == 1 else None


def _fact(
    reading: Reading, team: Mention, target: Mention, rule: str, confidence: float
) -> Iterator[Fact]:
    source, player = reading.player(team), reading.player(target)
    if source is None or player is None:
        return
    start, stop = min(team.start, target.start), max(team.stop, target.stop)
    if stop - start > _LONGEST:
        start, stop = target.start, target.stop
    yield Fact("INSPECTS", source, player, start, stop, rule, confidence)


_LONGEST = 400


def _dated(reading: Reading, fact: Fact, period: tuple[str, str]) -> Fact:
    """Give the stay, else the day that the sentence names."""
    start, stop = reading.sentence(fact.start)
    time = reading.time_in(start, stop, fact.stop)
    date = time.date if time and not time.until else ""
    return Fact(
        fact.type, fact.source, fact.target, fact.start, fact.stop, fact.rule, fact.confidence,
        date="" if period[0] else date, valid_from=period[0], valid_to=period[1],
    )  # fmt: skip


def _stays(reading: Reading) -> Iterator[tuple[Player, tuple[str, str]]]:
    """Yield how long each team stays: 进驻时间为11月13日至12月1日; 自3月11日起进驻…，3月22日结束."""
    for start, stop in reading.sentences:
        period = _period(reading, start, stop)
        if period is None:
            continue
        teams = reading.names.within(start, stop, "InspectionTeam")
        team = teams[0] if teams else only_team(reading)
        player = reading.player(team) if team else None
        if player is not None:
            yield player, period


def _period(reading: Reading, start: int, stop: int) -> tuple[str, str] | None:
    """Give the first and the last day of a stay that a sentence states."""
    times = [one for one in reading.times if start <= one.start < stop and one.date]
    ranged = next((one for one in times if one.until), None)
    if ranged and (
        _STAY.search(reading.text, start, stop) or _TASK.search(reading.text, ranged.stop, stop)
    ):
        return ranged.date, ranged.until
    if len(times) < len(("from", "to")) or not _SINCE.match(reading.text, times[0].stop):
        return None
    return (times[0].date, times[1].date) if _UNTIL.match(reading.text, times[1].stop) else None


_TASK = re.compile(
    r"对[^，。；]{2,40}?(?:开展|进行|实施)[^，。；]{0,16}?(?:督察|督导|督查|巡视|巡察|检查)"
)
_SINCE = re.compile(r"起[^。；]{0,4}?(?:正式)?(?:进驻|入驻|对)")
_UNTIL = re.compile(r"(?:结束|截止|止|撤离|离开)")
