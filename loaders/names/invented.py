"""Invented: divisions that no register has, found by their last character and a second sign (云湖区, 柳浦镇)."""

import functools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import daachorse

from loaders import lexicons
from loaders.names import registered
from loaders.names.edges import Edges

Span = tuple[int, int]

_NAME = re.compile(
    r"(?=([\u4e00-\u9fff]{1,3}?(?:街道|市(?!场|民|政(?!协|府)|容|值|区|县|级)|[区县](?![级域里情内长]|区(?![长委]))|旗"
    r"|镇(?![区街村])|乡(?![村镇亲情愁音贤])|州(?!市))))"
)
_FULL = re.compile(r"(?:[省市区县旗州盟镇乡]|街道|苏木|地区)$")
_ORGAN = re.compile(
    r"第[一二三四五六七八九十\d]|委|办事处|(?:常务)?副[市县区州镇乡]长|[市县区州镇乡]长[：:]|政府|人民|人大|政协|纪|监|法院|检察院|长|领导|党|机关|公安|各|[\u4e00-\u9fff]{2,6}局(?![长面部势])|[\u4e00-\u9fff\d]{2,14}?(?:委员会|领导小组|指挥部|组委会)|[\u4e00-\u9fff\d]{2,14}?(?:名单|名册|议程|日程|一览表|安排表?|座谈会)(?=\n)"
)
_BOUND = re.compile(
    r"(?:来到|[赴到在对与]|进驻|入驻|深入|前往|抵达|莅临|督察|巡视|巡察|督导|检查|调研|考察|关于|调整|成立)$"
)
_TITLE = re.compile(
    r"(?:[局部区县市省镇乡校院会]长|书记|主任|主席|委员|常委|记者|教授|院士|经理|领导)$"
)
_RURAL = ("县", "镇", "乡", "街道")
_KIND = re.compile("街道$|.$")
_AFTER_HEAD = ("：", " ", "|")  # what stands after the area that a line of a list is of
_HEADS = re.compile(r"(?:\A|\n)(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\Z")
_LONGEST_LEAD = 6
_STEM = 2  # code points; 我区 is no name, and a city of one character is in the register
_DONE = (
    "新任",
    "现任",
    "前任",
    "时任",
    "继任",
    "拟任",
    "连任",
    "历任",
    "兼任",
    "做好",
    "抓好",
    "办好",
    "管好",
    "搞好",
    "建好",
    "用好",
    "繁荣",
    "振兴",
    "美化",
    "绿化",
    "发展",
    "新增",
    "全部",
    "发布人",
)
_NOT_HEAD = ("武警", "共青", "民盟", "民建", "民革", "民进")
_NOT_FIRST = frozenset("我全本该各其这那某两三四五六七八九十百千万几多数每诸另别整个名家位第的和与")
_NOT_STEM = frozenset("之组等委党政府局厅会院省市区县镇乡的和与及副长员")


@dataclass(frozen=True, slots=True)
class _Sight:
    """A name seen at one place, and whether a second sign stands beside it."""

    name: str
    start: int
    stop: int
    sure: bool


def find(text: str, edges: Edges, known: list[Span], given: tuple[str, ...]) -> list[Span]:
    """Find the divisions of a text that the register does not have.

    Args:
        text: A healed text.
        edges: Where names may begin.
        known: Spans of divisions that the register has.
        given: Names in the article's place, which need no other sign.

    Returns:
        Spans of every mention of a name that has a second sign somewhere, or is named twice.
    """
    taken = {at for span in known for at in range(*span)}
    sights = list(_sights(text, edges, known, given))
    counts = Counter(one.name for one in sights)
    names = {one.name for one in sights if one.sure or counts[one.name] > 1}
    starts = {one.start for one in sights}
    names |= {one.name for one in sights if one.stop in starts}
    names -= {one for one in names if any(one[at:] in names for at in range(1, len(one)))}
    spans = [span for span in _places(text, names) if taken.isdisjoint(range(*span))]
    people = {
        text[start:stop]
        for start, stop in spans
        if _TITLE.search(text, max(0, start - _STEM), start)
    }  # 区长韩云州 is a person
    return [(start, stop) for start, stop in spans if text[start:stop] not in people]


def _places(text: str, names: set[str]) -> list[Span]:
    """Give every place of a text where one of some names stands, in one pass, in order."""
    if not names:
        return []
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    machine = daachorse.CharwiseDoubleArrayAhoCorasick(sorted(names), longest)
    return [(start, stop) for start, stop, _ in machine.find(text)]


