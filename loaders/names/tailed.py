"""Names with a tail: 徐汇区人民政府, 市水利和湖泊局, 云湖区融媒体中心, 青莲湾开发区, 国家开发银行云湖分行."""

import functools
import re
from dataclasses import replace

from loaders import lexicons
from loaders.names import headed, places, tails
from loaders.names.districts import Found
from loaders.names.edges import Edges
from loaders.names.mention import Mention
from loaders.names.tails import Tail

POINTERS = ("自治区", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道")
"""Words that point at the area that an article is about; 区委 in an article of 徐汇区."""

_NO_POINTER = (
    "市场", "市容", "市政设", "市政工", "区域", "省级", "市级", "区级", "县级", "县域", "乡村", "镇海", "市民",
    "区块", "州际", "旗下", "旗舰", "市值", "市区", "县城", "市北", "市南", "市中", "乡镇", "镇街", "市县", "区县",
)  # fmt: skip
_KEPT_BEFORE = (
    "中共",
    "中国共产党",
    "共青团",
    "国家税务总局",
    "国网",
    "中国",
    "国家",
    "政协",
    "民建",
    "民盟",
    "民革",
    "民进",
)
_REACH = 24  # code points; no stem is longer


def find(text: str, districts: Found, edges: Edges) -> list[Mention]:
    """Find every name that its tail gives away, in reading order, none inside another."""
    return _Reader(text, districts, edges).read()


class _Reader:
    """Walks over the tails of one text and finds where each name begins."""

    def __init__(self, text: str, districts: Found, edges: Edges) -> None:
        self._text, self._edges, self._districts = text, edges, districts
        self._starts = {one.start: one for one in districts.mentions}
        self._stops = {one.stop: one for one in districts.mentions}
        self._inside = {at for one in districts.mentions for at in range(one.start, one.stop - 1)}
        self._found: list[Mention] = []
        self._soft: set[int] = set()
        self._inner: list[Mention] = []  # 商务部, where 商务部电子商务司 is found

    def read(self) -> list[Mention]:
        """Give the names."""
        words, machine = tails.machine()
        kinds = tails.tails()
        for start, stop, which in machine.find(self._text):
            tail = kinds[words[which]]
            if "whole" in tail.flags:
                self._whole(start, stop, tail)
            elif start not in self._inside and not self._is_word(start, stop):
                self._one(start, stop, tail)
        return [*self._found, *self._inner]

    def _is_word(self, start: int, stop: int) -> bool:
        """Tell whether the tail ends a word that is no name (格局)."""
        vetoed = _vetoes()
        after = self._text[stop : stop + 1]
        if after and after in _NOT_AFTER.get(self._text[stop - 1], ""):
            return True
        if after == "长" and (
            start in self._soft
            or (self._found and self._text[start - 1] == self._found[-1].text[-1])
            or self._text[start - 1 : start] in ("副", "总", "代")
        ):
            return True  # 司长 after 电子商务司 is a title
        return any(self._text[at:stop] in vetoed for at in range(max(0, start - 3), start + 1))

    def _whole(self, start: int, stop: int, tail: Tail) -> None:
        """Take a name known whole, with 中国 or a pointer before it: 中国工商银行, 省农业发展银行."""
        begin, area = start, ""
        if _WIRE.match(self._text, stop):
            return  # 新华社北京9月23日电: who carries the story is no actor in it
        if tail.type != "PublicBody":
            if self._text.startswith("中国", start - 2) and start > 1:
                begin = start - 2
            elif (
                start
                and self._edges.is_edge(start - 1)
                and self._text[start - 1] in ("省", "市", "区", "县")
            ):
                begin, area = start - 1, self._text[start - 1]
        last = self._found[-1] if self._found else None
        if last is None or last.stop <= begin:
            self._add(tail, begin, start, stop, area)

    def _one(self, start: int, stop: int, tail: Tail) -> None:
        last = self._found[-1] if self._found else None
        if "head" in tail.flags:
            self._head(start, stop, tail)
            return
        gap = self._text[last.stop : start] if last is not None else ""
        of_unit = last is not None and gap in ("", *_FORMERLY) and last.type != "Place"
        of_unit = of_unit and last is not None and last.stop <= start
        if of_unit and self._text[start:stop] in _GROUPS:
            return  # 市政协党组书记 is the 党组书记 of 市政协
        if last and self._shares_area(last, start, stop):
            self._add(tail, start, start, stop, last.area)
            return
        if last and self._continues(last, start, stop, tail):
            self._found.pop()
            if self._text[start:stop] in _DIVISIONS or last.text.endswith("领导小组"):
                self._inner.append(last)
            self._add(tail, last.start, start, stop, last.area)
            return
        left = self._edges.left(start, last.stop if last else 0, _REACH, self._soft)
        left = self._after_joint(left, start, tail)
        begin, area = self._begin(left, start)
        if tail.type != "PublicBody":
            begin, area = self._seen(begin, start, area, tail)
        if "own" in tail.flags and self._text.endswith("全国", last.stop if last else 0, begin):
            begin -= len("全国")
        if last and self._seated(last, begin, tail):
            self._found.pop()
            begin, area = last.start, last.area
        if self._sound(begin, start, stop, area, tail):
            self._add(tail, begin, start, stop, area)

    def _shares_area(self, last: Mention, start: int, stop: int) -> bool:
        """Tell whether a bare 政府 shares the area of the body before it: 区委、政府."""
        gap = self._text[last.stop : start]
        bare = self._text[start:stop] in _BARE_WORDS
        return bare and gap in ("、", "和") and last.type == "PublicBody" and bool(last.area)

    def _head(self, start: int, stop: int, tail: Tail) -> None:
        """Read 区委 as the committee of the division that ends with its 区, or of the article's."""
        pointer = "街道" if self._text.startswith("街道", start) else self._text[start]
        outer = self._stops.get(start + len(pointer))
        begin = self._chain(outer) if outer else start
        floor = self._found[-1].stop if self._found else 0
        kept = next((one for one in headed.PARTIES if self._text.endswith(one, floor, begin)), "")
        kind = "Organization" if kept in headed.LEAGUE else tail.type
        area = outer.area if outer else pointer
        self._add(Tail(kind, tail.flags), begin - len(kept), start + len(pointer), stop, area)
        if kept not in ("", "中共"):
            full = self._found.pop()
            self._found.append(replace(full, organ=kept + full.organ))

    def _continues(self, last: Mention, start: int, stop: int, tail: Tail) -> bool:
        """Tell whether the tail belongs to the name just before it: 市政府 + 办公室."""
        gap = self._text[last.stop : start]
        if tail.type == "PublicBody" and last.text.endswith(headed.ZONES) and _departments(gap):
            return True  # 兰州新区商务和文化旅游局
        if len(gap) > _REACH or not all(self._plain(at) for at in range(last.stop, start)):
            return False
        if gap and self._pointer(last.stop):
            return False
        if (
            last.type == tail.type in ("Place", "Enterprise")
            and len(gap) < _NEAR
            and not last.generic
        ):
            return True
        if last.type == "Place" and "site" in tail.flags:
            return not gap
        inner = self._text[start:stop] in _DIVISIONS and last.text[-1] in _DIVIDED and len(gap) > 1
        if "part" not in tail.flags:
            return inner and last.type == "PublicBody"
        if last.type == "InspectionTeam":
            return False
        if last.type in ("Enterprise", "Organization") and tail.type == "PublicBody":
            return not gap
        if last.type == "Place" and tail.type != "PublicBody":
            return False
        return not last.generic or not gap

    def _plain(self, at: int) -> bool:
        """Tell whether a name may go across a position."""
        return self._text[at] not in _HARD and not self._edges.is_edge(at + 1)

    def _begin(self, left: int, start: int) -> tuple[int, str]:
        """Give where the name begins, and its area: a key, a pointer, or nothing."""
        inner = [one for one in self._districts.mentions if left <= one.start and one.stop <= start]
        if inner:
            first = self._first(inner, left)
            chain = [one for one in inner if self._chain(one) == self._chain(first)]
            floor = self._found[-1].stop if self._found else 0
            kept = next(
                (one for one in _KEPT_BEFORE if self._text.endswith(one, floor, first.start)), ""
            )
            return first.start - len(kept), chain[-1].area
        for at in range(left, start + 1):
            if at == left or self._edges.is_edge(at):
                pointer = self._pointer(at)
                if pointer and at + len(pointer) <= start:
                    return at, pointer
        return left, ""

    def _first(self, inner: list[Mention], left: int) -> Mention:
        """Give the district that a name begins with; after a 和 between two, the later."""
        first = next((one for one in inner if self._chain(one) >= left), inner[0])
        for one in inner:
            if self._chain(one) > first.start and set(
                self._text[first.stop : self._chain(one)]
            ) & set("和与及、"):
                first = one
        return first

    def _seen(self, begin: int, start: int, area: str, tail: Tail) -> tuple[int, str]:
        """Drop verbs that stand before a name, and the area before such a verb: 市领导考察某公园."""
        seen = _SEEING.search(self._text, begin, start)
        if area and (not seen or tail.type == "InspectionTeam"):
            return begin, area
        return self._stripped(begin, start, tail), "" if seen else area

    def _after_joint(self, left: int, start: int, tail: Tail) -> int:
        """Give where a firm or school begins that 与, 同 or 携手 joins to what stands before it."""
        if tail.type not in ("Enterprise", "Organization"):
            return left
        if left in self._stops or (self._found and self._found[-1].stop == left):
            joint = _JOINED.match(self._text, left, start)
            left = joint.end() if joint else left
        at = self._text.rfind("与", left, start) if tail.type == "Enterprise" else -1
        return at + 1 if at >= 0 and self._edges.is_edge(at + 1) else left

    def _stripped(self, begin: int, start: int, tail: Tail) -> int:
        """Drop verbs that stand before a name: 提升农贸市场, 调研大数据产业园."""
        if tail.type == "InspectionTeam":
            found = list(_FOUNDERS.finditer(self._text, begin, start))
            return found[0].start() if found else begin
        inner = list(_SEEING.finditer(self._text, begin, start))
        begin = inner[-1].end() if inner else begin
        while (verb := _VERBS.match(self._text, begin, start)) is not None:
            begin = verb.end()
        return places.begin(self._text, begin, start) if tail.type == "Place" else begin

    def _seated(self, last: Mention, begin: int, tail: Tail) -> bool:
        """Tell whether a name goes on over 驻: 省纪委驻省教育厅纪检监察组."""
        return (
            tail.type == "PublicBody"
            and last.type == "PublicBody"
            and self._text[last.stop : begin] == "驻"
        )

    def _chain(self, one: Mention) -> int:
        """Give the start of the row of districts that a district ends: 上海市徐汇区."""
        while one.start in self._stops:
            one = self._stops[one.start]
        return one.start

    def _pointer(self, at: int) -> str:
        if self._text.startswith(_NO_POINTER, at) and not self._text.startswith(
            ("市政府", "市政协", "市中级", "市中医"), at
        ):
            return ""
        pointer = next((one for one in POINTERS if self._text.startswith(one, at)), "")
        return "" if self._text.startswith("长", at + len(pointer)) else pointer  # 省长甲考察…

    def _sound(self, begin: int, start: int, stop: int, area: str, tail: Tail) -> bool:
        """Tell whether what was found can be a name at all."""
        stem = self._text[begin:start]
        if "team" in tail.flags:
            return len(stem) < _LONGEST_TASK
        if "级" in stem.replace("高级", "").replace("中级", "") or (
            "weak" in tail.flags and tail.type == "PublicBody"
        ):
            return False
        if not stem and self._text[start:stop] in _BARE_WORDS:
            return False
        if area:
            pointer = area if area in POINTERS else ""
            rest = stem[self._area_length(begin, start) :]
            if tail.type == "Place" and places.vague(rest) and not places.own(rest):
                return False
            bare = len(stem) == len(pointer) if pointer else begin < start and start in self._stops
            plain = tail.type == "Organization" or (
                tail.type == "Place" and not pointer and "weak" not in tail.flags
            )
            return not bare or "bare" in tail.flags or plain
        if tail.type == "PublicBody":
            own = "own" in tail.flags and len(stem) >= _STEM
            return (
                own or _department(stem) or (not stem and "bare" in tail.flags and stop - start > 1)
            )
        if "weak" in tail.flags:
            return False
        if tail.type == "Place" and stem and (places.counted(stem) or not places.own(stem)):
            return False
        return len(stem) >= _STEM or (not stem and self._text[start:stop] in _GENERIC)

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
        generic = generic and (kind != "Place" or text in _GENERIC)
        skip = len(area) if area in POINTERS else self._area_length(begin, start)
        organ = text[skip:] if area else text
        self._found.append(Mention(kind, begin, stop, text, area, organ, generic))
        self._soft.add(stop)

    def _area_length(self, begin: int, start: int) -> int:
        inner = [
            one for one in self._districts.mentions if begin <= one.start and one.stop <= start
        ]
        return inner[-1].stop - begin if inner else 0


def _departments(stem: str) -> bool:
    """Tell whether a stem is what one department, or two joined by 和, are named after."""
    return bool(stem) and all(one in _stems() for one in re.split("[和与]", stem))


def _department(stem: str) -> bool:
    """Tell whether a stem ends with what departments are named after (水利 of 水利厅)."""
    stems = _stems()
    return any(stem[at:] in stems for at in range(max(0, len(stem) - 14), len(stem)))


@functools.cache
def _stems() -> frozenset[str]:
    return frozenset(lexicons.words("organ_stems"))


@functools.cache
def _vetoes() -> frozenset[str]:
    return frozenset(lexicons.words("not_tails"))


_NOT_AFTER = {
    "学": "生者习",
    "行": "业卡长",
    "司": "制法",
    "团": "化军",
    "组": "织",
    "办": "公",
    "织": "者生开部",
    "场": "化",
    "院": "士",
    "所": "有",
    "协": "议定同",
    "口": "岸",
    "部": "门队分署位",
    "科": "学技研",
    "处": "罚理置于在",
    "局": "面部势",
    "会": "议见谈",
}
_STEM = 2
_NEAR = 9  # 滨江新城 + 大数据 + 产业园
_LONGEST_TASK = 20
_SEEING = re.compile(
    r"调研|调度(?!中心|室|指挥)|走访|慰问|视察|检查|考察(?!团)|参观|察看|查看|来到|前往|位于|观摩|看望"
)
_VERBS = re.compile(
    r"支持|提升|保障|促进|完成|发挥|重点|做好|扎实|推进|推动|加强|实现|开展|加快|努力|规范|深入|打造|利用|提高|用好|抓好|"
    r"进一步|积极|大力|全力|全面|着力|推广|建成|新建|改造|继续|不断|创新|培育|落实|完善|优化|统筹|围绕|聚焦|投资|总投资|拥有|首个|多个|以|让|将|等"
)
_FOUNDERS = re.compile(r"中央|国务院|全国|省委|市委|县委|区委|州委|第[一二三四五六七八九十\d]+")
_JOINED = re.compile(r"同(?![方仁济德安心创])|联合(?!大学|会)|携手|牵手|联手|会同|对接")
_GROUPS = ("党组", "党委", "党工委", "党支部", "党总支")
_FORMERLY = ("原", "时任")
_BARE_WORDS = (
    "政府",
    "人民政府",
    "党委",
    "党工委",
    "党组",
    "人大",
    "政协",
    "纪委",
    "法院",
    "检察院",
    "监委",
    "派出所",
    "工委",
)
_WIRE = re.compile(
    r"[\u4e00-\u9fff]{0,6}\d{1,2}月\d{1,2}日[电讯]|(?:[\u4e00-\u9fff]{0,4})?记者|讯|消息"
)
_DIVISIONS = frozenset("局司处科室庭股")  # 商务部电子商务司
_DIVIDED = frozenset("部署局厅院委会办")
_GENERIC = frozenset(
    ("公司", "集团", "学校", "医院", "银行", "协会", "大学", "开发区", "经开区", "高新区")
)
_HARD = frozenset("，。；：、！？“”（）《》\n ")
