"""Inspections: which team inspects what (进驻…, 对…开展督察, 到…检查, 在…，督导组…), and its stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.grammar import adverbs, moves, sights
from loaders.grammar.reading import Fact, Reading
from loaders.grammar.stays import Stay, stays
from loaders.names.mention import Mention

INSPECTS = "inspections.inspects"
_SURE, _LIKELY = 0.93, 0.85
_NOUN = "督察|督导|督查|巡视|巡察|巡查|检查|核查|调查|考核|评估|验收|指导|暗访|调研|视察|评议|审计|“回头看”|帮扶|督办|抽查|夜查|突查|查验|验看"
_DOES = r"(?:进行|开展|实施|实行|组织开展|启动)"
_DIRECT = re.compile(
    rf"进驻(?!期间|以来|前|后|时)|入驻|驻点|蹲点|分赴|来到[：:]?|莅临|莅|深入|下沉到?|走进|前往|奔赴|赶赴|赶往|赶到|抵达|到达|到访|参访|拜访|抵|下沉|查看|察看|走访|考察|参观|观摩|踏勘|抽查|暗访|看望|慰问|赴|到(?![会位])|来(?!信|电|访|自)|抽取|抽选|(?:{_NOUN})+"
)
_OBJECT = re.compile(
    rf"对(?!口|接|照|标)([^。；\n]{{2,1200}}?)(?:单位党组织|党组织|等)?(?:的[^，。；\n]{{2,16}})?{_DOES}了?"
    rf"[^，。；\n]{{0,24}}?(?:{_NOUN}|走访|慰问|看望|查看|察看)"
)
_WITHIN = re.compile(
    rf"在([^，。；\n]{{2,40}}?)(?:境内|辖区|各地|全域|期间)?(?:的)?(?:实地|现场|集中|正式)?"
    rf"(?:{_DOES}|{_NOUN}|驻点|蹲点|工作|进驻|时间|察看|查看|走访|参观|听取|了解|召开[^，。；]{0, 12}?(?:座谈|汇报|见面|动员|反馈))"
)
_LISTED = re.compile(
    r"(?:被巡视|被巡察|被督察|巡视|巡察|督察|进驻)(?:的)?(?:\d+[家个])?(?:单位|地区|对象|地方)(?:党组织|党组)?(?:(?:分别)?(?:是|为|有|包括)[：:]?|[：:])"
)
_BACKGROUND = re.compile(r"刚刚结束|此前已|上一轮|上轮|截至目前.{0,12}已完成")
_MEANWHILE = re.compile(r"期间|其间|届时")
_PLANNED = re.compile(r"将|拟|计划|即将|定于")
_ENDS = re.compile(r"[，。；！？：\n“]")
_MEETING = re.compile(
    r"(?:工作)?(?:动员|汇报|见面|沟通|对接|反馈|情况|通报|部署|推进|座谈|启动)+(?:大会|会议?|仪式)"
)
_MEETS = re.compile(r"会(?:在|于)|召开|举行")  # 督察某市汇报会在某校召开: not the school
_LIST_ENDS = re.compile(r"会(?:在|于)|(?:^|[^、])[在于]$|召开|举行")
_NO_TARGET_AFTER = re.compile(r"(?:主要|分管|有关|相关)?(?:领导|负责人|负责同志|干部|会议|精神)")
_LEAD = re.compile(
    r"(?:期间|其间|随后|接着|之后|当[天日]|进驻期间|(?:督察|督导|巡视|巡察|检查|督查)(?:期间|中|过程中))?，?"
)
_LONGEST = 400  # code points of a span; a longer list is quoted target by target


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a predicate says that a team inspects: targets are to be sought in `[start, stop)`."""

    start: int
    stop: int
    end: int
    verb: str
    confidence: float


def inspections(reading: Reading) -> Iterator[Fact]:
    """Yield INSPECTS for every team and what it comes to see, with the stay where it is stated."""
    only = only_team(reading)
    known = list(stays(reading, only))
    last: Mention | None = None
    for start, stop in reading.sentences:
        last, facts = _sentence(reading, start, stop, last, only)
        for fact in facts:
            yield _dated(reading, fact, known)


def only_team(reading: Reading) -> Mention | None:
    """Give the one team of the article, where a sentence leaves its subject out."""
    teams = [one for one in reading.names if one.type == "InspectionTeam"]
    players = {id(reading.player(one)) for one in teams}
    return teams[0] if len(players) == 1 else None


def several(reading: Reading) -> bool:
    """Tell whether the article speaks of several teams without names: 派出七个督查组."""
    return _SEVERAL.search(reading.text) is not None


