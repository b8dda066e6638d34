"""Moves: predicates of going to see something: 到…调研, 先后查看了…, 在…, 来到…."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.grammar import adverbs, sights
from loaders.grammar.attendance import Row
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention

_LED = re.compile(
    r"(?:，)?(?:亲自)?(?:(?:带队|率领|带领)的[^，。；\n]{1,24}?[团组]|带队|率队|(?:率领|带领|率|带|携)[^，。；\n]{1,120}?(?=，|来|到|赴|前往|深入|对|在|走|开展|先后|实地|(?:调研|检查|督导|看望|慰问|视察|考察)(?![团组员])))"
)
_COMPANY = re.compile(
    r"[^。；，\n]{0,60}?组成的?[^，。；\n]{2,20}?(?:团|组)|(?:与|和|同)[^，。；\n]{1,30}?(?:一起|一同|一道|共同)"
)
_THEN = re.compile(
    r"[，；]|并(?=到|赴|深入|来到|走进|前往|实地|现场|察看|查看|考察|走访|看望|参观|检查|调研|慰问)"
)
_GO = (
    "来到|走进|前往|奔赴|赶赴|赶到|赶往|直奔|到达|莅临(?!大会|会议|会场|仪式|活动|论坛|晚会|指导)|抵达|到访|到(?!任(?![丘城县泽])|岗|场|位)|来(?!源|信|电|访|自)|赴(?!任(?![丘城县泽])|约|宴)|"
    "深入(?!贯彻|学习|落实|推进|推动|实施|研究|分析|践行|领会|挖掘|理解|思考|探讨|交流|查找|打造|抓|做)"
)
_MANNER = "(?:实地|现地|现场|详细|深入|专题|突击|随机|带队|率队|一线|入户|徒步|重点|集中|联合|了)*"
_HOW = rf"{_MANNER}(?:(?:开展|进行)[^，。；]{{0,12}}?{_MANNER})?"
_ARRIVED = (
    "来到",
    "走进",
    "莅临",
    "抵达",
    "前往",
    "赴",
    "奔赴",
    "深入",
)  # enough by itself: 来到某公司，与职工交谈
_MOTION = (*_ARRIVED, "深入", "赴")
_SEEING = re.compile(
    r"(?:详细|认真|仔细|实地|逐一|现场|深入|先后|一行|细心|关切|亲切|一边|又|还|边走边看)*"
    r"(?:了解|察看|查看|听取|询问|参观|走访|检查|看望|慰问|观看|走进|登上|(?:与|同|和|向)[^，。；]{1,30}?(?:交谈|座谈|交流|家常|询问|了解|拉起))"
)
_WAY_IN = re.compile(
    r"(?:随后|接着|之后|首先|其间|[^，。；]{0,8}期间|当天|每到一处|(?:检查|调研|考察|督导|走访|慰问|视察|活动|访问|参观)(?:过程中|中|时)|"
    r"[^，。；年月日]{0,12}(?:会|仪式|活动|座谈|交流|签约|参观|考察|调研)(?:开始|结束)?(?:之?[前后])|[会席行]前|[会席]后)?，?"
)
_GROUP = re.compile(
    r"(?:(?!其他|其余|另|各)[\u4e00-\u9fff]{0,12}(?:组|团|(?<![带率])队|领导|人员|[员表家干宾]们)|大家|他们?|她们?)?(?:一行(?:\d*人)?)?"
)


@dataclass(frozen=True, slots=True)
class Move:
    """A predicate of going to see something.

    Attributes:
        start: Where it begins, after its subject.
        verb: Where its verb begins.
        word: The verb that names the visit (调研, 检查).
        stop: Where its list of stops ends.
        led: It says 带队, 率队 or 率.
        bare: No verb of looking follows, so that 来到 alone makes the visit.
        planned: It is still to come (将赴…).
    """

    start: int
    verb: int
    word: str
    stop: int
    led: bool
    bare: bool = False
    planned: bool = False


def of(reading: Reading, row: Row, at: int, end: int, *, going: bool) -> Iterator[Move]:
    """Yield the moves that a list of persons makes, one after the other.

    Args:
        reading: The article.
        row: The persons.
        at: Where what is said of them begins: after them, or after who they take along.
        end: Where the next list of persons begins, or the sentence ends.
        going: A trip is under way, so that 来到 alone goes on with it.
    """
    if _ESCORT.match(reading.text, row.stop):
        return
    seen = _foregoing(reading, row, going=going)
    if seen is not None:
        yield seen
    yield from _walk(reading, at, end, going=going or seen is not None)


def _walk(reading: Reading, at: int, end: int, *, going: bool, lax: bool = True) -> Iterator[Move]:
    """Yield the moves of one subject, clause by clause.

    Args:
        reading: The article.
        at: Where its predicates begin.
        end: Where they end at the latest.
        going: A trip is under way, so that 来到 alone goes on with it.
        lax: The first clause need not be a move.
    """
    led = False
    for here in clauses(reading, at, end):
        if here < at:
            continue
        verb, more = _to_verb(reading, here, end)
        led = led or more
        move = _at(reading, verb, end, going=going)
        if move is None and not lax:
            return
        lax = True
        if move is not None:
            planned = _PLANNED.search(reading.text, here, move.start) is not None
            yield replace(move, led=led, planned=move.planned or planned)
            at, going = move.stop, True


def clauses(reading: Reading, start: int, end: int) -> Iterator[int]:
    """Yield where a predicate of the same subject may begin, as long as it does and does not speak."""
    text = reading.text
    yield start
    for then in _THEN.finditer(text, start, end):
        before = text[start : then.start()]
        if _SPEECH.search(before) or "：“" in before or _OTHERS.search(before):
            return
        if before.count("“") == before.count("”"):
            yield then.end()


def _to_verb(reading: Reading, at: int, end: int) -> tuple[int, bool]:
    """Step over adverbs, company and 带队 to the verb; tell whether someone is said to lead."""
    led, here = False, -1
    while here != at:
        here, at = at, adverbs.past(reading, at, end)
        lead = _LED.match(reading.text, at, end)
        company = _COMPANY.match(reading.text, at, end)
        led = led or lead is not None
        at = lead.end() if lead else company.end() if company else at
    return at, led


def _at(reading: Reading, at: int, end: int, *, going: bool) -> Move | None:
    """Read the predicate that begins at a position."""
    text = reading.text
    if reading.names.starting(at) is not None or _ARRIVING.match(text, at):
        return None  # 检查组 begins like 检查
    match = _upon().match(text, at, end) or _moving().match(text, at, end)
    match = match or _staying().match(text, at, end)
    if match is None or not (match["verb"] or match["go"]):
        return None
    verb, word = match.start("verb") if match["verb"] else match.start("go"), match["verb"]
    bare = False
    if not word:
        if _TO_SIT.search(text, match.end("go"), reading.clause(match.end())[1]):
            return None
        later = _looking().search(text, match.end("go"), reading.sentence(at)[1])
        if later is None and not going and match["go"] not in _ARRIVED:
            return None
        bare = later is None
        word = later.group() if later and later.group() in _looks() else "走访"
    over = match["go"] == "对" or (match["verb"] and _ACTIVITY.match(text, match.end()))
    stop = match.end() if over else sights.list_end(reading, match.end(), end)
    planned = match["verb"] is not None and _EVE.match(text, match.end()) is not None
    return Move(at, verb, word, stop, led=False, bare=bare, planned=planned)


_ACTIVITY = re.compile(r"活动|工作|行动|任务")  # 开展走访慰问活动: nothing after it is seen
_EVE = re.compile(r"(?:之?前夕|之前|前(?=，)|在即)")  # 进行国事访问前夕: still to come
_TO_SIT = re.compile(r"(?:应邀|并)?(?:出席|参加|列席|召开|主持召开)")  # 赴北京出席论坛
_ARRIVING = re.compile(r"(?:到|来)(?:会(?![计堂馆展])|场|任|岗|位)")  # 到会指导: at a meeting
_ESCORT = re.compile(r"等?[^，。；\n]{0,10}?的?(?:陪同|带领|率领|见证)下")
_SPEECH = re.compile(r"指出|强调|要求|表示|认为|希望|说(?!明)|提出")
_OTHERS = re.compile(
    r"(?:活动|项目|比赛|大赛|展会|论坛|仪式|队伍|[团队]队|企业|产品|专列|展览)(?:还|也|已)?将"
)
"""Who or what goes on in the sentence is no person: 活动将组织志愿者，走进…."""

_PLANNED = re.compile(r"将|拟|计划|打算|即将|定于")
_BEFORE = re.compile(
    r"(?<![^，。；：！？\n”])(?:随后|首先|期间|接着|最后)?(?:(?P<at>在)|来到|走进|深入|前往|到)"
    r"(?P<to>[^，。；：\n]{2,80})，(?:[^。；：“\n]{2,60}?[后时]，)?(?:由[^。；“\n]{2,40}?(?:带队|率领)的)?$"
)
_SITTING = re.compile(r"主持|召开|出席|参加|会见|发表|签署|作|致辞|宣布|当选|出生|任")


def _foregoing(reading: Reading, row: Row, *, going: bool) -> Move | None:
    """Read 在柳浦村，甲详细了解…, 来到柳浦村，甲… as a move to what stands before the name.

    On a trip, whatever is said or done there is of the trip: 在柳浦村，甲强调….
    """
    place = foregoing(reading, row.start)
    if place is None:
        return None
    if _of_there(reading, row, place):
        return None
    end = reading.sentence(row.start)[1]
    verb, leads = _to_verb(reading, row.stop, end)
    sees = _SEEING.match(reading.text, row.stop) or _SEEING.match(reading.text, verb)
    goes = leads or _MOVING_ON.match(reading.text, verb)
    if not (sees or goes) and (not going or _SITTING.match(reading.text, verb)):
        return None
    return Move(place[0], verb, "走访", place[1], led=False)


_MOVING_ON = re.compile(r"深入|走进|登上|走访|察看|查看")


def _of_there(reading: Reading, row: Row, place: tuple[int, int]) -> bool:
    """Tell whether the titles of who acts are of the place itself: 在澜州大学，澜州大学副校长甲介绍…."""
    here = {id(reading.player(one)) for one in sights.targets(reading, *place)}
    titles = reading.names.within(
        place[1], row.names[0].start, "Organization", "Enterprise", "PublicBody"
    )
    return any(id(reading.player(one)) in here for one in titles)


_FAR = 240  # code points between such a place and who acts


def foregoing(reading: Reading, at: int) -> tuple[int, int] | None:
    """Give the span of the places that stand before who acts: 在柳浦村、云湖水库，甲…."""
    start = max(reading.sentence(at)[0], at - _FAR)
    before = _BEFORE.search(reading.text, start, at)
    if before is None or (before["at"] and not sights.is_place(before["to"])):
        return None
    return before.span("to")


def onward(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the next stops of a trip that is under way: 在柳浦村，…; 他还来到…; 代表团先后考察了…."""
    way = _WAY_IN.match(reading.text, start, stop)
    at = adverbs.past(reading, way.end() if way else start, stop)
    place = _PLACED.match(reading.text, at, stop)
    if place is not None and not (place["at"] and not sights.is_place(place["to"])):
        found = sights.targets(reading, *place.span("to"))
        yield from (one for one in found if one.type != "District" or not place["at"])
    at = place.end() if place else at
    group = _GROUP.match(reading.text, at, stop)
    sure = place is not None or (group is not None and group.end() > at)
    for move in _walk(reading, group.end() if group else at, stop, going=True, lax=sure):
        if not move.planned:
            yield from sights.targets(reading, move.start, move.stop)


