"""Holdings: who organises an event, and where it is held."""

import re
from collections.abc import Iterator, Sequence

from loaders.grammar import focus, venues
from loaders.grammar.reading import Fact, Happening, Reading
from loaders.names.cast import Player
from loaders.names.headed import ZONES
from loaders.names.mention import Mention

_HOSTS = ("PublicBody", "InspectionTeam", "Organization", "Enterprise", "District", "Place")
_BY = re.compile(
    r"由((?:(?!，在|，于|展出)[^。；\n]){2,80}?)(?:共同|联合|牵头)?(?:主办|举办|承办|筹办|组织(?!部|委|局)|发起|召集|策划|(?<=联合)开展|(?<=共同)开展)"
)
_ADVISED = re.compile(r"(?:指导|支持|监制|授权)，")
_HOSTED = re.compile(
    r"(?:共同|联合|倾力)?(?:主办|承办|协办|(?<=联合)举办|(?<=共同)举办|(?<=联合)开展|(?<=联合)组织)(?!单位|方|地|城市|权|过)|(?:主办|承办|协办)(?:单位|方)(?:分别)?(?:为|是|有|：|包括)"
)
_OF_HOSTS = re.compile(r"(?:主办|承办|举办|召开|举行|组织|发起|联合开展|共同开展|组织开展)的$")
"""What stands before the name of an event that says whose it is: 甲、乙联合举办的 + 丙论坛."""

_THEME = re.compile(r"以(?:“[^”\n]{2,60}”|[^，。；\n]{2,60}?)为(?:主题|主线)的")
_PLANNED = re.compile(r"将由|拟由|届时|下一?届|上一?届|历届|往届|曾")
_HOW = re.compile(
    r"联合|共同|同时|正式|隆重|顺利|成功|如期|首次|分别|日前|近日|近期|今[天日]|昨[天日]|当[天日]|上午|下午|晚上?|又|还|也|则|再|已|正在|先后|组织|主持|再次|专题|专门|"
    r"党组(?:理论学习中心组)?|党委(?=召|举|组)|及时|迅速|紧急|连夜|立即|牵头|集中|统一|精心|主动|继续|随后|随即|[（(][^）)\n]{1,30}[）)]|，(?=(?:共同|联合)?$)|(?:会同|联合|携手|联手)[^，。；\n]{2,24}?(?:，|(?=共同|联合|$))|组[成建]了?[^，。；\n]{2,12}，|(?:为了?|围绕|聚焦|针对|结合|立足|依托|按照|根据)[^，。；\n]{2,40}，|等(?:多家|[\d十几]+[余多]?[家个])?(?:单位|部门|机构|企业|地)?|一行|、[^，。；、\n的了]{2,20}(?=联合|共同|$)|(?:及|以及)(?:部分|有关|相关)[^，。；、\n]{1,12}?(?=共同|联合|$)|"
    r"(?:在|于|以|采[取用]|通过|利用|依托|围绕|就|针对|为|结合|面向)[^，。；\n]{1,40}?(?=召开|举行|举办|联合|共同|组织|主持|主办|承办|开展|正式|隆重|在|于|以|$)"
)
_JOINT = re.compile(r"、(?:[^，。；、\n的了]{1,16}、){0,3}|和|与|及|以及|，|联合|会同|携手|联手|")
_AS_PLACE = re.compile(r"(?:在|于|赴|到|来|来到|前往|走进|进驻|入驻|深入|对)[^，。；、]{0,12}$")
_LED = ("率领的", "带领的", "带队的")
_NEAR = 14
_NAMED_NEAR = 12
_FULL = 10  # code points of a name that is more than the word for a kind of meeting
_PRESS_OFFICES = ("国新办", "新闻办", "新闻办公室")  # 在国新办举行的发布会 is the office's own
_PARTS = ("开幕式", "闭幕式", "开班式", "结业式", "签约仪式", "揭牌仪式", "启动仪式", "颁奖仪式")
"""Ceremonies that, with no name of their own, are held where the event is whose part they are."""

_OTHER = re.compile(
    r"(?:(?:本[届次]|此次|该)([\u4e00-\u9fff]{2,8}?))(?:由|以[^。；\n]{2,40}?为主题，由)"
)
_HELD = re.compile(r"(?:组织召开|主持召开|召开|举行|举办|主办|承办|(?:组织)?开展)")
ORGANIZES, HELD_IN = "meetings.organizes", "meetings.held_in"
# Of 27 venues read by eye in unfamiliar news, 24 were right, and all of 29 hosts; fewer are where the
# host stands by a later naming of the event.
_SURE, _PLACED, _LIKELY = 0.9, 0.88, 0.8


