"""Moves: predicates of going to see something: 到…调研, 先后查看了…, 在…, 来到…."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders import lexicons
from loaders.grammar import adverbs
from loaders.grammar.attendance import Row
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention

STOPS = ("Place", "District", "PublicBody", "Enterprise", "Organization")
"""What may be visited."""

_LED = re.compile(
    r"(?:，)?(?:亲自)?(?:带队|率队|(?:率领|带领|率|带)[^，。；\n]{1,40}?(?=，|来|到|赴|前往|深入|对|在|走|开展|先后|实地|调研|检查|督导|看望|慰问|视察|考察))"
)
_COMPANY = re.compile(
    r"[^。；，\n]{0,60}?组成的[^，。；\n]{2,20}?(?:团|组)|(?:与|和|同)[^，。；\n]{1,30}?(?:一起|一同|一道|共同)"
)
_THEN = re.compile(
    r"[，；]|并(?=到|赴|深入|来到|走进|前往|实地|现场|察看|查看|考察|走访|看望|参观|检查|调研|慰问)"
)
_GO = "来到|走进|前往|深入|奔赴|莅临|抵达|到|来|赴"
_HOW = r"(?:(?:开展|进行)[^，。；]{0,12}?|实地|现场|详细|深入|专题|突击|随机|了)*"
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
_PREDICATE_ENDS = re.compile(r"[。；！？\n“：，]")
_NO_STOP_AFTER = re.compile(
    r"[^，。、]{0,6}?(?:周边|附近|精神|部署|要求|决策|安排|规定|陪同|会议|领导|负责人|主要|党组成员|汇报|反映|提出)"
)
_NO_STOP_BEFORE = re.compile(
    r"(?:率|带领|会同|关于|根据|按照|受|与|代表|听取了?|邀请|要求|召集|由|随)[^，。、到来赴]{0,12}$"
)
_WAY_IN = re.compile(
    r"(?:随后|接着|之后|首先|期间|其间|当天|检查中|调研中|考察中|督导中|每到一处|活动中|(?:检查|调研|考察|督导|走访|慰问|视察)(?:期间|过程中|时))?，?"
)
_PLACED = re.compile(r"(?:首先|随后)?在([^，。；\n]{2,40}?)(?:现场|内|里)?，")
_GROUP = re.compile(r"(?:[\u4e00-\u9fff]{0,12}(?:组|团|队)|大家|他们?|她们?)?(?:一行)?")
CIRCUMSTANCE = ("下", "中", "上", "时", "方面", "后", "前", "里", "期间", "过程中")
"""What ends a phrase with 在 that is no place: 在改革中."""


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
    """

    start: int
    verb: int
    word: str
    stop: int
    led: bool
    bare: bool = False


def of(reading: Reading, row: Row, end: int, *, going: bool) -> Iterator[Move]:
    """Yield the moves that a list of persons makes, one after the other.

    Args:
        reading: The article.
        row: The persons.
        end: Where the next list of persons begins, or the sentence ends.
        going: A trip is under way, so that 来到 alone goes on with it.
    """
    if _ESCORT.match(reading.text, row.stop):
        return
    seen = _seen(reading, row)
    if seen is not None:
        yield seen
        going = True
    at, led = row.stop, False
    for here in _clauses(reading, row.stop, end):
        if here < at:
            continue
        verb, more = _to_verb(reading, here, end)
        led = led or more
        move = _at(reading, verb, end, going=going)
        if move is not None:
            yield replace(move, led=led)
            at, going = move.stop, True


def _clauses(reading: Reading, start: int, end: int) -> Iterator[int]:
    """Yield where a predicate of the same subject may begin, as long as it does and does not speak."""
    text = reading.text
    yield start
    for then in _THEN.finditer(text, start, end):
        if _SPEECH.search(text, start, then.start()) or "“" in text[start : then.start()]:
            return
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
    if reading.names.starting(at) is not None:
        return None  # 检查组 begins like 检查
    match = _upon().match(text, at, end) or _moving().match(text, at, end)
    match = match or _staying().match(text, at, end)
    if match is None or not (match["verb"] or match["go"]):
        return None
    verb, word = match.start("verb") if match["verb"] else match.start("go"), match["verb"]
    bare = False
    if not word:
        later = _looking().search(text, match.end(), reading.sentence(at)[1])
        if later is None and not going and match["go"] not in _ARRIVED:
            return None
        bare = later is None
        word = later.group() if later and later.group() not in _HEARING else "走访"
    stop = match.end() if match["go"] == "对" else _end(reading, match.end(), end)
    return Move(at, verb, word, stop, led=False, bare=bare)


