"""Holdings: who organises an event, and where it is held."""

import re
from collections.abc import Iterator

from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.mention import Mention

_HOSTS = ("PublicBody", "InspectionTeam", "Organization", "Enterprise", "District")
_VENUES = ("Place", "District", "PublicBody", "Enterprise", "Organization")
_BY = re.compile(r"由(.{2,80}?)(?:共同|联合)?(?:主办|举办|承办|组织|发起|召集)")
_AT = re.compile(
    r"(?:在|于)([^，。；！？\n]{1,40}?)(?:正式|隆重|顺利|成功|圆满|联合|共同|同步|如期)*(?:召开|举行|举办|开幕|闭幕|启幕|落幕|启动|揭幕|开班|签约|签署|签订)"
)
_GAP = re.compile(
    r"(?:联合|共同|同时|正式|隆重|分别|日前|近日|今[天日]|昨[天日]|当[天日]|上午|下午|又|还|也|组织|主持|再次|专题|"
    r"[（(][^）)]{1,12}[）)]|在[^，。；\n]{1,30}|于[^，。；\n]{1,20}|\d{1,2}月\d{1,2}日(?:上午|下午)?|\d{1,2}日(?:上午|下午)?)*"
)
_JOINT = re.compile(r"、|和|与|及|以及|，|联合|会同|")
_AS_PLACE = re.compile(r"(?:在|于)[^，。；、]{0,12}$")
_NEAR = 14
_HELD = re.compile(r"(?:组织召开|主持召开|召开|举行|举办|主办|承办)")
ORGANIZES, HELD_IN = "meetings.organizes", "meetings.held_in"


def holdings(reading: Reading) -> Iterator[Fact]:
    """Yield ORGANIZES and HELD_IN for every event that the article reports."""
    for one in reading.happenings:
        yield from _organized(reading, one)
        yield from _placed(reading, one)


def _organized(reading: Reading, one: Happening) -> Iterator[Fact]:
    start, stop = reading.sentence(one.start)
    for match in _BY.finditer(reading.text, start, stop):
        for host in reading.names.outermost(match.start(1), match.end(1), *_HOSTS):
            yield from _fact(reading, "ORGANIZES", host, one)
    if one.verb < 0:
        return
    verb = max((m.start() for m in _HELD.finditer(reading.text, start, one.start)), default=-1)
    if verb < 0 or "的" in reading.text[verb : one.start]:
        return
    for host in row_before(reading, verb, start, _HOSTS):
        yield from _fact(reading, "ORGANIZES", host, one)


def row_before(reading: Reading, stop: int, floor: int, types: tuple[str, ...]) -> list[Mention]:
    """Give the names in a list that ends right before a verb, adverbs and times aside."""
    inside = reading.names.outermost(floor, stop, *types)
    row: list[Mention] = []
    at = stop
    for one in reversed(inside):
        place = _AS_PLACE.search(reading.text, max(floor, one.start - _NEAR), one.start)
        if not row and place is not None:
            at = place.start()
            continue
        gap = reading.text[one.stop : at]
        fits = _JOINT.fullmatch(gap) if row else _GAP.fullmatch(gap)
        if not fits:
            if row or one.stop > at:
                break
            continue
        if row and one.type == "District" and one.stop == row[-1].start:
            break  # 无锡市 of 无锡市梁溪区
        row.append(one)
        at = one.start
    return row[::-1]


def _placed(reading: Reading, one: Happening) -> Iterator[Fact]:
    start, stop = reading.sentence(one.start)
    for match in _AT.finditer(reading.text, start, stop):
        venues = reading.names.outermost(match.start(1), match.end(1), *_VENUES)
        venues = [two for two in venues if two.stop == match.end(1)] or venues[-1:]
        if venues:
            yield from _fact(reading, "HELD_IN", venues[-1], one, match.end())
        return


def _fact(
    reading: Reading, kind: str, name: Mention, one: Happening, verb: int = -1
) -> Iterator[Fact]:
    player = reading.player(name)
    if player is None or player is one.player:
        return
    span = min(name.start, one.start), max(name.stop, one.stop, verb)
    if kind == "ORGANIZES":
        yield Fact(kind, player, one.player, *span, ORGANIZES, _SURE)
    else:
        yield Fact(kind, one.player, player, *span, HELD_IN, _SURE)


_SURE = 0.9