def _sights(text: str, edges: Edges, known: list[Span], given: tuple[str, ...]) -> Iterator[_Sight]:
    taken = {at for span in known for at in range(*span)}
    pointed = {one.group(1) for one in _POINTED.finditer(text)}
    ends = {stop for start, stop in known if _FULL.search(text[start:stop])}
    for match in _NAME.finditer(text):
        start, stop = match.span(1)
        name = match.group(1)
        if not _plausible(name) or not taken.isdisjoint(range(start, stop)):
            continue
        if edges.holds_word(start, stop - 1) or any(map(edges.is_edge, range(start + 1, stop))):
            continue
        bound = _BOUND.search(text, max(0, start - _STEM), start) is not None
        if start not in ends and name not in given and _is_word(name):
            continue  # 当年县财政
        if edges.is_edge(start) or start in ends or name in given or bound:
            sure = name in given or start in ends or _signed(text, start, stop, ends)
            sure = sure or (start < _TOP and name[-1] in pointed and _heads_text(text, start))
            ends.add(stop)
            yield _Sight(name, start, stop, sure)


_POINTED = re.compile(r"(?<=[\n 　、：（|])([区县])(?:委|长|政府|人大|政协)")
_HEAD_LINE = re.compile(r"[^\n，。：]{2,40}\n")
_TOP = 60  # code points in which the head of a list stands


def _heads_text(text: str, start: int) -> bool:
    """Tell whether a name begins a line of the head of a list: 云湖区河长名单, above 区委书记."""
    return text[start - 1 : start] in ("\n", "") and _HEAD_LINE.match(text, start) is not None


def _signed(text: str, start: int, stop: int, ends: set[int]) -> bool:
    """Tell whether a second sign stands beside a name: an organ, a verb of going, a list, whose line it heads."""
    name = text[start:stop]
    rural = name.endswith(_RURAL) and stop - start > _STEM
    joined = text[start - 1 : start] in ("、", "和") and start - 1 in ends
    bound = _BOUND.search(text, max(0, start - _STEM), start)
    lead = _HEADS.search(text, max(0, start - _LONGEST_LEAD), start)
    alone = text.startswith("\n", stop) and lead is not None and lead.group().strip() != ""
    heads = lead is not None and (alone or text.startswith(_AFTER_HEAD, stop))
    listed = rural or joined or heads
    return listed or bound is not None or _ORGAN.match(text, stop) is not None


def _plausible(name: str) -> bool:
    """Tell whether a stretch can be a division's own name at all."""
    generic = _generic()
    stem = _KIND.sub("", name)
    if len(stem) < _STEM or name in generic or stem in _common_words():
        return False
    if name.startswith(_NOT_HEAD) or stem[0] in _NOT_FIRST or _NOT_STEM & set(stem):
        return False
    tails = (name[at:] for at in range(1, len(name) - 1))
    if any(tail in generic and (len(tail) > _STEM or tail in _SITES) for tail in tails):
        return False
    return not _FULL.search(stem.removesuffix("州"))


def _is_word(name: str) -> bool:
    """Tell whether the own name of a division is a common word, or ends with one, and no division is called so."""
    stem = _KIND.sub("", name)
    if stem in registered.stems():
        return False
    return stem[-_STEM:] in registered.common_words()


@functools.cache
def _generic() -> frozenset[str]:
    return frozenset(lexicons.words("generic_areas"))


@functools.cache
def _common_words() -> frozenset[str]:
    """Give words that look like a stem: 做好市, 发展乡 are no areas."""
    return frozenset((*lexicons.words("before_names"), *lexicons.words("protected_words"), *_DONE))


_SITES = frozenset((
    "社区", "小区", "园区", "校区", "景区", "片区", "街区", "厂区", "辖区", "库区", "灾区", "老区", "新区", "湾区", "山区",
    "地区", "市区", "特区", "专区", "病区", "院区", "营区", "超市", "城市", "都市", "古镇", "小镇", "乡镇", "集镇",
    "城镇", "街镇", "重镇", "强区", "强镇", "强市", "老乡", "故乡", "城乡", "家乡", "林区", "牧区", "矿区", "灌区", "垦区", "产区", "茶区", "战区", "军区", "联盟", "全区", "全市", "全县", "我市", "我区", "我县",
))  # fmt: skip
