"""Districts: the names of divisions in a text, in full (徐汇区), short (徐汇), or unknown (云湖区)."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.divisions import Division, register
from loaders import lexicons
from loaders.names import abroad, invented, listed, namesakes, registered, townships
from loaders.names.areas import Area, known, lies_in, rank, unknown, unknown_path
from loaders.names.edges import Edges
from loaders.names.found import Found
from loaders.names.mention import Mention

_STREET = re.compile(r"[东南西北中]?路|街(?!道)|大道")
_NOT_AFTER = re.compile(r"大学|学院|大厦|宾馆|酒店|市场|广场|小区|站|港|机场|大桥|人寿|银行|石化")
_TOWNSHIP_LEAST = 3  # characters; 东镇 alone may be anything


def find(text: str, *, place: str = "", date: str = "", title: str = "") -> Found:
    """Find every district that a healed text names.

    Args:
        text: A healed text.
        place: The article's place, a path; it tells namesakes apart and admits short forms.
        date: Day of publication; of divisions with one name, those of that day are meant.
        title: The title, which also shows which areas are meant.
    """
    steps = _steps(place)
    spans = registered.outside(registered.spans(text), text, steps)
    edges = Edges(text, [(start, stop) for start, stop, _ in spans])
    ends = {stop for _, stop, _ in spans}  # 甘肃省漳县
    spans = [one for one in spans if one[0] in ends or registered.begins(text, one, edges)]
    new = invented.find(
        text,
        edges,
        [(start, stop) for start, stop, _ in spans if registered.holds(text[start:stop])],
        steps,
    )
    foreign = [*abroad.divisions(text, [(start, stop) for start, stop, _ in spans])]
    covered = {at for span in foreign for at in range(*span)}
    spans = [one for one in spans if one[0] not in covered]
    new = [one for one in new if one[0] not in covered]
    spans = sorted({*spans, *((start, stop, False) for start, stop in [*new, *foreign])})
    towns = {start: (stop, name) for start, stop, name in listed.towns(text)}
    covered = {at for start, (stop, _) in towns.items() for at in range(start, stop)}
    spans = [one for one in spans if covered.isdisjoint(range(*one[:2]))]
    meant = listed.counties(text, spans, date)
    spans = sorted({*spans, *((start, stop, False) for start, (stop, _) in towns.items())})
    names = {start: name for start, (_, name) in towns.items()}
    context = _Context(place, date, title, frozenset(foreign), meant, names)
    return _Reader(text, spans, edges, context).read()


def _steps(place: str) -> tuple[str, ...]:
    """Give the names of the divisions that a path goes through."""
    area = unknown_path(place)
    return area.path if area else ()


_OURS = ("中国", "中华人民共和国")
_ABROAD = ("、", "与", "和", "驻")
_AFTER_LIST = tuple("，。；）)”在的两双等之间政")
_PAPER = re.compile(
    r"日报|时报|公报|邮报|论坛报|先驱报|卫报|周刊|画报|通讯社|新闻社|证券报|商报|青年报|法治报|科技报|晚报|晨报|网|新闻(?!出版|办|发布|中心|处|工作)|在线|电视台|卫视|频道|新闻网|都市报|广播"
)
_LONGER = re.compile(
    r".半岛|湾工作(?:办|委|小组|领导)|.族(?!自治)|地区|乡[亲村音情愁土]|镇[区街]|县(?:城(?![管市建])|域)"
)
_ACROSS = re.compile(
    r"(?:[区县局厅部院镇乡组队所处科行台]|(?<!省)会|副[省市州])长$|[美秀壮]丽$|完成$|(?:黄|运|淮|银)河$"
)
_NATIVE = re.compile(r"[人籍](?=[，。；,、（\s])")
_INNER_DOTS = ("·", "・")
_STEM = 2  # code points of the shortest own name without its kind


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of the article beside its text."""

    place: str
    date: str
    title: str
    foreign: frozenset[tuple[int, int]]
    meant: dict[int, Division]
    towns: dict[int, str]