_SEVERAL = re.compile(
    r"(?:\d{1,3}|[二三四五六七八九十两多]+|若干)个[^，。；、\n]{0,10}?(?:组|专班|工作队)(?![织长员成])"
    r"|(?:分成?|分为)[^，。；]{1,4}个?组|分组(?:进行|开展|赴|到|深入)|(?:带领|率|带)一个|各(?:督导|检查|督查|巡视|巡察|考核|调研)组"
)


def _sentence(
    reading: Reading, start: int, stop: int, last: Mention | None, only: Mention | None
) -> tuple[Mention | None, list[Fact]]:
    """Read one sentence; the team that it speaks of is the subject of the next one too."""
    if _BACKGROUND.search(reading.text, start, stop):
        return None, []
    teams = reading.names.outermost(start, stop, "InspectionTeam")
    facts = [
        fact
        for row, end in _rows(reading, teams, stop)
        for fact in _of_teams(reading, row, start, end)
    ]
    subject = only or last or (teams[-1] if teams else None)
    if not facts and subject is not None:
        facts = list(_without_subject(reading, subject, start, stop, said=last is not None))
    people = reading.names.within(start, stop, "Person")
    spoken = teams[-1] if teams and not people else None
    goes_on = (facts and not people) or _HEADS.match(reading.text, start, stop)
    return spoken or (last if goes_on else None), facts


_HEADS = re.compile(r"副?组长[：:]")  # a line of a roster, between a team and what it inspects


def _rows(reading: Reading, teams: list[Mention], stop: int) -> Iterator[tuple[list[Mention], int]]:
    """Yield the teams that share a predicate (第一巡察组、第二巡察组分别进驻…), and where it ends."""
    row: list[Mention] = []
    for number, one in enumerate(teams):
        row.append(one)
        after = teams[number + 1] if number + 1 < len(teams) else None
        if after is None or reading.text[one.stop : after.start] not in _JOINTS:
            yield row, after.start if after else stop
            row = []


_JOINTS = ("、", "和", "与", "及", "以及", "，")


def _of_teams(reading: Reading, row: list[Mention], start: int, stop: int) -> Iterator[Fact]:
    """Yield what the predicates after the names of teams, and 在…， before them, say."""
    for target in _before(reading, row, start, stop):
        for team in row:
            yield from _fact(reading, team, target, _LIKELY)
    done = row[-1].stop
    named = _NAMED_SHORT.match(reading.text, done)  # （以下简称“督导组”）
    done = named.end() if named else done
    done += reading.text.startswith(("：", ":"), done)  # 第一巡视组：巡视某市、某县
    for began in moves.clauses(reading, done, stop):
        at = adverbs.past(reading, began, stop) if began >= done else stop
        seen = _predicate(reading, at, stop) or _entered(reading, done, began, stop)
        if seen is None:
            continue
        done = seen.end
        if not _only_planned(reading, seen, began, start, stop):
            found = list(_targets(reading, seen.start, seen.stop))
            each = len(row) > 1 and "分别" in reading.text[began : seen.start]
            for number, target in enumerate(found):
                one_each = row[number : number + 1] if each and len(found) == len(row) else row
                for team in one_each:
                    yield from _fact(reading, team, target, seen.confidence)


def _before(reading: Reading, row: list[Mention], start: int, stop: int) -> Iterator[Mention]:
    """Yield what stands before the teams that see it: 在某小学，检查组…; 青溪县迎来督查组检查."""
    place = moves.foregoing(reading, row[0].start)
    for target in sights.targets(reading, *place) if place else ():
        if target.type != "District":
            yield target
    host = _HOSTS.search(reading.text, start, row[0].start)
    if host is not None and _VISITED.match(reading.text, row[-1].stop, stop):
        for target in reading.names.within(start, host.start(), *sights.STOPS):
            if target.stop == host.start():
                yield target


_HOSTS = re.compile(r"(?:迎来|迎接|接受)了?$")
_VISITED = re.compile(rf"(?:一行)?的?(?:现场|实地|全面|年度)?(?:{_NOUN})")
_NAMED_SHORT = re.compile(r"[”」』\"]?[)）]")


def _predicate(reading: Reading, at: int, stop: int) -> _Seen | None:
    """Read the predicate that begins at a position: 进驻…, 对…开展督察, 在…开展工作."""
    text = reading.text
    if reading.names.starting(at) is not None:
        return None  # 检查组 begins like 检查
    for pattern, confidence in ((_OBJECT, _SURE), (_WITHIN, _LIKELY)):
        match = pattern.match(text, at, stop)
        if match is not None and match.end(1) > 0:
            end = _ENDS.search(text, match.end(), stop)
            return _Seen(
                *match.span(1), end.start() if end else stop, text[at : at + 1], confidence
            )
    direct = _DIRECT.match(text, at, stop)
    if direct is None:
        return None
    end_of_list = sights.list_end(reading, direct.end(), stop)
    return _Seen(direct.end(), end_of_list, end_of_list, direct.group(), _SURE)


