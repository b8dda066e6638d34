"""Names with a tail: 徐汇区人民政府, 市水利和湖泊局, 云湖区融媒体中心, 青莲湾开发区, 国家开发银行云湖分行."""

import functools
import re
from dataclasses import replace
from itertools import zip_longest

from loaders import lexicons
from loaders.names import continuations, headed, soundness, tails
from loaders.names.beginnings import Beginnings
from loaders.names.edges import Edges
from loaders.names.found import Found
from loaders.names.mention import Mention
from loaders.names.pointers import POINTERS
from loaders.names.tails import Tail

_POINTED = re.compile(r"(?:[省市区县州]、)+$")
_POINTED_REACH = 6  # code points: 省、市、区
_GROUPS = ("党组", "党委", "党工委", "党支部", "党总支")
_DWELLINGS = ("社区", "小区", "村")
_NAMING = ("Organization", "Place")  # what dwellings are named after
_PLAIN = (
    "建设部",
    "文化部",
    "农业部",
    "卫生部",
    "交通部",
)  # other units have departments of that name
_EACH = ("各", "每")
_ZONED = re.compile(rf"(.*(?:{'|'.join(headed.ZONES)}))(?:党工委|工委|管委会|管理委员会|纪工委)$")
_FORMERLY = ("原", "时任")
_WIRE = re.compile(
    r"[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日[电讯]|(?:[\u4e00-\u9fff]{0,4})?记者|讯|消息"
)


def find(text: str, districts: Found, edges: Edges) -> list[Mention]:
    """Find every name that its tail gives away, in reading order, none inside another."""
    return _Reader(text, districts, edges).read()


