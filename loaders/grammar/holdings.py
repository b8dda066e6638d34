"""Holdings: who organises an event, and where it is held."""

import re
from collections.abc import Iterator, Sequence

from loaders.grammar import focus, venues
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_HOSTS = ("PublicBody", "InspectionTeam", "Organization", "Enterprise", "District")
_BY = re.compile(
    r"由([^。；\n]{2,80}?)(?:共同|联合|牵头)?(?:主办|举办|承办|组织(?!部|委|局)|发起|召集)"
)
_HOSTED = re.compile(
    r"(?:共同|联合|倾力)?(?:主办|承办)(?!单位|方|地|城市|权|过|的(?!单位|方))|(?:主办|承办)(?:单位|方)(?:分别)?(?:为|是|有|：|包括)"
)
_PLANNED = re.compile(r"将由|拟由|届时|下一?届|上一?届|历届|往届|曾")
_WORDS = (
    r"(?:联合|共同|同时|正式|隆重|顺利|成功|如期|首次|分别|日前|近日|近期|今[天日]|昨[天日]|当[天日]|上午|下午|晚上?|又|还|也|则|先后|组织|主持|再次|专题|专门|及时|迅速|紧急|连夜|"
    r"[（(][^）)]{1,12}[）)]|\d{1,2}月\d{1,2}日|\d{1,2}日)*"
)
_PHRASE = (
    r"(?:在[^，。；\n]{1,30}|于[^，。；\n]{1,20}|以[^，。；]{2,16}?(?:形式|方式)|采[取用][^，。；]{2,20}?(?:形式|方式)|"
    r"通过[^，。；]{2,16}?(?:形式|方式|系统))?"
)
_GAP = re.compile(f"{_WORDS}{_PHRASE}{_WORDS}{_PHRASE}{_WORDS}")
_BY_GAP = re.compile(r"(?:（[^）]{1,20}）|等(?:单位|部门|机构)?|共同|联合|，|、)*")
_JOINT = re.compile(r"、|和|与|及|以及|，|联合|会同|携手|")
_AS_PLACE = re.compile(r"(?:在|于|赴|到|来|来到|前往|走进)[^，。；、]{0,12}$")
_NEAR = 14
_HELD = re.compile(r"(?:组织召开|主持召开|召开|举行|举办|主办|承办)")
ORGANIZES, HELD_IN = "meetings.organizes", "meetings.held_in"
_SURE, _LIKELY = 0.9, 0.8


def holdings(reading: Reading) -> Iterator[Fact]:
    """Yield ORGANIZES and HELD_IN for every event that the article reports."""
    for one in reading.happenings:
        yield from _organized(reading, one)
        venue = venues.of(reading, one)
        if venue is not None and venue.player is not one.player:
            span = min(venue.start, one.start), max(venue.stop, one.stop)
            yield Fact("HELD_IN", one.player, venue.player, *span, HELD_IN, _SURE)
    yield from _hosted(reading)


def visited(reading: Reading, stops: Sequence[Fact]) -> Iterator[Fact]:
    """Yield HELD_IN for a visit to an area: the first stop that its sentence names."""
    for one in reading.happenings:
        if one.player.kind not in ("visit", "inspection"):
            continue
        start, stop = reading.sentence(one.start)
        first = next((fact for fact in stops if start <= fact.start < stop), None)
        if first is not None and first.target.type == "District":
            span = min(first.start, one.start), max(first.stop, one.stop)
            yield Fact("HELD_IN", one.player, first.target, *span, HELD_IN, _LIKELY)


def _organized(reading: Reading, one: Happening) -> Iterator[Fact]:
    """Read 甲召开…会 and 由甲主办的…."""
    start, stop = reading.sentence(one.start)
    for match in _BY.finditer(reading.text, start, stop):
        for host in reading.names.outermost(match.start(1), match.end(1), *_HOSTS):
            if not reading.text.startswith("指导", host.stop):
                yield from _fact(reading, host, one.player, (one.start, one.stop))
    if one.verb < 0:
        return
    verb = max((m.start() for m in _HELD.finditer(reading.text, start, one.start)), default=-1)
    if verb < 0 or "的" in reading.text[verb : one.start]:
        return
    for host in row_before(reading, verb, start, _HOSTS):
        yield from _fact(reading, host, one.player, (one.start, one.stop))


def _hosted(reading: Reading) -> Iterator[Fact]:
    """Read 活动由甲主办、乙承办 and 主办单位为甲 of the event that the text is about there."""
    for match in _HOSTED.finditer(reading.text):
        start, stop = reading.sentence(match.start())
        if _PLANNED.search(reading.text, start, match.start()):
            continue
        happening = focus.happening(reading, start, stop)
        if happening is None:
            continue
        for host in _hosts(reading, match, start, stop):
            yield from _fact(reading, host, happening.player, match.span())


def _hosts(reading: Reading, match: re.Match[str], start: int, stop: int) -> list[Mention]:
    if match.group().endswith(("为", "是", "有", "：", "包括")):
        end = reading.clause(match.end())[1]
        return reading.names.outermost(match.end(), end, *_HOSTS)
    row: list[Mention] = []
    at = match.start()
    for one in reversed(reading.names.outermost(start, stop, *_HOSTS)):
        if one.stop > at:
            continue
        gap = reading.text[one.stop : at]
        if not (_JOINT.fullmatch(gap) if row else _BY_GAP.fullmatch(gap)):
            break
        row.append(one)
        at = one.start
    return row[::-1]


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


def _fact(reading: Reading, host: Mention, event: Player, words: tuple[int, int]) -> Iterator[Fact]:
    player = reading.player(host)
    if player is not None and player is not event:
        span = min(host.start, words[0]), max(host.stop, words[1])
        yield Fact("ORGANIZES", player, event, *span, ORGANIZES, _SURE)