_ESCORT = re.compile(r"等?[^，。；\n]{0,10}?的?(?:陪同|带领|率领|见证)下")
_HEARING = ("了解", "听取")
_SPEECH = re.compile(r"指出|强调|要求|表示|认为|希望|说(?!明)|提出")


def _seen(reading: Reading, row: Row) -> Move | None:
    """Read 在柳浦村，甲详细了解… as a move to what stands before the name."""
    start, _ = reading.sentence(row.start)
    before = re.compile(r"在([^，。；]{2,30})，").fullmatch(reading.text, start, row.start)
    if before is None or before.group(1).endswith(CIRCUMSTANCE):
        return None
    verb = _SEEING.match(reading.text, row.stop)
    return Move(start, verb.start(), "走访", row.start - 1, led=False) if verb else None


_INNER = {
    "District": STOPS,
    "Organization": ("Place",),
    "Place": ("Place", "Organization", "Enterprise"),
}


def listed(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield what a list names that may be visited, each in its most exact form."""
    for one in reading.names.outermost(start, stop, *STOPS):
        inner = reading.names.starting(one.stop, *_INNER.get(one.type, ()))
        if inner is None or inner.stop > stop:
            yield one  # but not 澜州市 of 澜州市云湖区, nor 某大学 of 某大学某楼


def targets(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the stops that a predicate names."""
    text = reading.text
    for one in listed(reading, start, stop):
        if _NO_STOP_AFTER.match(text, one.stop) or _NO_STOP_BEFORE.search(text[start : one.start]):
            continue
        yield one


def onward(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the next stops of a trip that is under way: 在柳浦村，…; 他还来到…; 代表团先后考察了…."""
    way = _WAY_IN.match(reading.text, start, stop)
    at = way.end() if way else start
    place = _PLACED.match(reading.text, at, stop)
    if place is not None and not place[1].endswith(CIRCUMSTANCE):
        found = targets(reading, *place.span(1))
        yield from (one for one in found if one.type != "District")
    at = place.end() if place else at
    group = _GROUP.match(reading.text, at, stop)
    at, _ = _to_verb(reading, group.end() if group else at, stop)
    move = _at(reading, at, stop, going=True)
    if move is not None:
        yield from targets(reading, move.start, move.stop)


def _end(reading: Reading, at: int, end: int) -> int:
    """Give where the list of stops ends: at a comma over which no list goes on."""
    stop = _PREDICATE_ENDS.search(reading.text, at, end)
    return stop.start() if stop else end


@functools.cache
def _moving() -> re.Pattern[str]:
    """Match 到…调研, 前往…, 查看了…; the stop may stand before the verb or after it."""
    looks = "|".join(_looks())
    return re.compile(
        f"(?:(?P<go>{_GO})(?P<to>[^，。；！？\\n]{{1,60}}?))?"
        f"(?:{_HOW}(?P<verb>{looks})|(?=[，。；]|$))"
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
        f"(?P<go>在)(?P<to>[^，。；！？\\n]{{2,30}}?){_HOW}(?P<verb>{looks})"
        f"(?=时|，|。|期间|工作|[\u4e00-\u9fff]{{2,16}}?(?:工作|情况|活动))"
    )


@functools.cache
def _looks() -> tuple[str, ...]:
    return _longest(one for one in lexicons.words("visit_verbs") if one not in _MOTION)


@functools.cache
def _looking() -> re.Pattern[str]:
    return re.compile("|".join((*_looks(), "了解", "听取")))


def _longest(found: "Iterator[str] | tuple[str, ...]") -> tuple[str, ...]:
    return tuple(sorted(found, key=len, reverse=True))
