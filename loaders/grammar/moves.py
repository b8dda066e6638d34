"""Moves: predicates of going to see something: 到…调研, 先后查看了…, 在…, 来到…."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders import lexicons
from loaders.grammar.attendance import Row
from loaders.grammar.reading import Reading
from loaders.names.mention import Mention

STOPS = ("Place", "District", "PublicBody", "Enterprise", "Organization")
"""What may be visited."""

_TO = "来|到|赴|前往|深入|对|在|调|检|督|开|进"
_LEAD = (
    r"(?:同志|等人|等领导|等[省市区县]?领导|等|一行|分别|先后|再次|专程|专门|专题|一同|一起|首先|随后|又|还|也|现场|实地|冒雨|冒着[^，]{1,8}|亲自|"
    r"今[天日]|昨[天日]|当[天日]|上午|下午|带队|率队|"
    rf"(?:率|带领)[^，。；]{{1,40}}?(?={_TO})|就[^，。；]{{1,40}}?(?={_TO})|"
    r"[^。；，]{0,60}?组成的[^，。；]{2,20}?(?:团|组)|与[^，。；]{1,30}?(?:一起|一同|一道)|在[^，。；]{1,30}?陪同下|，)*"
)
_GO = "来到|走进|前往|深入|奔赴|莅临|抵达|到|来|赴"
_HOW = r"(?:(?:开展|进行)[^，。；]{0,12}?|实地|现场|详细|深入|专题|突击|随机|了)*"
_ARRIVED = ("来到", "走进", "莅临", "抵达", "前往")  # enough by itself: 来到某公司，与职工交谈
_MOTION = (*_ARRIVED, "深入", "赴")
_SEEING = re.compile(
    r"(?:详细|认真|仔细|实地|逐一|现场|深入|先后|一行)*(?:了解|察看|查看|听取|询问|参观|走访|检查|看望)"
)
_LIST_GOES_ON = (
    "并|还|又|随后|分别|实地|先后|检查|调研|查看|察看|慰问|走访|看望|视察|考察|参观|督导"
)
_PREDICATE_ENDS = re.compile(rf"[。；！？\n“：]|，(?!(?:{_LIST_GOES_ON}))")
_NO_STOP_AFTER = re.compile(
    r"[^，。、]{0,6}?(?:周边|附近|精神|部署|要求|决策|安排|规定|陪同|会议|领导|负责人|主要|党组成员)"
)
_NO_STOP_BEFORE = re.compile(r"(?:率|带领|会同|关于|根据|按照|受|与|代表)[^，。、到来赴]{0,12}$")
_ONWARD = re.compile(
    r"(?:随后，?|接着，?|之后，?|首先，?|期间，?|其间，?|当天，?|检查中，?|调研中，?|每到一处，?)?"
    r"(?:(?:[\u4e00-\u9fff]{0,8}组|代表团|大家|他们?|她)?(?:一行)?)(?:还|又|先后|实地|现场|分别|来到|走进|前往)*"
    r"(?:在(?P<place>[^，。；]{2,40}?)(?:现场)?，|(?:来到|走进|到|前往|深入|先后到|考察|走访|查看)了?(?P<goal>[^，。；]{2,60}))"
)
_CIRCUMSTANCE = ("下", "中", "上", "时", "方面", "后", "前", "里", "期间", "过程中")


@dataclass(frozen=True, slots=True)
class Move:
    """A predicate of going to see something.

    Attributes:
        start: Where it begins, after its subject.
        verb: Where its verb begins.
        word: The verb that names the visit (调研, 检查).
        stop: Where its list of stops ends.
        led: It says 带队, 率队 or 率.
    """

    start: int
    verb: int
    word: str
    stop: int
    led: bool


def of(reading: Reading, row: Row, end: int, *, going: bool) -> Move | None:
    """Read the move that a list of persons makes.

    Args:
        reading: The article.
        row: The persons.
        end: Where the next list of persons begins, or the sentence ends.
        going: A trip is under way, so that 来到 alone goes on with it.
    """
    text = reading.text
    seen = _seen(reading, row)
    match = _moving().match(text, row.stop, end) or _staying().match(text, row.stop, end)
    if match is None or not (match.group("verb") or match.group("go")):
        return seen
    verb = match.start("verb") if match.group("verb") else match.start("go")
    word, whole = match.group("verb"), reading.sentence(row.stop)[1]
    if not word:
        later = _looking().search(text, match.end(), whole)
        if later is None and not going and match.group("go") not in _ARRIVED:
            return seen
        word = later.group() if later and later.group() not in ("了解", "听取") else "走访"
    led = re.search(r"带队|率队|率|带领", text[row.stop : verb]) is not None
    start = seen.start if seen else row.stop
    return Move(start, verb, word, _end(reading, match.end(), end), led)


def _seen(reading: Reading, row: Row) -> Move | None:
    """Read 在柳浦村，甲详细了解… as a move to what stands before the name."""
    start, _ = reading.sentence(row.start)
    before = re.compile(r"在([^，。；]{2,30})，").fullmatch(reading.text, start, row.start)
    if before is None or before.group(1).endswith(_CIRCUMSTANCE):
        return None
    verb = _SEEING.match(reading.text, row.stop)
    return Move(start, verb.start(), "走访", row.start - 1, led=False) if verb else None


def targets(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the stops that a predicate names."""
    text = reading.text
    for one in reading.names.outermost(start, stop, *STOPS):
        if _NO_STOP_AFTER.match(text, one.stop) or _NO_STOP_BEFORE.search(text[start : one.start]):
            continue
        if one.type == "District" and reading.names.starting(one.stop, *STOPS) is not None:
            continue  # 澜州市 of 澜州市云湖区
        yield one


