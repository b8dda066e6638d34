"""Stops: places that only a list of stops gives away (先后来到白石塔、某养护院, 在某书屋，…)."""

import functools
import re
from collections.abc import Iterable, Iterator

from loaders import lexicons
from loaders.names import places
from loaders.names.districts import Found
from loaders.names.mention import Mention

_ITEM = r"[^，。；：、！？“”（）()《》\n]"
_GOING = re.compile(
    rf"(?:来到|走进|深入到?|前往|奔赴|直奔|赶赴|莅临|抵达|走访慰问|走访|考察|参观|察看|查看|视察|调研|慰问|看望|检查|督导|抽查|暗访|赴|到达|到|对(?=[^，。；\n]{{2,60}}?(?:进行|开展)))了?(?![组团员])"
    rf"({_ITEM}{{2,40}}(?:、{_ITEM}{{2,40}})*(?:，{_ITEM}{{2,24}}等(?=[地处]|点位))?)"
)
_STANDING = re.compile(
    rf"(?:(?<=[，。；：！？\n“])|^)(?:首先)?在({_ITEM}{{3,40}}?)(?=，|(?:调研|检查|考察|查看|走访)时)"
)
_JOINTS = re.compile(r"、|以及|，")
_SOFT = re.compile(r"和|及|与")
_AFTER = re.compile(
    r"等|实地|现场|调研|检查|督导|督查|查看|察看|慰问|看望|走访|考察|参观|视察|了解|开展|进行|指导|详细|就|为|并|巡查|暗访|抽查|观摩|周边|附近|时|"
    r"的?(?:施工|建设|生产|项目)?(?:现场|一线|工地|车间)|(?:安全生产|消防|食品安全|防汛|防火|疫情防控|环保|建设|运行|运营)[^，。、]{0,8}(?:工作|情况|进展)"
)
_VERB = re.compile(
    r"(?:.*(?:来到|走进|深入到?|前往|先后到|分别到|随后到|位于|境内))?"
    r"(?:走访慰问|走访|考察|参观|察看|查看|视察|调研|慰问|看望|检查|督导|抽查|实地|现场|赴|观摩|开展|进行|巡查|先后|分别|还|又|到|对|了)*"
)
_NEVER = re.compile(
    r"[的了是着过们]|道路$|^(?:推进|实施|推动|学习|贯彻|落实|打造|提升|开展|了解|挖掘|研究|分析|排查|整治|践行|把握|领会|融入|实际|加强|加快|抓好|做好|抓|有|将|以|把)|"
    r"增长|依赖|个别|"
    r"工作|情况|问题|精神|会议|领导|同志|干部|职工|员工|代表|群众|老人"
)
_INNER = re.compile(
    r"检查(?!站|点)|督导|督查|调研|考察|视察|参观|看望|慰问|走访|察看|查看|了解|听取"
)
_STEM = 2  # code points of the shortest own name


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
        if inner is None or not _WORKS.search(text, inner.stop, mention.stop):
            found[mention.start] = mention
    return [found[at] for at in sorted(found)]


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
    for joint in _SOFT.finditer(text, start + _STEM, stop - _STEM):
        if _tail(text, start, joint.start(), whole=True) is not None:
            yield start, joint.start()
            start = joint.end()
    yield start, stop


def _read(text: str, start: int, stop: int, districts: Found) -> Mention | None:
    """Read one member of a list as the name of a stop, or as none."""
    verb = _VERB.match(text, start, stop)
    start = verb.end() if verb else start
    inner = _INNER.search(text, start + _STEM, stop)
    found = _tail(text, start, inner.start() if inner else stop, whole=False)
    if found is None:
        return None
    tail, end, kind = found
    if any(one.start <= tail < one.stop for one in districts.mentions):
        return None  # 黑龙江 is no river
    area = _areas(districts, start, tail)
    stem = text[area.stop if area else start : tail]
    if places.counted(text[start:end]) or _NEVER.search(text[start:end]):
        return None
    if not (places.own(stem) or (area and stem and not places.vague(stem))):
        return None
    name = text[start:end]
    if name in _kinds():
        return None
    skip = area.stop - start if area else 0
    return Mention(kind, start, end, name, area.area if area else "", name[skip:])


def _tail(text: str, start: int, stop: int, *, whole: bool) -> tuple[int, int, str] | None:
    """Give where the tail of a stop begins and ends, and the type that it shows.

    Args:
        text: A healed text.
        start: Where the member of the list begins.
        stop: Where it ends.
        whole: It must end with the tail; else a verb or 等 may follow.
    """
    types = _tails()
    for end in range(stop, start + _STEM, -1):
        if whole and end < stop:
            return None
        if end < stop and _AFTER.match(text, end, stop) is None:
            continue
        for at in range(max(start + 1, end - _LONGEST), end):
            if text[at:end] in types:
                return at, end, types[text[at:end]]
    return None


_LONGEST = 6  # code points of the longest tail


def _areas(districts: Found, start: int, stop: int) -> Mention | None:
    """Give the last of the row of districts with which a name begins: 朝天区曾家镇."""
    last: Mention | None = None
    at = start
    for one in districts.mentions:
        if one.start == at and one.stop <= stop:
            last, at = one, one.stop
    return last


@functools.cache
def _tails() -> dict[str, str]:
    return {tail: row[0] for row in lexicons.rows("stop_tails") for tail in row[1].split()}


@functools.cache
def _kinds() -> frozenset[str]:
    """Give the words that only say of what kind a place is: 步行街, 农贸市场."""
    return frozenset(row[0] for row in lexicons.rows("tails")) | frozenset(_tails())
