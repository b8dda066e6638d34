"""Venues: the most exact place that a text names for an event, known by its name or only by where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.grammar.reading import Happening, Reading
from loaders.names.cast import Player
from loaders.names.mention import Mention

_TYPES = ("Place", "District", "PublicBody", "Enterprise", "Organization")
_HOLDING = "召开|举行|举办|开幕|闭幕|启幕|落幕|启动|揭幕|开班|签约|签署|签订|开讲|开赛|揭牌|开工|奠基|首发|发行|开街|进行"
_AT = re.compile(
    r"(?:在|(?<!在)于)(?P<venue>(?:(?!在|采取|采用|通过|以[^，。]{2,12}形式)[^，。；！？\n<>]){1,40}?)(?:正式|隆重|顺利|成功|圆满|联合|共同|同步|如期|集中|现场|盛大|同时)*"
    rf"(?:{_HOLDING})"
)
_AGAIN = re.compile(
    r"(?:会议|大会|活动|仪式|论坛|[\u4e00-\u9fff]{1,6}[会式节展])(?:于[^，。；]{2,12})?(?:\d{1,2}日|当[天日]|上午|下午)*"
)
_ROOM = re.compile(
    r"(?:[\d一二三四五六七八九十]{1,4}(?:号)?(?:楼|层)[\u4e00-\u9fff\d]{0,8}|[\u4e00-\u9fff\d]{0,4}会议室|[\u4e00-\u9fff\d]{0,4}报告厅|多功能厅|机关大院)"
)
_AROUND = re.compile(
    r"(?:(?:[一二三四五六七八九十]期)?(?:项目)?(?:建设|施工|活动|签约|开工)?(?:现场|工地)|门前|门口|广场|旁|内|里|外|前|境内|主会场|会场)$"
)
_UNKNOWN = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9·（）“”]{1,18}(?:中心|广场|公园|酒店|宾馆|饭店|会馆|会堂|礼堂|剧院|剧场|影院|场馆|体育馆|体育场|博物馆|图书馆|文化馆|美术馆|展览馆|纪念馆|"
    r"大厦|大楼|会议室|报告厅|演播厅|宴会厅|多功能厅|党校|园区|产业园|基地|车间|码头|社区|村|景区|度假区|工地|营地|小镇|书院|书城|山庄|古镇|客厅|会客厅|展厅|驿站|训练场|演练场|机场|车站|高铁站)"
)
_OPEN = re.compile(
    r"全[国省市区县镇]|各地|当地|线上|会上|我[省市区县]|该[省市区县]|分会场|各自|期间|[下中上时后]$|方面$"
)


@dataclass(frozen=True, slots=True)
class Venue:
    """Where an event was held: the entity, and the words that say so."""

    player: Player
    start: int
    stop: int


def of(reading: Reading, one: Happening) -> Venue | None:
    """Give the venue of an event: named in its sentence, else where the text tells of it again."""
    _, stop = reading.sentence(one.start)
    for match in (*_near(reading, one), *_later(reading, one, stop)):
        found = _resolved(reading, *match.span("venue"))
        if found is not None:
            return Venue(found[0], min(found[1], match.start()), match.end())
    return None


def _near(reading: Reading, one: Happening) -> Iterator[re.Match[str]]:
    """Yield 在某地召开 around each naming of the event: its own clause first, and near before far."""
    for begin, end in [(one.start, one.stop), *one.player.spans]:
        clause = reading.clause(begin)
        matches = list(_AT.finditer(reading.text, *reading.sentence(begin)))
        yield from sorted(
            matches,
            key=lambda match: (
                not clause[0] <= match.start() < max(clause[1], end),
                abs(match.end() - begin),
            ),
        )


def _later(reading: Reading, one: Happening, after: int) -> Iterator[re.Match[str]]:
    """Yield 会议在某地召开 of later sentences, when the article reports one event alone."""
    if sum(two.verb >= 0 for two in reading.happenings) != 1 or one.verb < 0:
        return
    for match in _AT.finditer(reading.text, after):
        clause = reading.clause(match.start())[0]
        if _AGAIN.fullmatch(reading.text, clause, match.start()):
            yield match


def _resolved(reading: Reading, start: int, stop: int) -> tuple[Player, int] | None:
    """Give the entity that the words between 在 and the verb name, and where its name begins."""
    text = reading.text
    inside = reading.names.outermost(start, stop, *_TYPES)
    ending = [one for one in inside if one.stop == stop]
    if ending:
        return _entity(reading, _premises(reading, ending[-1]))
    room = _ROOM.search(text, inside[-1].stop if inside else start, stop)
    if inside and room and room.span() == (inside[-1].stop, stop):
        return _entity(reading, inside[-1])
    around = _AROUND.search(text, inside[-1].stop if inside else start, stop)
    if inside and around and around.start() == inside[-1].stop:
        return _entity(reading, inside[-1])
    own = _own_name(reading, start, stop, inside)
    if own is not None:
        return own
    return _entity(reading, inside[-1]) if inside and not _OPEN.search(text[start:stop]) else None


def _premises(reading: Reading, venue: Mention) -> Mention:
    """Give the body on whose premises a room is: 县政府 of 县政府三楼会议室."""
    if venue.type == "Place" and _ROOM.fullmatch(venue.text):
        return reading.names.ending(venue.start, *_TYPES) or venue
    return venue


def _own_name(
    reading: Reading, start: int, stop: int, inside: list[Mention]
) -> tuple[Player, int] | None:
    """Make a place of a name that no grammar of names knows, since only a venue stands there."""
    begin = start
    for one in inside:
        if one.type == "District" and one.start == begin:
            begin = one.stop
    if len(inside) > 0 and inside[-1].stop > begin:
        return None
    words = reading.text[begin:stop]
    if not _UNKNOWN.fullmatch(words) or _OPEN.search(words):
        return None
    player = reading.cast.add(("Place", words), Player("Place", area=reading.home.area))
    player.call(words, begin, stop)
    return player, begin


def _entity(reading: Reading, mention: Mention) -> tuple[Player, int] | None:
    player = reading.player(mention)
    return (player, mention.start) if player is not None else None