def onward(reading: Reading, start: int, stop: int) -> Iterator[Mention]:
    """Yield the next stops of a trip that is under way: 在柳浦村，…; 他还来到…."""
    match = _ONWARD.match(reading.text, start, stop)
    if match is None:
        return
    group = "place" if match.group("place") else "goal"
    if not match.group(group).endswith(_CIRCUMSTANCE):
        found = targets(reading, match.start(group), match.end(group))
        yield from (one for one in found if one.type != "District" or group == "goal")


def _end(reading: Reading, at: int, end: int) -> int:
    """Give where the list of stops ends: at a comma over which no list goes on."""
    stop = _PREDICATE_ENDS.search(reading.text, at, end)
    return stop.start() if stop else end


@functools.cache
def _moving() -> re.Pattern[str]:
    """Match 到…调研, 前往…, 先后查看了…; the stop may stand before the verb or after it."""
    looks, verbs = "|".join(_looks()), "|".join(_longest(lexicons.words("visit_verbs")))
    return re.compile(
        f"{_LEAD}(?:(?P<go>{_GO})(?P<to>[^，。；！？\n]{{1,60}}?))?"
        f"(?:{_HOW}(?P<verb>{looks}|{verbs})|(?=，)|$)"
    )


@functools.cache
def _staying() -> re.Pattern[str]:
    """Match 在…调研时."""
    looks = "|".join(_looks())
    return re.compile(
        f"{_LEAD}(?P<go>在)(?P<to>[^，。；！？\n]{{2,30}}?){_HOW}(?P<verb>{looks})(?=时|，|。|期间|工作)"
    )


@functools.cache
def _looks() -> tuple[str, ...]:
    return _longest(one for one in lexicons.words("visit_verbs") if one not in _MOTION)


@functools.cache
def _looking() -> re.Pattern[str]:
    return re.compile("|".join((*_looks(), "了解", "听取")))


def _longest(found: "Iterator[str] | tuple[str, ...]") -> tuple[str, ...]:
    return tuple(sorted(found, key=len, reverse=True))
