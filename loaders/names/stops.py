"""Stops: places that only a list of stops gives away (先后来到白石塔、某养护院, 在某书屋，…)."""

import functools
import re
from collections.abc import Iterable, Iterator

from loaders import lexicons
from loaders.names import places, pointers
from loaders.names.found import Found
from loaders.names.mention import Mention

_ITEM = r"(?:[^，。；：、！？“”（）()《》<>|=\n]|“[^“”，。；：\n]{1,12}”|（[^（），。、\n]{2,6}）(?=[\u4e00-\u9fff]))"
_GOING = re.compile(
    rf"(?:来到|走进|深入到?|前往|奔赴|直奔|赶赴|莅临|抵达|走访慰问|走访|考察|参观|察看|查看|视察|调研|慰问|看望|检查|督导|抽查|暗访|来(?!自|源|信|电|访|到|往)|观摩|瞻仰|拜谒|游览|踏勘|探访|赴|到达|到|对(?=[^，。；\n]{{2,60}}?(?:进行|开展)))了?(?![组团员])"
    rf"({_ITEM}{{2,40}}(?:、{_ITEM}{{2,40}})*(?:，{_ITEM}{{2,24}}等(?=[地处]|点位))?)"
)
_STANDING = re.compile(
    rf"(?:(?<=[，。；：！？\n“”])|^)(?:首先|随后|接着)?在({_ITEM}{{3,40}}?(?:、{_ITEM}{{2,40}}?){{0,6}})(?=，|(?:调研|检查|考察|查看|走访)时)"
)
_JOINTS = re.compile(r"、|以及|，")
_SOFT = re.compile(r"和|及|与")
_AFTER = re.compile(
    r"等|将|送|听取|向|与|同|实地|现场|调研|检查|督导|督查|查看|察看|慰问|看望|走访|考察|参观|视察|了解|开展|进行|指导|详细|就|为|并|巡查|暗访|抽查|观摩|周边|附近|时|"
    r"的?(?:施工|建设|生产|项目)?(?:现场|一线|工地|车间)|(?:安全生产|消防|食品安全|防汛|防火|疫情防控|环保|建设|运行|运营)[^，。、]{0,8}(?:工作|情况|进展)"
)
_VERB = re.compile(
    r"(?:.*(?:来到|走进|深入到?|前往|先后到|分别到|随后到|位于|境内|[园区县市镇村]内的|(?:实施|承建|建设|打造|运营|帮扶|联系|包联)的))?"
    r"(?:来(?!宾|安|凤|宁)|走访慰问|走访|考察|参观|瞻仰|拜谒|观看|游览|踏勘|察看|查看|视察|调研|慰问|看望|检查|督导|抽查|实地|现场|赴|观摩|开展|进行|巡查|先后|分别|还|又|到|对|了)*+"
)
_NEVER = re.compile(
    r"[的了是着过们]|(?:道路|沿[河路街线途岸])$|^(?:推进|壮大|发展|做大|做强|实施|推动|学习|贯彻|落实|打造|提升|开展|了解|挖掘|研究|分析|排查|整治|践行|把握|领会|融入|实际|加强|加快|抓好|做好|抓|有|将|以|把)|"
    r"一条街|第一|\d+[个家]|增长|依赖|个别|周边|附近|处置|"
    r"工作(?![站室点坊])|情况|问题|精神|会议|领导|同志|干部|职工(?!之家|服务|书屋)|员工(?!作)|代表(?!之家|联络|工作)|群众(?!服务|工作)|老人"
)
_INNER = re.compile(
    r"开展|进行|检查(?!站|点)|督导|督查|调研|考察|视察|参观|看望|慰问|走访|察看|查看|了解|听取"
)
_STEM = 2  # code points of the shortest own name
_ABSTRACT = re.compile(r"(?:工作|情况|处置|建设|发展|管理|治理|整治|防控|保障|振兴|落实)$")
_AND_MORE = re.compile(r"(?<![高中初平同])等(?![级离])|等(?=\d{1,3}[个家所处])")
_TWO = re.compile(r".{2,}[和与].{3,}")  # two things, of which the first is no stop


def find(text: str, districts: Found, known: Iterable[Mention]) -> list[Mention]:
    """Find the stops of visits that no other grammar of names finds, or finds too short.

    Args:
        text: A healed text.
        districts: The districts of the text; a name begins with the row of them before it.
        known: Names found otherwise. One that ends where a stop ends stays what it is.
    """
    named = [one for one in known if one.type != "District"]
    ends = {one.stop for one in named}
    sites = {one.start: one for one in named if one.type == "Place"}
    found: dict[int, Mention] = {}
    for start, stop in _items(text):
        mention = _read(text, start, stop, districts)
        if mention is None or mention.stop in ends or mention.start in found:
            continue
        inner = sites.get(mention.start)
        at_work = inner is not None and inner.text.endswith(_SETTLED)
        if not (at_work and _WORKS.search(text, mention.start, mention.stop)):
            found[mention.start] = mention
    for one in _beside(text, named):
        if one.stop not in ends:
            found.setdefault(one.start, one)
    return [found[at] for at in sorted(found)]


