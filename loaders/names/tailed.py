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
_NAMED_OFFICES = ("Enterprise", "Organization")
_NAMED = (*_NAMED_OFFICES, "Place")
_OFFICES = ("办公室", "办公厅", "研究室", "督查室", "委员会")
_PLAIN = (
    "建设部",
    "文化部",
    "农业部",
    "卫生部",
    "交通部",
    "人事部",
    "监察部",
    "劳动部",
    "商业部",
    "物资部",
    "林业部",
    "化工部",
)  # other units have departments of that name
_EACH = ("各", "每")
_SEVERAL = re.compile(r"(?:各|每|多个|若干|部分|所有|各个|各级)[省市州盟县区旗]{0,3}$")
_LEVELS = 6  # code points: 多个省市县区
_ZONED = re.compile(rf"(.*(?:{'|'.join(headed.ZONES)}))(?:党工委|工委|管委会|管理委员会|纪工委)$")
_CENTRE = "中央"
_CENTRE_ACTS = re.compile(
    r"(?:已|已经|先后|近日|将)?(?:批准|决定|要求|颁布|委派|交给|同意|部署|印发|授权|派出|指定|任命|关于)|和(?:国务院|省委|地方)|、(?:国务院|省|自治区)"
    r"|的(?:权[力威]|决定|要求|部署|决策|批准|关怀|关心)|一系列|对(?:于)?(?:地方|香港|澳门|特区)"
)
_CENTRE_GIVES = re.compile(r"(?:授予|[经受]|代表|服从|向)$")
_CHAIR = re.compile(r"(?:常务|专职)?副?主任(?!会议)")
_CONSULTING = ("中国人民政治协商会议", "人民政协", "政协")
_OWN_WORDS = range(2, 6)  # code points between an area and 办
_STATES = ("中国", "国家", "中华人民共和国")
_POSTED = re.compile(r"长(?:会|级|们|论坛|联席|圆桌)")
_FORMERLY = ("原", "时任")
_WIRE = re.compile(
    r"[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日[电讯]|(?:[\u4e00-\u9fff]{0,4})?记者|讯|消息|发[（(]|客户端"
)
_SOCIETY = re.compile(
    r"(?:(?![与和及同向为在将的、])[\u4e00-\u9fff]){0,6}?(?:学会|协会|研究会|商会|基金会|大学|出版社)"
)
_CARRIED = ("来源：", "来源:", "转自", "摘自")  # 来源：新华社
_STUDIES = re.compile(
    r"党校(?:在职|函授)?(?:大学|研究生|本科|大专|专科|学历|毕业|[\u4e00-\u9fff]{2,4}专业)"
)
_BRIEF = 2  # code points of 工行, which stands inside 员工行为 too


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
        brief = stop - start == _BRIEF and tail.type == "Enterprise"
        plain = brief or self._text[start:stop] in _PLAIN
        if plain and not self._begins_here(start):
            return  # 基层建设部
        if tail.type == "Enterprise" and _SOCIETY.match(self._text, stop):
            return  # 中国建筑学会 is no 中国建筑
        carried = self._text.endswith(_CARRIED, 0, start)
        wired = tail.type != "PublicBody" and _WIRE.match(self._text, stop)
        if carried or wired or soundness.goes_on(self._text, stop):
            return  # 新华社北京9月23日电: who carries the story is no actor in it; 水利部门 is no 水利部
        if _POSTED.match(self._text, stop) or not self._is_centre(start, stop):
            return  # 卫生部长会议, 中央空调
        if tail.type == "PublicBody" and self._text.endswith(_STATES, self._floor, start):
            self._found.append(_of_state(self._text, start, stop))
            self._soft.add(stop)
            return
        if tail.type != "PublicBody" and start:
            if self._text.startswith("中国", start - 2) and start > 1:
                begin = start - 2
            elif self._edges.is_edge(start - 1) and self._text[start - 1] in "省市区县":
                begin, area = start - 1, self._text[start - 1]
        if self._floor <= begin:
            self._add(tail, begin, start, stop, area)

    def _is_centre(self, start: int, stop: int) -> bool:
        """Tell whether 中央 stands for the leadership of the Party: what it decides, or what is done in its name."""
        acts = _CENTRE_ACTS.match(self._text, stop) or _CENTRE_GIVES.search(
            self._text, max(0, start - len(_CENTRE)), start
        )
        return self._text[start:stop] != _CENTRE or acts is not None

    def _begins_here(self, start: int) -> bool:
        """Tell whether a name begins at a position: at an edge, after its country, or after 原."""
        before = self._text[start - 1 : start]
        pointed = before in ("省", "市", "区", "县") and self._edges.is_edge(start - 1)
        return (
            self._edges.is_edge(start) or start in self._soft or pointed or before in ("原", "国")
        )

    def _head(self, start: int, stop: int, tail: Tail) -> None:
        """Read 区委 as the committee of the division that ends with its 区, or of the article's."""
        if _STUDIES.match(self._text, stop) or soundness.goes_on(self._text, stop):
            return  # 省委党校大学学历, 街道办公楼
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
        consulting = next((one for one in _CONSULTING if self._text.endswith(one, 0, begin)), "")
        if consulting and self._text.endswith("委员会", start, stop):  # 政协某市委员会
            begin -= len(consulting)
            while self._found and self._found[-1].stop > begin:
                self._found.pop()
            area = outer.area if outer else pointer
            words = self._text[begin:stop]
            self._found.append(Mention(tail.type, begin, stop, words, area, "政协"))
            self._soft.add(stop)
            return
        kept = next(
            (one for one in headed.PARTIES if self._text.endswith(one, self._floor, begin)), ""
        )
        kind = "Organization" if kept in headed.LEAGUE else tail.type
        area = outer.area if outer else pointer
        party = kept or headed.party(self._last, self._text, stop)
        organ = (
            party.removeprefix("中国共产党").removeprefix("中共")
            + self._text[start + len(pointer) : stop]
        )
        begin -= len(kept)
        self._found.append(Mention(kind, begin, stop, self._text[begin:stop], area, organ))
        self._soft.add(stop)

    def _one(self, start: int, stop: int, tail: Tail) -> None:
        last, word = self._last, self._text[start:stop]
        if last is not None and self._after(last, tail, start, stop):
            return
        begin, area = self._begins.begin(tail, self._floor, start, self._soft)
        if last is not None and self._seated(last, begin, tail):
            self._found.pop()
            begin, area = last.start, last.area
        length = len(area) if area in POINTERS else self._begins.area_length(begin, start)
        again = area not in ("", *POINTERS) and begin + length == start - 1
        again = again and self._text[start - 1] == self._text[start - 2]  # 华新镇镇党委
        length += again
        if area in POINTERS and _SEVERAL.search(self._text, max(0, begin - _LEVELS), begin):
            return  # 各区市医保局, 多个州市纪委
        sound = soundness.sound(self._text[begin:start], tail, word, area, length)
        chaired = self._is_chaired(tail, start - begin - length, stop, area)
        if not (sound or chaired) or self._counted(begin, area, tail):
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

    def _after(self, last: Mention, tail: Tail, start: int, stop: int) -> bool:
        """Take a tail that goes with the name before it; tell whether it does."""
        word = self._text[start:stop]
        if word in _GROUPS and self._of_unit(last, start):
            return True  # 市政协党组书记 is the 党组书记 of 市政协
        if self._shares(last, start, word):
            self._share(last, tail, start, stop)
            return True
        if continuations.goes_on(self._edges, last, start, word, tail):
            self._go_on(last, tail, start, stop)
            return True
        return False

    def _is_chaired(self, tail: Tail, own: int, stop: int, area: str) -> bool:
        """Tell whether an office of an area is known by who heads it, whatever it is named after: 某市创卫办主任."""
        field = "field" in tail.flags and bool(area)
        return field and own in _OWN_WORDS and _CHAIR.match(self._text, stop) is not None

    def _counted(self, begin: int, area: str, tail: Tail) -> bool:
        """Tell whether a name is one of several that the text counts: 建设一批示范基地."""
        if tail.type in _NAMED_OFFICES and self._text[begin - 1 : begin] in _EACH:
            return True  # 各驻某高校社科联
        return not area and tail.type in _NAMED and soundness.counts(self._text, begin)

    def _go_on(self, last: Mention, tail: Tail, start: int, stop: int) -> None:
        """Put the longer name in the place of the one that it goes on after."""
        self._found.pop()
        if last.type in _NAMED_OFFICES and self._text[start:stop] in _OFFICES:
            tail = replace(tail, type=last.type)  # 某集团办公室 is of the firm
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
        united = last.type == "Organization" and last.text in _shared()
        return listed and (last.type == "PublicBody" or united) and bool(last.area)

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


def _of_state(text: str, start: int, stop: int) -> Mention:
    """Give a central body with its country before it: 中国商务部, which is 商务部."""
    begin = start - len(next(one for one in _STATES if text.endswith(one, 0, start)))
    return Mention("PublicBody", begin, stop, text[begin:stop], organ=text[start:stop])


@functools.cache
def _shared() -> frozenset[str]:
    return soundness.BARE | frozenset(lexicons.words("shared_organs"))