_PLACED = re.compile(
    r"(?:首先|随后|接着)?(?:(?P<at>在)|来到|走进)(?P<to>[^，。；\n]{2,80}?)(?:现场|内|里)?，"
)


_NO_VERB = "[团组员]|(?:时的?)?(?:重要)?(?:讲话|指示|批示|精神|嘱托|足迹)"  # 考察团, 视察重要讲话


@functools.cache
def _moving() -> re.Pattern[str]:
    """Match 到…调研, 前往…, 查看了…; the stop may stand before the verb or after it."""
    looks = "|".join(_looks())
    return re.compile(
        f"(?:(?P<go>{_GO})(?P<to>[^，。；！？\\n]{{1,300}}?))?"
        f"(?:{_HOW}(?P<verb>{looks})(?!{_NO_VERB})|(?=[，。；]|$))"
    )


@functools.cache
def _upon() -> re.Pattern[str]:
    """Match 对…工作进行检查."""
    looks = "|".join(_looks())
    return re.compile(
        f"(?P<go>对)(?P<to>[^。；！？\\n]{{2,80}}?)(?:进行|开展|实施)了?[^，。；]{{0,10}}?(?P<verb>{looks})"
    )


@functools.cache
def _staying() -> re.Pattern[str]:
    """Match 在…调研时, 在…检查."""
    looks = "|".join(_looks())
    return re.compile(
        f"(?P<go>在)(?P<to>[^，。；！？\\n]{{1,30}}?){_HOW}(?P<verb>{looks})"
        f"(?=时(?!的)|，|。|期间|工作|[\u4e00-\u9fff]{{2,16}}?(?:工作|情况|活动|企业|项目|建设|发展|产业))"
    )


@functools.cache
def _looks() -> tuple[str, ...]:
    return _longest(one for one in lexicons.words("visit_verbs") if one not in _MOTION)


@functools.cache
def _looking() -> re.Pattern[str]:
    works = "(?:开展|进行)[^，。；]{1,16}?(?:工作|活动|行动|服务)"
    return re.compile("|".join((*_looks(), "了解", "听取", works)))


def _longest(found: "Iterator[str] | tuple[str, ...]") -> tuple[str, ...]:
    return tuple(sorted(found, key=len, reverse=True))
