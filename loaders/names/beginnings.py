"""Beginnings: where a name begins whose tail is known: at its outermost area, at a pointer, else at the nearest edge."""

import functools
import re

from loaders import lexicons
from loaders.names import places, pointers, soundness
from loaders.names.edges import Edges
from loaders.names.found import Found
from loaders.names.mention import Mention
from loaders.names.tails import Tail

_OWN = 2  # code points that are left of a name without the verb before it
REACH = 24  # code points; no stem is longer

_KEPT = (
    "中共", "中国共产党", "共青团", "国家税务总局", "国网", "中国", "国家", "政协", "民建", "民盟", "民革", "民进", "武警", "民航",
)  # fmt: skip
_KEPT_OF = {"工委": ("人大",)}  # 人大东渡街道工委 is an office of the 人大, no 东渡街道工委
SEEING = re.compile(
    r"调研|调度(?!中心|室|指挥)|走访|慰问|视察|检查|考察(?!团)|参观|察看|查看|来到|前往|位于|观摩|看望"
)
_FOUNDERS = re.compile(r"中央|国务院|全国|省委|市委|县委|区委|州委|第[一二三四五六七八九十\d]+")
SENDS = re.compile(
    r"派出|派驻|组织(?!部|工作|建设)|成立|组建|组成|抽调|邀请|带领|率领|立即|随同|携|摄|×"
)  # who sends a team, or goes with it, is no part of its name
JOINED = re.compile(r"同(?![方仁济德安心创])|联合(?!大学|会)|携手|牵手|联手|会同|对接")


_BEFORE_SCHOOLS = re.compile(
    r"公布|发布|搭建|扩大|利用好|巡视(?![组办员])|巡察(?![组办员])|督导(?![组办员])|(?<=[会学院心司团所行校社局委部办])(?:联合(?!大学|会|国|社|体)|携手|会同|牵手|联手)"
)


