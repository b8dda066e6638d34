"""Districts: the names of divisions in a text, in full (徐汇区), short (徐汇), or unknown (云湖区)."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import daachorse

from graph.divisions import Division, register
from loaders import lexicons
from loaders.names import invented
from loaders.names.areas import Area, known, lies_in, rank, unknown, unknown_path
from loaders.names.edges import Edges
from loaders.names.mention import Mention

_FULL = re.compile(r"(?:省|市|区|县|旗|州|盟|镇|乡|街道|苏木|地区)$")
_STREET = re.compile(r"[东南西北中]?路|街(?!道)|大道")
_NOT_AFTER = re.compile(r"大学|学院|大厦|宾馆|酒店|站|港|机场|大桥|人寿|银行|石化")
_TOWNSHIP_LEAST = 3  # characters; 东镇 alone may be anything


@dataclass(frozen=True, slots=True)
class Found:
    """The districts of one text: the mentions, and what each means."""

    mentions: tuple[Mention, ...]
    areas: dict[str, Area]

    def area(self, mention: Mention) -> Area:
        """Give the area that a mention of a district stands for."""
        return self.areas[mention.area]


def find(text: str, *, place: str = "", date: str = "", title: str = "") -> Found:
    """Find every district that a healed text names.

    Args:
        text: A healed text.
        place: The article's place, a path; it tells namesakes apart and admits short forms.
        date: Day of publication; of divisions with one name, those of that day are meant.
        title: The title, which also shows which areas are meant.
    """
    steps = _steps(place)
    spans = _outside(_spans(text), text, steps)
    edges = Edges(text, [(start, stop) for start, stop, _ in spans])
    spans = [one for one in spans if _begins(text, one, edges)]
    new = invented.find(text, edges, [(start, stop) for start, stop, _ in spans], steps)
    spans = sorted({*spans, *((start, stop, False) for start, stop in new)})
    return _Reader(text, spans, edges, _Context(place, date, title)).read()


@functools.cache
def _names() -> tuple[tuple[str, ...], "daachorse.CharwiseDoubleArrayAhoCorasick"]:
    extra = lexicons.words("countries_short")
    found = sorted({name for name, _ in register().names(foreign=True)} | set(extra))
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return tuple(found), daachorse.CharwiseDoubleArrayAhoCorasick(found, longest)


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the spans of known names; whether the register has them."""
    _, machine = _names()
    generic = set(lexicons.words("generic_areas"))
    for start, stop, _ in machine.find(text):
        if text[start:stop] not in generic:
            yield start, stop, True


def _outside(
    spans: Iterable[tuple[int, int, bool]], text: str, steps: tuple[str, ...]
) -> list[tuple[int, int, bool]]:
    """Drop names that only stand inside a name of the article's place: 南区 of 沛南区."""
    inside = [
        match.span()
        for step in steps
        if not register().find(step)
        for match in re.finditer(re.escape(step), text)
    ]
    return [one for one in spans if not any(a < one[1] and one[0] < b for a, b in inside)]


def _begins(text: str, span: tuple[int, int, bool], edges: Edges) -> bool:
    """Tell whether a name of two characters (南区, 沙县) is no part of a longer word."""
    start, stop, _ = span
    return (
        stop - start > _STEM or not text[start:stop].endswith(_SHORT_KINDS) or edges.is_edge(start)
    )


_SHORT_KINDS = ("区", "县", "旗", "镇", "乡")


def _steps(place: str) -> tuple[str, ...]:
    """Give the names of the divisions that a path goes through."""
    area = unknown_path(place)
    return area.path if area else ()