def _entered(reading: Reading, done: int, at: int, stop: int) -> _Seen | None:
    """Read 第一巡察组：县教育局、县水利局 as a list of what the team inspects."""
    first = reading.names.starting(done, "PublicBody", "District", "Organization", "Enterprise")
    if at != done or first is None or reading.text[done - 1] not in "：:":
        return None
    end = sights.list_end(reading, done, stop)
    return _Seen(done, end, end, "", _LIKELY)


def _only_planned(reading: Reading, seen: _Seen, began: int, start: int, stop: int) -> bool:
    """Tell whether a visit has not begun when the article is published.

    A notice that a team 将于5月12日至30日进驻 reports the stay, unless it is published before.
    """
    text, today = reading.text, reading.article.date
    times = [one for one in reading.times if start <= one.start < stop and one.date]
    if times and today and times[0].date > today[: len(times[0].date)]:
        return True
    planned = _PLANNED.search(text, began, seen.start) is not None
    if not planned or seen.verb == "在":
        return False
    if _MEANWHILE.search(text, reading.clause(seen.start)[0], seen.start):
        return True  # 督查组自8月16日起…，期间将赴某市
    begun = today and times and times[0].date[: len(today)] <= today
    return not begun and not (not today and any(one.until for one in times))


def _without_subject(
    reading: Reading, subject: Mention, start: int, stop: int, *, said: bool
) -> Iterator[Fact]:
    """Yield what a sentence says whose team stands elsewhere: 对…开展巡察, 被巡视单位是….

    Args:
        reading: The article.
        subject: The team that is meant.
        start: Where the sentence begins.
        stop: Where it ends.
        said: The sentence before is about the team, so that 先后深入… goes on with it.
    """
    text = reading.text
    teams = reading.names.outermost(start, stop, "InspectionTeam")
    for pattern in (_OBJECT, _LISTED):
        told = False
        for match in pattern.finditer(text, start, stop):
            if pattern is _OBJECT and (told or _other_subject(reading, start, match.start())):
                continue
            told = True
            team = next((one for one in reversed(teams) if one.stop <= match.start()), subject)
            end = next((one.start for one in teams if one.start >= match.end()), stop)
            a, b = match.span(1) if pattern is _OBJECT else (match.end(), end)
            for target in _targets(reading, a, b):
                yield from _fact(reading, team, target, _LIKELY)
        if told:
            return
    lead = _LEAD.match(text, start, stop)
    at = adverbs.past(reading, lead.end() if lead else start, stop)
    seen = _predicate(reading, at, stop) if said and at > start else None
    if seen is not None and not _only_planned(reading, seen, start, start, stop):
        for target in _targets(reading, seen.start, seen.stop):
            yield from _fact(reading, subject, target, _LIKELY)


def _other_subject(reading: Reading, start: int, at: int) -> bool:
    """Tell whether someone else does what a sentence without a team says: 区政府对企业开展检查."""
    before = reading.names.within(start, at, "Person", "PublicBody", "Enterprise", "Organization")
    return bool(before) and "，" not in reading.text[before[-1].stop : at]


def _targets(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield what a list names; a venue or a meeting after it is no part of the list."""
    named = reading.names.starting(start, "District")
    if named is not None and _MEETING.match(reading.text, named.stop):
        yield named  # 督察组督察某市动员汇报会: the team inspects the city
        return
    last = start
    for one in sights.targets(reading, start, stop):
        ends = _LIST_ENDS if last > start else _MEETS
        if ends.search(reading.text, last, one.start):
            return
        last = one.stop
        if not _NO_TARGET_AFTER.match(reading.text, one.stop):
            yield one


def _fact(reading: Reading, team: Mention, target: Mention, confidence: float) -> Iterator[Fact]:
    source, player = reading.player(team), reading.player(target)
    if source is None or player is None:
        return
    start, stop = min(team.start, target.start), max(team.stop, target.stop)
    if stop - start > _LONGEST:
        start, stop = target.start, target.stop
    yield Fact("INSPECTS", source, player, start, stop, INSPECTS, confidence)


def _dated(reading: Reading, fact: Fact, known: list[Stay]) -> Fact:
    """Give the stay, else the day that the sentence names."""
    start, stop = reading.sentence(fact.start)
    time = reading.time_in(start, stop, fact.stop)
    date = time.date if time and not time.until else ""
    stay = next((one for one in known if one.team is fact.source), None)
    if stay is None or (date and date != stay.begins and not stay.start <= start < stay.stop):
        return replace(fact, date=date)
    return replace(fact, valid_from=stay.begins, valid_to=stay.ends)