def holdings(reading: Reading) -> Iterator[Fact]:
    """Yield ORGANIZES and HELD_IN for every event that the article reports."""
    hosts = [fact for one in reading.happenings for fact in _organized(reading, one)]
    hosts += _hosted(reading)
    yield from (fact for fact in hosts if not _over_others(fact, hosts))
    last: venues.Venue | None = None
    for one in reading.happenings:
        venue = venues.of(reading, one) if one.player.kind != "visit" else None
        last = venue or (last if one.player.name in _PARTS else None)
        if venue is None and last is not None and one.player.name in _PARTS:
            venue = last
        if venue is not None and venue.player is not one.player:
            span = min(venue.start, one.start), max(venue.stop, one.stop)
            if one.player.kind == "press" and venue.player.name.endswith(_PRESS_OFFICES):
                yield Fact("ORGANIZES", venue.player, one.player, *span, ORGANIZES, _PLACED)
            else:
                yield Fact("HELD_IN", one.player, venue.player, *span, HELD_IN, _PLACED)


def _over_others(fact: Fact, facts: list[Fact]) -> bool:
    """Tell whether an area is said to hold what its bodies hold: 甲市举办…, and later 由甲市某局主办."""
    others = [one for one in facts if one.target is fact.target and one.source.type != "District"]
    listed = any(one.stop == fact.stop for one in others)
    return fact.source.type == "District" and bool(others) and not listed


def visited(reading: Reading, stops: Sequence[Fact]) -> Iterator[Fact]:
    """Yield HELD_IN for a visit to an area: the first stop that its sentence names."""
    for one in reading.happenings:
        if one.player.kind not in ("visit", "inspection"):
            continue
        start, stop = reading.sentence(one.start)
        seen = [fact for fact in stops if start <= fact.start < stop]
        first = seen[0] if seen else None
        if first is None or len({id(fact.target) for fact in seen}) > 1:
            continue
        area = first.target.area
        if area is not None and area.level == "country":
            continue  # of a visit of state the text names the city, or nothing exact
        if first.target.type == "District" and not _UNDER_WAY.search(reading.text, start, stop):
            span = min(first.start, one.start), max(first.stop, one.stop)
            yield Fact("HELD_IN", one.player, first.target, *span, HELD_IN, _LIKELY)


_HALLS = ("文化馆", "图书馆", "博物馆", "美术馆", "纪念馆", "科技馆", "展览馆", "剧院", "艺术中心")
_TALKS = frozenset(("会谈", "会见", "接见", "会晤", "会面", "见面"))
"""Audiences: no area holds one."""

_UNDER_WAY = re.compile("前夕|离京|启程|期待|期盼|到访|将(?:[于对赴访前在]|首次)|即将|拟")
"""Of a visit that is still to come, or only begun, nothing says yet where it was."""


def _organized(reading: Reading, one: Happening) -> Iterator[Fact]:
    """Read 甲召开…会 and 由甲主办的…."""
    if one.player.kind == "visit":
        return
    start, stop = reading.sentence(one.start)
    for match in _BY.finditer(reading.text, start, stop):
        if reading.text.startswith("的", match.end()) and one not in _near(reading, match.end()):
            continue  # 由甲发起的某组织 + 举行仪式
        advised = [found.end() for found in _ADVISED.finditer(reading.text, *match.span(1))]
        for host in reading.names.outermost(max([match.start(1), *advised]), match.end(1), *_HOSTS):
            if _stands(reading, host):
                yield from _fact(reading, host, one.player, (one.start, one.stop))
    full = [
        span for span in one.player.spans if span[1] - span[0] >= min(one.stop - one.start, _FULL)
    ]
    for begin, end in dict.fromkeys(((one.start, one.stop), *full)):
        floor = reading.sentence(begin)[0]
        verb = _verb(reading, one, begin, floor)
        for host in row_before(reading, verb, floor, _HOSTS) if verb >= 0 else ():
            sure = _SURE if begin == one.start else _LIKELY
            yield from _fact(reading, host, one.player, (begin, end), sure)


def _stands(reading: Reading, host: Mention) -> bool:
    """Tell whether a body is named whole: 扬州市 of 扬州市某景区某中心 is not, nor is who only guides."""
    if host.type == "District" and _ENDS.match(reading.text, host.stop) is None:
        return False
    return not reading.text.startswith("指导", host.stop)


_ENDS = re.compile("[、，和与及共]|等|联合|以及|主办|举办|承办|组织|发起|牵头|筹办|召集")


def _verb(reading: Reading, one: Happening, begin: int, floor: int) -> int:
    """Give where the verb begins of which a naming of an event is the object, or -1.

    Of the naming that introduces it, a few words may stand between; of later ones, none.
    """
    text = reading.text
    own = _OF_HOSTS.search(text, floor, begin)
    if own is not None:
        return own.start()
    found = list(_HELD.finditer(text, floor, begin))
    if not found or (begin == one.start and one.verb < 0):
        return -1
    between = _THEME.sub("", text[found[-1].end() : begin]).strip("了“")
    loose = "的" in between and _MODIFIER.fullmatch(between) is None
    loose = loose or "，" in _QUOTE.sub("", between)
    if loose or (begin != one.start and between):
        return -1
    return found[-1].start()