class _Reader:
    """Decides which names stand for districts, and for which."""

    def __init__(
        self, text: str, spans: list[tuple[int, int, bool]], edges: Edges, context: "_Context"
    ) -> None:
        place, date, title = context.place, context.date, context.title
        self._text, self._date, self._edges = text, date, edges
        self._spans, self._context = spans, context
        self._ends = {stop for _, stop, _ in spans}
        found = register().find(place, "", date) if place else []
        self._home = known(found[0]) if found else None
        self._place = place
        self._full = {
            text[start:stop] for start, stop, _ in spans if registered.is_full(text[start:stop])
        }
        self._full |= {
            title[a:b] for a, b, _ in registered.spans(title) if registered.is_full(title[a:b])
        } | {place}
        self._areas: dict[str, Area] = {}
        self._invented: dict[str, Area] = {}
        self._moved: dict[str, str] = {}
        self._choices: dict[str, tuple[list[Area], list[Area]]] = {}  # of a name: all, and the near
        self._alike: dict[str, list[str]] = {}  # full names that begin or end with a short one

    def read(self) -> Found:
        """Give the mentions in order."""
        anchors = self._anchors()
        kept: list[Mention] = []
        for start, stop, registers in self._spans:
            before = kept[-1] if kept and kept[-1].stop == start else None
            outer = self._areas[before.area] if before else None
            area = self._meaning(start, stop, registers, outer, anchors)
            if area is not None:
                self._areas[area.key] = area
                kept.append(Mention("District", start, stop, self._text[start:stop], area.key))
        self._adopt()
        kept = [replace(one, area=self._moved.get(one.area, one.area)) for one in kept]
        return Found(tuple(self._united(kept)), self._areas)

    def _adopt(self) -> None:
        """Let counties that the register lacks lie in the one city that it lacks too."""
        cities = {
            key: one
            for key, one in self._areas.items()
            if key[0] == "?" and one.level == "prefecture"
        }
        if len(cities) != 1:
            return
        (city,) = cities.values()
        for key, one in list(self._areas.items()):
            if key[0] == "?" and one.level == "county" and len(one.path) == 1:
                area = unknown(one.name, city)
                self._areas[area.key] = area
                self._moved[key] = area.key

    def _anchors(self) -> list[Area]:
        """Give the areas that leave no doubt: full names with one meaning, of county or above."""
        found = [self._home] if self._home else []
        for name in sorted(self._full):
            choice = [one for one in register().find(name, "", self._date) if one.name == name]
            if len({one.code for one in choice}) == 1 and choice[0].level != "township":
                found.append(known(choice[0]))
        if not any(one.level in ("county", "township") for one in found):
            shared = townships.county(self._text, sorted(self._full), self._date)
            if shared and all(one.level == "country" or lies_in(shared, one) for one in found):
                found.append(shared)
        return found

    def _meaning(
        self, start: int, stop: int, listed: bool, outer: Area | None, anchors: list[Area]
    ) -> Area | None:
        name = self._text[start:stop]
        if start in self._context.meant or start in self._context.towns:
            return self._of_list(start, outer, anchors)
        if name in abroad.names() or (start, stop) in self._context.foreign:
            return self._abroad(name, start, stop)
        choice, near = self._choice_of(name, anchors) if listed else ([], [])
        if not choice and registered.is_full(name):
            return self._new(name, outer)
        if outer is not None:
            inside = [
                one
                for one in choice
                if lies_in(one, outer) and self._named_in(one, outer, start, stop)
            ]
            if inside:
                return inside[0]
        if name in registered.generic():
            return None
        if not choice or not self._admitted(name, start, stop, choice[0]):
            return None
        chosen = (near or choice)[0]
        namesakes = self._namesakes(name) if not near and chosen.level == "county" else []
        if namesakes:
            told = self._told(namesakes)
            return told or (self._new(name, outer) if registered.is_full(name) else None)
        if chosen.level == "township" and not near:
            # A township that the register has elsewhere: a name of this text only.
            alone = len(name) >= _TOWNSHIP_LEAST and (outer or self._edges.is_edge(start))
            return self._new(name, outer) if alone else None
        return chosen

    def _of_list(self, start: int, outer: Area | None, anchors: list[Area]) -> Area:
        """Give the county that its list tells, or the township that a list names without its kind."""
        if start in self._context.meant:
            return known(self._context.meant[start])
        name = self._context.towns[start]
        _, near = self._choice_of(name, anchors)
        return near[0] if near else self._new(name, outer)

    def _named_in(self, area: Area, outer: Area, start: int, stop: int) -> bool:
        """Tell whether a short form that is a common word stands right below its area, or is where one comes from.

        辽宁振兴 is no 振兴区, and 江西德安人 are of 德安县.
        """
        name = self._text[start:stop]
        common = not registered.is_full(name) and name in lexicons.words("short_forms_vetoed")
        native = _NATIVE.match(self._text, stop) is not None
        return not common or native or len(area.path) - len(outer.path) <= 1

    def _abroad(self, name: str, start: int, stop: int) -> Area | None:
        """Give the place abroad that a name stands for, unless it is part of another name."""
        text = self._text
        longer = (
            _NOT_AFTER.match(text, stop) or _PAPER.match(text, stop) or _STREET.match(text, stop)
        )
        city = not abroad.is_nation(name)
        called = namesakes.called(text, start, stop, abroad=city)
        if longer or called or not abroad.stands(text, start, stop, self._edges, self._ends):
            return None
        return abroad.area(name)

    def _choice_of(self, name: str, anchors: list[Area]) -> tuple[list[Area], list[Area]]:
        """Give the areas that a name of the register may mean, and those of them near an anchor."""
        if name not in self._choices:
            choice = [known(one) for one in self._choice(name)]
            near = [one for one in choice if any(self._akin(one, two) for two in anchors)]
            self._choices[name] = choice, near
        return self._choices[name]

    def _namesakes(self, name: str) -> list[Area]:
        """Give the counties of one name that exist side by side: 宝山区 of two cities, 鼓楼区 of four."""
        found = register().find(name, "", self._date)
        standing = [
            one for one in found if (one.existed(self._date) if self._date else not one.until)
        ]
        areas = {one.full_name: one for one in map(known, standing) if one.level == "county"}
        return list(areas.values()) if len(areas) > 1 else []

    def _told(self, choice: list[Area]) -> Area | None:
        """Give the one of several namesakes whose city or province the text names, in short or full."""
        inside = [
            one
            for one in choice
            if any(self._text.find(_stem_of(step)) >= 0 for step in one.path[:-1])
        ]
        return inside[0] if len({one.full_name for one in inside}) == 1 else None

    def _new(self, name: str, outer: Area | None) -> Area:
        """Make the area of a name that the register lacks; one name is one area in a text."""
        earlier = self._invented.get(name)
        if earlier is not None and len(earlier.path) > 1:
            return earlier
        if outer is None or not _deeper(name, outer):
            outer = self._unknown_home(name)
        area = unknown(name, outer)
        if earlier is not None and earlier.key != area.key:
            self._moved[earlier.key] = area.key
        self._invented[name] = area
        return area

    def _unknown_home(self, name: str) -> Area | None:
        """Give the part of the article's place that a name the register lacks may lie in."""
        if self._home is not None:
            return self._home if _deeper(name, self._home) else None
        at = self._place.find(name)
        outer = unknown_path(self._place[:at] if at >= 0 else self._place)
        while outer is not None and not _deeper(name, outer):
            outer = unknown_path("".join(outer.path[:-1]))
        return outer

    def _choice(self, name: str) -> list[Division]:
        name = registered.REGIONS.get(name, name)
        found = register().find(name, "", self._date) or _country(name)
        return [one for one in found if not self._date or one.existed(self._date)]

    def _admitted(self, name: str, start: int, stop: int, area: Area) -> bool:
        if name in _OURS:
            after = self._text[stop : stop + 1]
            listed = self._text[start - 1 : start] in ("、", "与", "和")
            joined = after in _ABROAD and self._edges.is_edge(start)
            return joined or (listed and after in _AFTER_LIST)
        if _PAPER.match(self._text, stop) or _LONGER.match(self._text, stop - 1):
            return False  # 沿海地区 is no 海地, 马祖乡亲 no 马祖乡
        if not registered.is_full(name) and self._inside_other(start, stop):
            return False
        if registered.is_full(name):
            return not (area.level == "county" and name[:-1] in _COMMON_COUNTIES)
        if _STREET.match(self._text, stop):
            return False
        if _NOT_AFTER.match(self._text, stop) and area.level not in ("province", "country"):
            return False
        if name not in self._alike:
            self._alike[name] = [
                one for one in self._full if one and (one.startswith(name) or one.endswith(name))
            ]
        if any(area.name in one or one in area.full_name for one in self._alike[name]):
            return True
        return area.level != "county" and name not in lexicons.words("short_forms_vetoed")

    def _inside_other(self, start: int, stop: int) -> bool:
        """Tell whether a short form stands inside other words: 副区长沙千里, 阿米尔·阿里, 宁波同志, 隆重庆祝, 北京时间."""
        text = self._text
        dotted = text[start - 1 : start] in _INNER_DOTS
        if (
            dotted
            or text.startswith("同志", stop)
            or _ACROSS.search(text, max(0, start - 2), start + 1)
        ):
            return True
        return registered.across(text, start, stop) or namesakes.called(text, start, stop)

    def _akin(self, area: Area, anchor: Area) -> bool:
        return area == anchor or lies_in(area, anchor) or lies_in(anchor, area)

    def _united(self, kept: list[Mention]) -> Iterator[Mention]:
        """Give a short form that also names what lies in the same place its full form's area."""
        shorts: dict[str, list[Area]] = {}
        for area in self._areas.values():
            shorts.setdefault(register_short(area), []).append(area)
        for one in kept:
            area = self._areas[one.area]
            if one.text != area.name and not registered.is_full(one.text):
                twin = self._twin(area, shorts.get(one.text, []))
                yield replace(one, area=twin)
            else:
                yield one

    def _twin(self, area: Area, named: list[Area]) -> str:
        """Prefer the area whose full form stands in the text: 长沙 in a text of 长沙县 only.

        Args:
            area: What the short form means by itself.
            named: The areas of the text with that short form.
        """
        if area.name in self._full or not named:
            return area.key
        full = [one for one in named if one.name in self._full]
        return min(full, key=rank).key if full else area.key