class Beginnings:
    """Where names begin in one text."""

    def __init__(self, text: str, districts: Found, edges: Edges) -> None:
        """Index the districts of a text by where they begin and end."""
        self._text, self._edges, self._districts = text, edges, districts
        self._stops = {one.stop: one for one in districts.mentions}

    def area_ending(self, stop: int) -> Mention | None:
        """Give the district that ends at a position."""
        return self._stops.get(stop)

    def chain(self, one: Mention) -> int:
        """Give the start of the row of districts that a district ends: 上海市徐汇区."""
        while one.start in self._stops:
            one = self._stops[one.start]
        return one.start

    def area_length(self, begin: int, start: int) -> int:
        """Give how many code points of a name its area takes: of 上海市支援新疆指挥部 three."""
        inner = self._districts.within(begin, start)
        if not inner:
            return 0
        reach = inner[0].stop
        for one in inner:
            reach = max(reach, one.stop) if one.start <= reach else reach
        return reach - begin

    def begin(self, tail: Tail, floor: int, start: int, soft: set[int]) -> tuple[int, str]:
        """Give where a name begins, and its area: a key, a pointer, or nothing.

        Args:
            tail: How the name ends.
            floor: Where the name before it ends.
            start: Where its tail begins.
            soft: Ends of names already found; a 和 after one of them parts two names.
        """
        left = self._after_joint(self._edges.left(start, floor, REACH, soft), floor, start, tail)
        if tail.type == "Organization":
            left = self._after_verb(left, start, tail)
        begin, area = self._at_area(left, floor, start)
        if tail.type != "PublicBody":
            begin, area = self._seen(begin, start, area, tail)
        elif begin < start:
            begin, area = self._at_department(begin, start, area)
        if "own" in tail.flags and self._text.endswith("全国", floor, begin):
            begin -= len("全国")
        return begin, area

    def _at_area(self, left: int, floor: int, start: int) -> tuple[int, str]:
        """Begin at the outermost area after `left`, else at the pointer, else at the edge."""
        inner = self._districts.within(left, start)
        if inner:
            first = self._first(inner, left)
            chain = [one for one in inner if self.chain(one) == self.chain(first)]
            words = (*_KEPT_OF.get(self._text[start : start + 2], ()), *_KEPT)
            kept = next((one for one in words if self._text.endswith(one, floor, first.start)), "")
            return first.start - len(kept), chain[-1].area
        for at in range(left, start + 1):
            if (
                at == left
                or self._edges.is_edge(at)
                or (at < start and self._after_a_verb(left, at))
            ):
                pointer = pointers.at(self._text, at)
                if pointer and at + len(pointer) <= start:
                    return at, pointer
        return left, ""

    def _after_a_verb(self, left: int, at: int) -> bool:
        """Tell whether a verb that stands straight before names ends at a position: 北接 + 市经开区."""
        return self._text[at] in pointers.POINTERS and any(
            self._text[at - size : at] in _verb_words() for size in (2, 3) if at - size >= left
        )

    def _at_department(self, begin: int, start: int, area: str) -> tuple[int, str]:
        """Begin at the pointer before what a department is named after: 近年来省药监局, 某地情况和市应急局."""
        at = start - soundness.department_length(self._text[begin:start]) - 1
        pointer = pointers.at(self._text, at) if begin < at < start - 1 else ""
        if pointer and self._text.endswith(_zones(), begin, at + len(pointer)):
            pointer = ""  # 示范区消防大队
        parted = not area or self._text[at - 1] in "和与及、"
        return (at, pointer) if pointer and parted else (begin, area)

    def _first(self, inner: list[Mention], left: int) -> Mention:
        """Give the district that a name begins with; after a 和 between two, the later."""
        first = next((one for one in inner if self.chain(one) >= left), inner[0])
        for one in inner:
            if self.chain(one) > first.start and set(
                self._text[first.stop : self.chain(one)]
            ) & set("和与及、"):
                first = one
        return first

    def _seen(self, begin: int, start: int, area: str, tail: Tail) -> tuple[int, str]:
        """Drop verbs that stand before a name, and the area before such a verb: 市领导考察某公园."""
        if tail.type == "InspectionTeam":
            sent = [one.end() for one in SENDS.finditer(self._text, begin, start)]
            begin, area = (sent[-1], "") if sent else (begin, area)
        seen = SEEING.search(self._text, begin, start)
        if area and (not seen or tail.type == "InspectionTeam"):
            rest = begin + (
                len(area) if area in pointers.POINTERS else self.area_length(begin, start)
            )
            verb = _verbs().search(self._text, rest, start) if tail.type == "Place" else None
            return (self._stripped(rest, start, tail), "") if verb else (begin, area)
        return self._stripped(begin, start, tail), "" if seen else area

    def _after_joint(self, left: int, floor: int, start: int, tail: Tail) -> int:
        """Give where a firm or school begins that 与, 同 or 携手 joins to what stands before it."""
        if tail.type not in ("Enterprise", "Organization", "PublicBody"):
            return left
        if left in self._stops or (floor and left == floor):
            joint = JOINED.match(self._text, left, start)
            left = joint.end() if joint else left
        at = self._text.rfind("与", left, start) if tail.type == "Enterprise" else -1
        return at + 1 if at >= 0 and self._edges.is_edge(at + 1) else left

    def _after_verb(self, left: int, start: int, tail: Tail) -> int:
        """Give where a school or association begins after a verb: 某市搭建某侨联, 某中心联合某研究院."""
        for verb in _BEFORE_SCHOOLS.finditer(self._text, left, start):
            left = verb.end()
        if self._text[left] == "好" and self._text[left - 1 : left] in ("用", "建", "办", "管"):
            left += 1  # 利用好某学院
        joint = self._text.rfind("和", left, start) + 1 if "bare" in tail.flags else 0
        return joint if joint and pointers.at(self._text, joint) else left

    def _stripped(self, begin: int, start: int, tail: Tail) -> int:
        """Drop verbs that stand before a name: 提升农贸市场, 调研大数据产业园."""
        if tail.type == "InspectionTeam":
            found = _FOUNDERS.search(self._text, begin, start)
            return found.start() if found else begin
        for seen in SEEING.finditer(self._text, begin, start):
            begin = seen.end()
        while (verb := _verbs().match(self._text, begin, start - _OWN)) is not None:
            begin = verb.end()
        if tail.type != "Place":
            return begin
        for verb in _verbs().finditer(self._text, begin, start - _OWN):
            begin = verb.end() if verb.end() - verb.start() > 1 else begin
        return places.begin(self._text, begin, start)


@functools.cache
def _verbs() -> re.Pattern[str]:
    longest = sorted(lexicons.words("verbs_before_names"), key=len, reverse=True)
    return re.compile(
        "|".join((*map(re.escape, longest), "以|让|将|等|至|受|含(?![山光章笑])|获(?![嘉鹿])"))
    )


@functools.cache
def _verb_words() -> frozenset[str]:
    return frozenset(one for one in lexicons.words("verbs_before_names") if len(one) > 1)


@functools.cache
def _zones() -> tuple[str, ...]:
    return lexicons.words("generic_areas")