def _beside(text: str, named: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the villages that a list goes on with after a known one: 白石村、柳浦居、三桥居."""
    starts = {one.start for one in named}
    for one in named:
        at = one.stop
        while one.type == "Place" and one.text.endswith(_SETTLED) and at + 1 not in starts:
            item = _DWELLING.match(text, at)
            if item is None:
                break
            yield Mention("Place", *item.span(1), item.group(1), organ=item.group(1))
            at = item.end()


_DWELLING = re.compile(
    r"[、和]((?![各全])[\u4e00-\u9fff]{1,5}(?:居|村|屯|庄|寨|社区|苑|嘎查|湾|坪))(?=[、，。；和及与等]|[\u4e00-\u9fff]{2})"
)


_KINDS_OF_AREAS = "省市区县旗州盟镇乡道"
_WORKS_OF_AREAS = (
    "闸", "大桥", "大坝", "港", "码头", "机场", "火车站", "高铁站", "客运站", "水库", "电站", "枢纽", "古城", "老街",
    "植物园", "动物园", "博物馆", "图书馆", "大剧院", "书院", "港区", "湖", "站", "南站", "北站", "东站", "西站",
)  # fmt: skip
"""What is named after the area it lies in, by that area's short form: 澜州闸."""

_SETTLED = ("村", "社区", "屯", "小区")
_WORKS = re.compile(r"(?:项目|工程|现场|工地)$")  # what is done in a village is seen in the village


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Yield the members of lists of stops."""
    for pattern in (_GOING, _STANDING):
        for match in pattern.finditer(text):
            start = match.start(1)
            for joint in _JOINTS.finditer(text, *match.span(1)):
                yield from _parted(text, start, joint.start())
                start = joint.end()
            yield from _parted(text, start, match.end(1))


def _parted(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Part two members at their 和, when what stands before it ends like a stop."""
    more = _AND_MORE.search(text, start + _STEM, stop)
    stop = more.start() if more else stop
    for joint in _SOFT.finditer(text, start + _STEM, stop - _STEM):
        if _ends_so(text, start, joint.start()):
            yield start, joint.start()
            start = joint.end()
        elif _ABSTRACT.search(text, start, joint.start()):
            start = joint.end()  # 汛情处置和某产业园项目
    yield start, stop


def begin(text: str, start: int, stop: int) -> int:
    """Give where a member of a list begins, after the verbs that govern the list: 实地调研某基地."""
    verb = _VERB.match(text, start, stop)
    return verb.end() if verb else start


def _read(text: str, start: int, stop: int, districts: Found) -> Mention | None:
    """Read one member of a list as the name of a stop, or as none."""
    start = begin(text, start, stop)
    inner = _INNER.search(text, start + _STEM, stop)
    for tail, end, kind in _tails_in(text, start, inner.start() if inner else stop):
        if districts.covers(tail):
            continue  # 黑龙江 is no river
        area = _areas(districts, start, tail)
        pointer = "" if area else pointers.at(text, start)
        stem = text[area.stop if area else start + len(pointer) : tail]
        name = text[start:end]
        called = area is not None and not stem and area.text[-1] not in _KINDS_OF_AREAS
        if (called and name.endswith(_WORKS_OF_AREAS)) or _can_be(
            name, stem, kind, area=area is not None or (bool(pointer) and len(stem) >= _STEM)
        ):
            skip = area.stop - start if area else 0
            return Mention(kind, start, end, name, area.area if area else "", name[skip:])
    return None


def _can_be(name: str, stem: str, kind: str, *, area: bool) -> bool:
    """Tell whether a member of a list can be a name: 白石塔, 柳浦镇司法所, but not 重点企业.

    Args:
        name: All of it.
        stem: What stands between its area and its tail.
        kind: The type that its tail shows.
        area: It begins with a district.
    """
    if (
        places.counted(name)
        or _NEVER.search(name)
        or _TWO.fullmatch(name)
        or name in _kinds()
        or stem in _kinds()
    ):
        return False
    if area and (not stem or not places.vague(stem)):
        return bool(stem) or kind in ("PublicBody", "Organization")
    return places.own(stem)


def _tails_in(text: str, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
    """Yield where tails of stops begin and end, and the type that each shows, the last first."""
    types = _tails()
    for end in range(stop, start + _STEM, -1):
        if end < stop and _AFTER.match(text, end, stop) is None:
            continue
        for at in range(max(start + 1, end - _LONGEST), end):
            if text[at:end] in types:
                yield at, end, types[text[at:end]]
                break


_LONGEST = 6  # code points of the longest tail


def _ends_so(text: str, start: int, stop: int) -> bool:
    """Tell whether a stretch ends with the tail of a stop."""
    return any(text[at:stop] in _tails() for at in range(max(start + 1, stop - _LONGEST), stop))


def _areas(districts: Found, start: int, stop: int) -> Mention | None:
    """Give the last of the row of districts with which a name begins: 朝天区曾家镇."""
    last: Mention | None = None
    at = start
    for one in districts.within(start, stop):
        if one.start == at:
            last, at = one, one.stop
    return last


@functools.cache
def _tails() -> dict[str, str]:
    return {tail: row[0] for row in lexicons.rows("stop_tails") for tail in row[1].split()}


@functools.cache
def _kinds() -> frozenset[str]:
    """Give the words that only say of what kind a place is: 步行街, 农贸市场."""
    return frozenset(row[0] for row in lexicons.rows("tails")) | frozenset(_tails())