class _Reader:
    """Walks over the tails of one text and finds the name that each ends."""

    def __init__(self, text: str, districts: Found, edges: Edges) -> None:
        self._text, self._edges = text, edges
        self._begins = Beginnings(text, districts, edges)
        self._inside = {at for one in districts.mentions for at in range(one.start, one.stop - 1)}
        self._found: list[Mention] = []
        self._soft: set[int] = set()
        self._inner: list[Mention] = []  # 商务部, where 商务部电子商务司 is found

    def read(self) -> list[Mention]:
        """Give the names."""
        words, machine = tails.machine()
        kinds = tails.tails()
        found = machine.find(self._text)
        for (start, stop, which), after in zip_longest(found, found[1:]):
            tail = kinds[words[which]]
            if (
                after
                and after[0] == stop
                and words[after[2]] in _DWELLINGS
                and tail.type in _NAMING
            ):
                continue  # 学院社区 is a place
            if "whole" in tail.flags:
                self._whole(start, stop, tail)
            elif "head" in tail.flags:
                self._head(start, stop, tail)
            elif start in self._inside or self._is_title(start, stop):
                continue
            elif not soundness.is_word(self._text, start, stop):
                self._one(start, stop, tail)
        return [*self._found, *self._inner]

    @property
    def _last(self) -> Mention | None:
        return self._found[-1] if self._found else None

    @property
    def _floor(self) -> int:
        return self._found[-1].stop if self._found else 0

    def _is_title(self, start: int, stop: int) -> bool:
        """Tell whether a tail before 长 is part of a title: 司长 after 电子商务司, 副局长."""
        if self._text[stop : stop + 1] != "长":
            return False
        last = self._last
        return (
            start in self._soft
            or (last is not None and self._text[start - 1] == last.text[-1])
            or self._text[start - 1 : start] in ("副", "总", "代", "原")
        )

    def _whole(self, start: int, stop: int, tail: Tail) -> None:
        """Take a name known whole, with 中国 or a pointer before it: 中国工商银行, 省农业发展银行."""
        begin, area = start, ""
        if self._text[start:stop] in _PLAIN and not self._begins_here(start):
            return  # 基层建设部
        if _WIRE.match(self._text, stop) or soundness.goes_on(self._text, stop):
            return  # 新华社北京9月23日电: who carries the story is no actor in it; 水利部门 is no 水利部
        if tail.type != "PublicBody" and start:
            if self._text.startswith("中国", start - 2) and start > 1:
                begin = start - 2
            elif self._edges.is_edge(start - 1) and self._text[start - 1] in "省市区县":
                begin, area = start - 1, self._text[start - 1]
        if self._floor <= begin:
            self._add(tail, begin, start, stop, area)

    def _begins_here(self, start: int) -> bool:
        """Tell whether a name begins at a position: at an edge, after its country, or after 原."""
        before = self._text[start - 1 : start]
        return self._edges.is_edge(start) or start in self._soft or before in ("原", "国")

    def _head(self, start: int, stop: int, tail: Tail) -> None:
        """Read 区委 as the committee of the division that ends with its 区, or of the article's."""
        pointer = "街道" if self._text.startswith("街道", start) else self._text[start]
        outer = self._begins.area_ending(start + len(pointer))
        if outer is None and (start in self._inside or self._text[start - 1 : start] in _EACH):
            return  # 各区委
        twice = None if outer else self._begins.area_ending(start)  # 嵩县县委, as 嵩县委
        twice = twice if twice and twice.text.endswith(pointer) else None
        outer = outer or twice
        begin = self._begins.chain(outer) if outer else start
        last = self._last
        if last is not None and last.stop == begin and last.text in headed.PARTIES:
            self._found.pop()  # 民盟 of 民盟市委
        kept = next(
            (one for one in headed.PARTIES if self._text.endswith(one, self._floor, begin)), ""
        )
        kind = "Organization" if kept in headed.LEAGUE else tail.type
        area = outer.area if outer else pointer
        party = kept or headed.party(self._last, self._text, stop)
        organ = party.removeprefix("中共") + self._text[start + len(pointer) : stop]
        begin -= len(kept)
        self._found.append(Mention(kind, begin, stop, self._text[begin:stop], area, organ))
        self._soft.add(stop)

    def _one(self, start: int, stop: int, tail: Tail) -> None:
        last, word = self._last, self._text[start:stop]
        if last is not None:
            if word in _GROUPS and self._of_unit(last, start):
                return  # 市政协党组书记 is the 党组书记 of 市政协
            if self._shares(last, start, word):
                self._share(last, tail, start, stop)
                return
            if continuations.goes_on(self._edges, last, start, word, tail):
                self._go_on(last, tail, start, stop)
                return
        begin, area = self._begins.begin(tail, self._floor, start, self._soft)
        if last is not None and self._seated(last, begin, tail):
            self._found.pop()
            begin, area = last.start, last.area
        length = len(area) if area in POINTERS else self._begins.area_length(begin, start)
        again = area not in ("", *POINTERS) and begin + length == start - 1
        again = again and self._text[start - 1] == self._text[start - 2]  # 华新镇镇党委
        length += again
        if area in POINTERS and self._text[begin - 1 : begin] in _EACH:
            return  # 各区市医保局
        if not soundness.sound(self._text[begin:start], tail, word, area, length):
            return
        if (
            last is not None
            and not area
            and tail.type == "PublicBody"
            and self._listed(last, begin)
        ):
            self._share(last, tail, begin, stop)
            return
        self._add(tail, begin, start, stop, area)
        if again:
            full = self._found.pop()
            self._found.append(replace(full, organ=full.organ[1:]))

    def _go_on(self, last: Mention, tail: Tail, start: int, stop: int) -> None:
        """Put the longer name in the place of the one that it goes on after."""
        self._found.pop()
        if continuations.keeps_whole(last, self._text[start:stop]):
            self._inner.append(last)
        whole = self._last
        zoned = whole is not None and whole.stop == last.start and last.type == "Place"
        if whole is not None and (
            self._seated(whole, last.start, tail) or (zoned and whole.type == "PublicBody")
        ):
            self._found.pop()
            last = whole  # 驻某部纪检组; 市公安局交警支队高新区大队
        self._add(tail, last.start, start, stop, last.area)

    def _of_unit(self, last: Mention, start: int) -> bool:
        gap = self._text[last.stop : start]
        return last.type != "Place" and last.stop <= start and gap in ("", *_FORMERLY)

    def _shares(self, last: Mention, start: int, word: str) -> bool:
        """Tell whether a bare organ shares the area of the body before it: 区委、政府; 街道党工委、办事处."""
        if last.stop == start and last.text.endswith("委"):
            return word in ("政府", "人民政府")  # 县委政府
        return word in _shared() and word not in ("党组", "党委") and self._listed(last, start)

    def _listed(self, last: Mention, begin: int) -> bool:
        """Tell whether a body stands in a list after one whose area it has: 市发改委、财政局."""
        listed = self._text[last.stop : begin] in ("、", "和", "及", "与")
        return listed and last.type == "PublicBody" and bool(last.area)

    def _share(self, last: Mention, tail: Tail, begin: int, stop: int) -> None:
        words = self._text[begin:stop]
        zone = _ZONED.match(last.organ)
        organ = zone.group(1) + words if zone else words
        self._found.append(Mention(tail.type, begin, stop, words, last.area, organ))
        self._soft.add(stop)

    def _seated(self, last: Mention, begin: int, tail: Tail) -> bool:
        """Tell whether a name goes on over 驻: 省纪委驻省教育厅纪检监察组."""
        bodies = tail.type == last.type == "PublicBody"
        return bodies and self._text[last.stop : begin] == "驻"

    def _add(self, tail: Tail, begin: int, start: int, stop: int, area: str) -> None:
        kind, flags = tail.type, tail.flags
        text = self._text[begin:stop]
        if kind == "Place" and headed.is_headed(text, self._text, stop):
            kind = "Organization"  # 省政务服务中心主任: who has a head is no mere place
        generic = (
            begin == start
            and "whole" not in flags
            and kind in ("Enterprise", "InspectionTeam", "Organization", "Place")
        )
        generic = generic and (kind != "Place" or text in soundness.GENERIC)
        skip = len(area) if area in POINTERS else self._begins.area_length(begin, start)
        organ = text[skip:] if area else text
        if area in POINTERS and kind != "InspectionTeam":
            self._found += self._heads(kind, begin, organ)
        self._found.append(Mention(kind, begin, stop, text, area, organ, generic))
        self._soft.add(stop)

    def _heads(self, kind: str, begin: int, organ: str) -> list[Mention]:
        """Give the bodies of which only the area is named before one: 省 of 省、市慈善总会."""
        match = _POINTED.search(self._text, max(self._floor, begin - _POINTED_REACH), begin)
        if match is None or not self._edges.is_edge(match.start()):
            return []
        return [
            Mention(kind, at, at + 1, self._text[at] + organ, self._text[at], organ)
            for at in range(match.start(), begin, 2)
        ]


@functools.cache
def _shared() -> frozenset[str]:
    return soundness.BARE | frozenset(lexicons.words("shared_organs"))
