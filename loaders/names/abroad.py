"""Abroad: cities and divisions of other countries (第比利斯, 密歇根州), and 中国 where a text speaks of it beside them."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from graph.divisions import LEVELS, register
from loaders import lexicons
from loaders.names import registered
from loaders.names.areas import Area, known
from loaders.names.edges import Edges
from loaders.names.found import Found
from loaders.names.mention import Mention

Span = tuple[int, int]

_BRIEF = 2  # code points: names as short as this stand inside other words too
_DOTS = ("·", "・", "•")
_SIDE = r"(?:[东西南北中]{1,2}部|首都|的|城市)?"
_KINDS = r"自治共和国|共和国|自治区|大区|地区|[省州市郡]"
_JAPANESE = re.compile(r"([\u4e00-\u9fff]{2,3}?[县市])(?![场民长级委域值容])")
_SHORT = {
    "加州": "加利福尼亚州", "佛州": "佛罗里达州", "得州": "得克萨斯州", "德克萨斯州": "得克萨斯州", "宾州": "宾夕法尼亚州",
    "麻省": "马萨诸塞州", "爱荷华州": "艾奥瓦州", "阿拉巴马州": "亚拉巴马州", "东京都": "东京",
}  # fmt: skip
_SOUNDS = frozenset("斯茨兹蒂娅尔姆克")  # a name that goes on so is another
_HOME = ("中国", "中华人民共和国")
_RARE = "龙昂"  # 德龙省, 昂热: in names of places, not of persons
_OWN = ("日本",)
_NOT_FIRST = frozenset("我各其这那某两三四五六七八九十百几多全等的和与在驻友城")


@functools.cache
def names() -> frozenset[str]:
    """Give the cities and divisions abroad that are known by name."""
    return frozenset(lexicons.words("foreign_cities"))


def area(name: str) -> Area:
    """Make the area of a place abroad; it counts as a country does: no pointer can mean it.

    >>> area("第比利斯").level
    'country'
    """
    name = _SHORT.get(name, name)
    return Area("?" + name, name, LEVELS[0], (name,))


@functools.cache
def _nations() -> frozenset[str]:
    return frozenset(lexicons.words("countries_short")) - {*_HOME}


def is_nation(name: str) -> bool:
    """Tell whether a name is that of another country.

    >>> is_nation("泰国"), is_nation("中国")
    (True, False)
    """
    return name in _nations()


def divisions(text: str, known: Iterable[Span]) -> Iterator[Span]:
    """Yield divisions that stand after the name of their country and are written by their sound: 法国东南部德龙省.

    Args:
        text: A healed text.
        known: Spans of the names of divisions and countries.
    """
    for start, stop in known:
        nation = text[start:stop]
        if nation not in _nations():
            continue
        match = _transcribed().match(text, stop)
        if match is None and nation in _OWN and text[stop : stop + 1] not in _NOT_FIRST:
            match = _JAPANESE.match(text, stop)
        if match is not None:
            yield match.span(1)


@functools.cache
def _transcribed() -> re.Pattern[str]:
    sounds = "".join(dict.fromkeys("".join(lexicons.words("transliteration")))) + _RARE
    return re.compile(f"{_SIDE}([{sounds}]{{2,8}}?(?:{_KINDS}))(?![长场民])")


def stands(text: str, start: int, stop: int, edges: Edges, ends: frozenset[int] | set[int]) -> bool:
    """Tell whether the name of a place abroad is no part of a person's name or of a longer word: 丹尼斯, 黄河内.

    Args:
        text: A healed text.
        start: Where the name begins.
        stop: Where it ends.
        edges: Where names may begin.
        ends: Ends of the names of divisions.
    """
    if text[start - 1 : start] in _DOTS or text[stop : stop + 1] in _DOTS:
        return False
    if text[stop : stop + 1] in _SOUNDS and text[stop : stop + 2] not in registered.common_words():
        return False  # 丹佛斯
    return stop - start > _BRIEF or start in ends or edges.is_edge(start)


def home(text: str, districts: Found, names: Iterable[Mention]) -> list[Mention]:
    """Give the mentions of 中国 as a country: where another country is named too, or 中国 does or is something.

    A name that only begins with 中国, and phrases of the kind 美丽中国, are none.

    Args:
        text: A healed text.
        districts: Its districts; the area of 中国 is added to them.
        names: Bodies, firms, organisations, places and persons.
    """
    free = [one for one in _CHINA.finditer(text) if not districts.covers(one.start())]
    if not free:
        return []
    spans = sorted(
        (one.start, one.stop)
        for one in names
        if not (one.type == "PublicBody" and one.text.startswith(_HOME))
    )
    starts = [start for start, _ in spans]
    free = [one for one in free if not _inside(one.start(), spans, starts)]
    others = any(
        one.text not in _HOME and districts.area(one).level == LEVELS[0]
        for one in districts.mentions
    )
    if not others and not any(_ACTS.match(text, one.end()) for one in free):
        return []
    country = known(register().find(_HOME[0])[0])
    if free:
        districts.areas[country.key] = country
    return [Mention("District", *one.span(), one.group(), country.key) for one in free]


def _inside(at: int, spans: list[Span], starts: list[int]) -> bool:
    """Tell whether a position lies in one of some spans that hold no other."""
    low = bisect_left(starts, at + 1) - 1
    return low >= 0 and at < spans[low][1]


_CHINA = re.compile(
    r"(?<![新丽字康动展谐安好“《·])(?<!时代)(?<!来源：)(?<!来源:)(?:中方(?![法案式向位便面])|中国(?!特色|共产|人民|之|式|梦|国际|制造|创造|新闻|青年|日报|经济网|"
    r"网|经济时报|经济导报|经济周刊|证券报|纪检|妇女报|教育报|近现代|书画|戏剧|文化艺术|[·”》]|.{0,6}(?:网|报|大学|学院|协会|学会|公司|集团|基金会|银行)))"
)
_ACTS = re.compile(r"经济|市场|是|要|先后|将|始终|全面|坚定|倡议|主张|政府|经验|方案|愿|同|与")