@functools.cache
def _country(short: str) -> list[Division]:
    """Give the country that a short form is the beginning of: 俄罗斯 of 俄罗斯联邦."""
    if short not in lexicons.words("countries_short"):
        return []
    full = {name for name, _ in register().names(foreign=True) if name.startswith(short)}
    found = [one for name in sorted(full) for one in register().find(name)]
    return [one for one in found if one.level == "country"][:1]


def register_short(area: Area) -> str:
    """Give the short form of an area: 徐汇 of 徐汇区; of one the register lacks, its stem."""
    if area.key.startswith("?"):
        stem = re.sub(r"(?:自治)?(?:街道|[省市区县旗州盟])$", "", area.name)
        return stem if len(stem) >= _STEM and stem != area.name else ""
    return register().short(register().get(area.key)) if area.level != "country" else ""


def _stem_of(step: str) -> str:
    """Give the short form of a province or city: 上海 of 上海市."""
    return re.sub(r"(?:省|市|地区|[^族]{2}族?自治州|[\u4e00-\u9fff]{0,3}自治区)$", "", step) or step


def _deeper(name: str, home: Area) -> bool:
    return rank(unknown(name)) > rank(home)


_COMMON_COUNTIES = frozenset(("城", "郊", "矿", "开发", "新", "市中", "市辖"))