_OURS = ("中国", "中华人民共和国")
_ABROAD = ("、", "与", "和", "驻")
_PAPER = re.compile(r"日报|晚报|晨报|网|在线|电视台|卫视|频道|新闻网|都市报|广播")
_STEM = 2  # code points of the shortest own name without its kind


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known of the article beside its text."""

    place: str
    date: str
    title: str


class _Reader:
    """Decides which names stand for districts, and for which."""

    def __init__(
        self, text: str, spans: list[tuple[int, int, bool]], edges: Edges, context: "_Context"
    ) -> None:
        place, date, title = context.place, context.date, context.title
        self._text, self._date, self._edges = text, date, edges
        self._spans = spans
        found = register().find(place, "", date) if place else []
        self._home = known(found[0]) if found else None
        self._place = place
        self._full = {text[start:stop] for start, stop, _ in spans if _is_full(text[start:stop])}
        self._full |= {title[a:b] for a, b, _ in _spans(title) if _is_full(title[a:b])} | {place}
        self._areas: dict[str, Area] = {}
        self._invented: dict[str, Area] = {}
        self._moved: dict[str, str] = {}

    def read(self) -> Found:
        """Give the mentions in order."""
        anchors = self._anchors()
        kept: list[Mention] = []
        for start, stop, registered in self._spans:
            before = kept[-1] if kept and kept[-1].stop == start else None
            outer = self._areas[before.area] if before else None
            area = self._meaning(start, stop, registered, outer, anchors)
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
        return found

    def _meaning(
        self, start: int, stop: int, registered: bool, outer: Area | None, anchors: list[Area]
    ) -> Area | None:
        name = self._text[start:stop]
        choice = [known(one) for one in self._choice(name)] if registered else []
        if not choice and _is_full(name):
            return self._new(name, outer)
        if outer is not None:
            inside = [one for one in choice if lies_in(one, outer)]
            if inside:
                return inside[0]
        if not choice or not self._admitted(name, start, stop, choice[0]):
            return None
        near = [one for one in choice if any(self._akin(one, two) for two in anchors)]
        chosen = (near or choice)[0]
        namesakes = self._namesakes(name) if not near and chosen.level == "county" else []
        if namesakes:
            told = self._told(namesakes)
            return told or (self._new(name, outer) if _is_full(name) else None)
        if chosen.level == "township" and not near:
            # A township that the register has elsewhere: a name of this text only.
            alone = len(name) >= _TOWNSHIP_LEAST and (outer or self._edges.is_edge(start))
            return self._new(name, outer) if alone else None
        return chosen

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
        found = register().find(name, "", self._date) or _country(name)
        return [one for one in found if not self._date or one.existed(self._date)]

    def _admitted(self, name: str, start: int, stop: int, area: Area) -> bool:
        if name in _OURS:
            return self._text[stop : stop + 1] in _ABROAD or self._text[start - 1 : start] in (
                "、",
                "与",
                "和",
            )
        if _PAPER.match(self._text, stop):
            return False
        if _is_full(name):
            return not (area.level == "county" and name[:-1] in _COMMON_COUNTIES)
        if _STREET.match(self._text, stop):
            return False
        if _NOT_AFTER.match(self._text, stop) and area.level not in ("province", "country"):
            return False
        full = {one for one in self._full if one.startswith(name) or one.endswith(name)}
        if any(area.name in one or one in area.full_name for one in full if one):
            return True
        return area.level != "county" and name not in lexicons.words("short_forms_vetoed")

    def _akin(self, area: Area, anchor: Area) -> bool:
        return area == anchor or lies_in(area, anchor) or lies_in(anchor, area)

    def _united(self, kept: list[Mention]) -> Iterator[Mention]:
        """Give a short form that also names what lies in the same place its full form's area."""
        for one in kept:
            area = self._areas[one.area]
            if one.text != area.name and not _is_full(one.text):
                twin = self._twin(one.text, area)
                yield replace(one, area=twin)
            else:
                yield one

    def _twin(self, short: str, area: Area) -> str:
        """Prefer the area whose full form stands in the text: 长沙 in a text of 长沙县 only."""
        named = [one for one in self._areas.values() if register_short(one) == short]
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


def _is_full(name: str) -> bool:
    return _FULL.search(name) is not None and len(name) > _STEM


def _stem_of(step: str) -> str:
    """Give the short form of a province or city: 上海 of 上海市."""
    return re.sub(r"(?:省|市|地区|[^族]{2}族?自治州|[\u4e00-\u9fff]{0,3}自治区)$", "", step) or step


def _deeper(name: str, home: Area) -> bool:
    return rank(unknown(name)) > rank(home)


_COMMON_COUNTIES = frozenset(("城", "郊", "矿", "开发", "新", "市中", "市辖"))