_QUOTE = re.compile("“[^”\n]*”|《[^》\n]*》|（[^）\n]*）")
_MODIFIER = re.compile(
    r"(?:(?![会式坛展节赛])[^，。；“”、]){2,12}的"
)  # 举行了该项目的 + 总结会, 召开为期两天的 + 培训班


def _hosted(reading: Reading) -> Iterator[Fact]:
    """Read 活动由甲主办、乙承办 and 主办单位为甲 of the event that the text is about there."""
    for match in _HOSTED.finditer(reading.text):
        start, stop = reading.sentence(match.start())
        if _PLANNED.search(reading.text, start, match.start()) or _of_other(reading, start):
            continue
        hosts = _hosts(reading, match, start)
        happening = _of_hosts(reading, match, start, stop) if hosts else None
        if happening is None:
            continue
        for host in hosts:
            yield from _fact(reading, host, happening.player, match.span())


def _of_other(reading: Reading, start: int) -> bool:
    """Tell whether a sentence is about an event that is none of those reported: 本届博览会由…."""
    word = _OTHER.match(reading.text, start)
    if word is None or word.group(1) in ("活动", "会议"):
        return False
    names = [name for one in reading.happenings for name in one.player.names]
    if _ABOUT_IT.search(word.group(1)) is None:
        names = [name for name in names if not name.endswith(_ABOUT)]
    return not any(word.group(1) in name for name in names)


_ABOUT = ("发布会", "通气会", "动员会", "推介会", "启动仪式", "筹备会")
_ABOUT_IT = re.compile("发布|通气|动员|推介|启动|筹备")
"""本届大会 is not the press conference about it."""


def _of_hosts(reading: Reading, match: re.Match[str], start: int, stop: int) -> Happening | None:
    """Give the event that a sentence about hosts means; after 主办的 and 联合举办 it must be named right there."""
    at = match.end()
    loose = match.group().endswith(("举办", "开展", "组织"))
    passive = "由" in reading.text[start : match.start()]
    if reading.text.startswith("的", at) or (loose and not passive):
        return next(iter(_near(reading, at)), None)
    return focus.happening(reading, start, stop)


def _near(reading: Reading, at: int) -> list[Happening]:
    """Give the events that are named right after a position: 甲主办的 + 乙论坛."""
    end = at + _NAMED_NEAR
    return [
        one
        for one in reading.happenings
        if any(
            at <= start < end for start in (one.start, *(begin for begin, _ in one.player.spans))
        )
    ]


def _hosts(reading: Reading, match: re.Match[str], start: int) -> list[Mention]:
    if match.group().endswith(("为", "是", "有", "：", "包括")):
        end = reading.clause(match.end())[1]
        return reading.names.outermost(match.end(), end, *_HOSTS)
    return row_before(reading, match.start(), start, _HOSTS)


def _manner(reading: Reading, at: int, stop: int) -> bool:
    """Tell whether nothing but times, places and manner stand between a host and its verb."""
    while at < stop:
        time = reading.time_at(at)
        how = _HOW.match(reading.text, at, stop)
        if time is None and how is None:
            return False
        at = time.stop if time is not None else how.end() if how is not None else stop
    return at == stop


def row_before(reading: Reading, stop: int, floor: int, types: tuple[str, ...]) -> list[Mention]:
    """Give the names in a list that ends right before a verb, adverbs and times aside."""
    inside = reading.names.outermost(floor, stop, *types)
    row: list[Mention] = []
    at = stop
    for one in reversed(inside):
        place = _AS_PLACE.search(reading.text, max(floor, one.start - _NEAR), one.start)
        if reading.text.endswith(_LED, floor, one.start):
            break  # a delegation that somebody leads
        if not row and place is not None:
            at = place.start()
            continue
        gap = reading.text[one.stop : at]
        fits = _JOINT.fullmatch(gap) if row else _manner(reading, one.stop, at)
        if not fits:
            if row or one.stop > at:
                break
            continue
        if row and one.type == "District" and one.stop == row[-1].start:
            break  # 无锡市 of 无锡市梁溪区
        row.append(one)
        at = one.start
    return row[::-1]


def _fact(
    reading: Reading,
    host: Mention,
    event: Player,
    words: tuple[int, int],
    confidence: float = _SURE,
) -> Iterator[Fact]:
    player = reading.player(host)
    if player is not None and player.type == "Place":
        if host.text in ZONES or not host.text.endswith((*ZONES, *_HALLS)):
            return  # 经开区 alone leaves open which
        # a zone that holds a meeting is the body that runs it, a museum an organisation
        player.type = "PublicBody" if host.text.endswith(ZONES) else "Organization"
    if player is not None and player.type == "District" and event.names[0] in _TALKS:
        return
    if player is not None and player.type == "InspectionTeam" and event.kind == "inspection":
        return  # what a team does is INSPECTS
    if player is not None and player is not event:
        span = min(host.start, words[0]), max(host.stop, words[1])
        yield Fact("ORGANIZES", player, event, *span, ORGANIZES, confidence)
