"""Venues: the most exact place that a text names for an event, known by its name or only by where it stands."""

import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.divisions import Division, register
from loaders import lexicons
from loaders.grammar.reading import Happening, Reading
from loaders.names import areas
from loaders.names.cast import Player
from loaders.names.mention import Mention

_TYPES = ("Place", "District", "PublicBody", "Enterprise", "Organization")
_HOLDING = "召开|举行|举办|开幕|闭幕|启幕|落幕|启动|揭幕|开班|签约|签署|签订|开讲|开赛|揭牌|开工|奠基|首发|发行|开街|进行|拉开|开营|结营|结业|开跑|上演|收官"
_AT = re.compile(
    r"(?:在(?!家|内(?!蒙))|(?<!在)于)(?P<venue>(?:(?!在|采取|采用|通过|出席|参加|针对|围绕|以[^，。]{2,12}形式)[^，。；！？\n<>]){1,40}?)(?:正式|隆重|顺利|成功|圆满|联合|共同|同步|如期|集中|现场|盛大|同时)*"
    rf"(?:{_HOLDING})"
)
_MET = re.compile(
    r"(?:在|(?<!在)于)(?P<venue>[^，。；！？\n]{1,30}?)(?:分别|亲切|集体|热情)*(?:会见|接见|与|同|和)"
)
_ATTENDED = re.compile(
    r"在(?P<venue>[^，。；！？\n会]{2,24}?)(?:出席|参加)"
)  # 甲在青溪出席某论坛开幕式
_AUDIENCES = ("会见", "接见", "会谈", "座谈", "会面", "见面", "座谈交流", "交流座谈")
_AGAIN = re.compile(
    r"(?:会议|大会|活动|仪式|论坛|[\u4e00-\u9fff]{1,6}[会式节展])(?:于[^，。；]{2,12})?(?:\d{1,2}日|当[天日]|上午|下午)*"
)
_ROOM = re.compile(
    r"(?:[\d一二三四五六七八九十]{1,4}(?:号)?(?:楼|层)[\u4e00-\u9fff\d]{0,8}|[\u4e00-\u9fff\d]{0,4}会议室|[\u4e00-\u9fff\d]{0,4}报告厅|多功能厅|(?:机关)?(?:大礼堂|礼堂|会堂|小会议厅|会议厅|会议中心|常委会会议厅)|机关大院)"
)
_LARGE = re.compile(r"\d人|报告厅$")  # a hall of a building, more exact than the building
_AROUND = re.compile(
    r"(?:(?:[一二三四五六七八九十]期)?(?:项目)?(?:建设|施工|活动|签约|开工)?(?:现场|工地)|门前|门口|广场|旁|内|里|外|前|境内|主会场|会场)$"
)
_UNKNOWN = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9·（）“”]{1,18}(?:中心|广场|公园|酒店|宾馆|饭店|会馆|会堂|礼堂|剧院|剧场|影院|场馆|体育馆|体育场|博物馆|图书馆|文化馆|美术馆|展览馆|纪念馆|"
    r"大厦|大楼|会议室|报告厅|演播厅|宴会厅|多功能厅|党校|园区|产业园|基地|车间|码头|社区|村|景区|度假区|工地|营地|小镇|书院|书城|山庄|古镇|客厅|会客厅|展厅|驿站|训练场|演练场|军营|营区|校区|汽车城|科技城|科学城|大学城|体育城|文化城|影视城|国际城|商城|家居城|音乐厅|宴会楼|会客厅|科技馆|规划馆|展示馆|陈列馆|学术厅|影剧院|电影院|工业园|科技园|软件园|创业园|植物园|动物园|湿地公园|古城|老街|步行街|商圈|综合体|游泳馆|滑雪场|赛车场|高尔夫球场|训练基地|指挥中心|货场|港区|港口|机场|车站|高铁站)|[\u4e00-\u9fff]{2,8}[A-Z]?\d{2,4}(?:室|教室)?"
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
    told = _ATTENDED.finditer(reading.text, *reading.sentence(one.start))
    found_so = (_near(reading, one), _later(reading, one, stop), told, _signed(reading, one))
    for match in itertools.chain.from_iterable(found_so):
        if _TO_COME.search(reading.text, reading.clause(match.start())[0], match.start()):
            continue
        found = _resolved(reading, *match.span("venue"))
        if found is not None:
            return Venue(found[0], min(found[1], match.start()), match.end())
    return None


_TO_COME = re.compile(r"将(?:[于在]|[^，。；]{0,12}$)|[拟定]于|即将|计划|原定")


def _signed(reading: Reading, one: Happening) -> Iterator[re.Match[str]]:
    """Yield 甲与乙在某地签署协议 for the one event of signing that an article names elsewhere."""
    signings = [two for two in reading.happenings if two.player.kind == "signing"]
    if signings == [one]:
        for match in _AT.finditer(reading.text, 0, one.start):
            if match.group().endswith(("签署", "签订", "签约")):
                yield match


def _near(reading: Reading, one: Happening) -> Iterator[re.Match[str]]:
    """Yield 在某地召开 around each naming of the event: its own clause first, and near before far."""
    seen: set[tuple[int, int]] = set()  # what a sentence does not tell once it does not tell again
    for begin, end in [(one.start, one.stop), *one.player.spans]:
        clause, sentence = reading.clause(begin), reading.sentence(begin)
        if sentence in seen:
            continue
        seen.add(sentence)
        at = _MET if one.player.names[0] in _AUDIENCES else _AT
        matches = list(at.finditer(reading.text, *sentence))
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
    branch = _BRANCH.search(text, start, stop)
    if branch is not None and (not inside or inside[-1].start >= branch.start()):
        return _branch(reading, start, branch.start(), stop)
    company = _WITH.search(text, start, stop)
    if company is not None and not any(
        one.start <= company.start() < one.stop for one in inside
    ):  # 在京与某部举行会谈
        return _resolved(reading, start, company.start())
    brief = _brief().get(text[start:stop])
    if brief is not None:
        player = reading.cast.district(areas.known(brief))
        player.call(text[start:stop], start, stop)
        return player, start
    ending = [one for one in inside if one.stop == stop]
    if ending:
        return _entity(reading, _premises(reading, ending[-1]))
    room = _ROOM.search(text, inside[-1].stop if inside else start, stop)
    if inside and room and room.span() == (inside[-1].stop, stop):
        if inside[-1].type == "Place" and _LARGE.search(text, inside[-1].stop, stop):
            return _within(reading, inside[-1], stop)
        return _entity(reading, inside[-1])
    hall = _HALL.fullmatch(text, inside[-1].stop, stop) if inside else None
    if hall is not None:
        return _within(reading, inside[-1], stop)
    around = _AROUND.search(text, inside[-1].stop if inside else start, stop)
    if inside and around and around.start() == inside[-1].stop:
        return _entity(reading, inside[-1])
    own = _own_name(reading, start, stop, inside) or _abroad(reading, stop, inside)
    if own is not None:
        return own
    return _entity(reading, inside[-1]) if inside and not _OPEN.search(text[start:stop]) else None


def _branch(reading: Reading, start: int, bracket: int, stop: int) -> tuple[Player, int] | None:
    """Give the venue that goes on in brackets, called so too: 某会展中心（云湖）."""
    found = _resolved(reading, start, bracket)
    if found is not None and reading.text.endswith(found[0].names[0], 0, bracket):
        found[0].call(reading.text[found[1] : stop], found[1], stop)
    return found


@functools.cache
def _brief() -> dict[str, Division]:
    """Give the divisions that one character names after 在: 在沪举行."""
    divisions = register()
    found = ((word, divisions.find(name)) for word, name in lexicons.rows("areas_brief"))
    return {word: choice[0] for word, choice in found if choice}


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
    short = begin > start and reading.text[begin - 1] not in "省市区县旗州盟镇乡道"
    if short:  # 上海 of 上海国际汽车城 is a part of the name
        player.call(reading.text[start:stop], start, stop)
    player.call(words, begin, stop)
    if begin > start and not short:
        player.call(reading.text[start:stop], start, stop)  # 某镇文化广场 is called so in full
    return player, start if short else begin


_BRANCH = re.compile(r"[（(][\u4e00-\u9fff]{2,6}[）)]$")  # 某会展中心（云湖）
_WITH = re.compile("(?<=[\u4e00-\u9fff])(?:与|同)(?=[\u4e00-\u9fff]{2})")


_HALL = re.compile(
    r"[\u4e00-\u9fffA-Z\d]{0,8}(?:体育[馆场]|图书馆|博物馆|美术馆|大?剧[院场]|音乐厅|校区|(?:艺术|活动|会展|体育|文化|培训)中心|训练基地|楼[\d人]{1,5}报告厅)"
)


def _within(reading: Reading, owner: Mention, stop: int) -> tuple[Player, int]:
    """Make a place of a hall that is called by whose it is: 某中学 + 体育馆."""
    whole = reading.text[owner.start : stop]
    player = reading.cast.add(("Place", whole), Player("Place", area=reading.home.area))
    player.call(whole, owner.start, stop)
    return player, owner.start


def _abroad(reading: Reading, stop: int, inside: list[Mention]) -> tuple[Player, int] | None:
    """Make an area of what stands between a country and the verb: 某国 + 某城."""
    if len(inside) != 1 or inside[0].type != "District":
        return None
    country, city = inside[0], reading.text[inside[0].stop : stop]
    area = reading.player(country)
    if (
        area is None
        or country.text not in lexicons.words("countries_short")
        or not _CITY.fullmatch(city)
    ):
        return None
    player = reading.cast.add(("District", city), Player("District"))
    player.call(city, country.stop, stop)
    player.call(country.text + city, country.start, stop)
    return player, country.start


_CITY = re.compile(
    "(?![的首各与和])[\u4e00-\u9fff·]{2,8}(?<![馆厅楼心场院校宫店园题势面部会府民者方])(?<!期间|方案|协议)"
)


def _entity(reading: Reading, mention: Mention) -> tuple[Player, int] | None:
    player = reading.player(mention)
    return (player, mention.start) if player is not None else None
