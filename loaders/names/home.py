"""Home: which areas 我区, 市委 and 县长 mean in one article."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.divisions import DivisionError, register
from loaders.names import townships
from loaders.names.areas import Area, known, rank, unknown_path
from loaders.names.found import Found
from loaders.names.mention import Mention

_ORGAN = re.compile(r"委|人民|政府|人大|政协|纪|监察|[长领]|党|四套班子")
_POINTED = re.compile(
    r"[我全本该]?(?:区|县)(?:委|政府|人大|政协|领导|人民|长|里|内|级)|[我全本该][区县]"
)
_DATELINE = re.compile(r"(?:新华社|中新网|中新社|央广网|人民网|记者|网)$")
_OF_CITY = re.compile(r"市委|市政府|市人民政府|市长|市人大|市政协|全市|我市")
_TOWARDS = re.compile(r"[赴到在来往从与和向由至访离去、]$|出席|考察|学习|来自")
_PLAIN = {"自治州": "州", "自治县": "县", "自治旗": "旗"}  # their areas are of the plain kind
_OPENING = 90  # code points of the text that show what it is about
_EARLY, _GOVERNED, _TITLED = 2, 2, 4
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Home:
    """What the pointers of one article stand for.

    Attributes:
        pointers: Kind of division (省, 市, 区, 县, …) to the area meant.
        area: The area that the article is about, the deepest that is clear; None when none is.
    """

    pointers: dict[str, Area] = field(default_factory=dict)
    area: Area | None = None

    def area_of(self, key: str) -> Area | None:
        """Give the area of a key, if a pointer means it."""
        return next((one for one in self.pointers.values() if one.key == key), None)

    def get(self, pointer: str) -> Area | None:
        """Give the area that a pointer (市, 区, 自治县) means, if the article makes it clear."""
        area = self.pointers.get(_PLAIN.get(pointer, pointer))
        other = area is not None and pointer in _PLAIN and not area.name.endswith(pointer)
        return None if other else area


def infer(text: str, districts: Found, *, place: str = "", title: str = "") -> Home:
    """Work out what an article is about from its place, its title and the districts it names."""
    given = _placed(place)
    scores = _scores(text, districts, title)
    area = _chosen(text, scores, given)
    pointers: dict[str, Area] = {}
    for one in (area, given):
        for step in upward(one):
            pointers.setdefault(step.kind, step)
    shared = _shared(scores, given) if area is None or area == given else None
    if area is None and shared is None:
        shared = _only(text, scores, districts)
    if shared is not None:
        pointers.setdefault(shared.kind, shared)
        area = area or shared
    for level in ("township", "province"):
        best = _best([(two, score) for two, score in scores.items() if two.level == level])
        if best and (area is None or level == "township"):
            pointers.setdefault(best.kind, best)
    return Home(pointers, area or given)


def _shared(scores: Counter[Area], given: Area | None) -> Area | None:
    """Give the city in which all counties of the text lie, when there are two or more."""
    counties = [one for one in scores if one.level == "county" and not one.key.startswith("?")]
    paths = {one.path[:-1] for one in counties}
    if given is not None or len(counties) < _LEAST or len(paths) != 1:
        return None
    above = upward(counties[0])[1:]
    return above[0] if above and above[0].path in paths else None


def _only(text: str, scores: Counter[Area], districts: Found) -> Area | None:
    """Give the one city of a text that speaks of its 市委 and 市长; not where somebody travels."""
    cities = [one for one in scores if one.kind == "市" and one.level in ("prefecture", "province")]
    if len(cities) != 1 or len(_OF_CITY.findall(text)) < _LEAST:
        return None
    (city,) = cities
    inside = all(
        one.path[: len(city.path)] == city.path for one in scores if one.level != "province"
    )
    towards = any(
        _TOWARDS.search(text, max(0, one.start - 2), one.start)
        for one in districts.mentions
        if districts.area(one) == city
    )
    return city if inside and not towards else None


def _placed(place: str) -> Area | None:
    found = register().find(place) if place else []
    return known(found[0]) if found else unknown_path(place)


def upward(area: Area | None) -> list[Area]:
    """Give the area and what it lies in, the deepest first."""
    if area is None:
        return []
    if area.key.startswith("?"):
        steps = [unknown_path("".join(area.path[:size])) for size in range(len(area.path), 0, -1)]
        return [area, *(one for one in steps[1:] if one)]
    try:
        return [known(one) for one in reversed(register().path(area.key))]
    except DivisionError:
        return [area]


def _scores(text: str, districts: Found, title: str) -> Counter[Area]:
    scores: Counter[Area] = Counter()
    for one in districts.mentions:
        area = districts.area(one)
        if area.level == "country" or _DATELINE.search(text[max(0, one.start - 3) : one.start]):
            continue
        scores[area] += 1 + _EARLY * (one.start < _OPENING) + _GOVERNED * _governed(text, one)
        scores[area] += _TITLED * (one.text in title)
    return scores


def _governed(text: str, one: Mention) -> bool:
    return _ORGAN.match(text, one.stop) is not None


def _chosen(text: str, scores: Counter[Area], given: Area | None) -> Area | None:
    """Choose the county the article is about, else the prefecture, else the province."""
    inside = [(one, score) for one, score in scores.items() if given is None or _within(one, given)]
    county = _best([(one, score) for one, score in inside if one.level == "county"])
    if county is None and not any(one.level == "county" for one in scores):
        county = townships.above(one for one, _ in inside)
    prefecture = _best([(one, score) for one, score in inside if one.level == "prefecture"])
    pointed = _POINTED.search(text) is not None
    if county and (pointed or prefecture is None or scores[county] > scores[prefecture]):
        return county
    if given is not None:
        return given
    return prefecture or county or _best([(one, s) for one, s in inside if one.level == "province"])


def _within(area: Area, given: Area) -> bool:
    return area.path[: len(given.path)] == given.path or area.name == given.name


def _best(choice: list[tuple[Area, int]]) -> Area | None:
    """Give the area with the highest score, when it leads clearly."""
    ordered = sorted(choice, key=lambda one: (-one[1], rank(one[0]), one[0].key))
    if not ordered or ordered[0][1] < _LEAST:
        return None
    if len(ordered) > 1 and ordered[1][1] >= ordered[0][1]:
        return None
    return ordered[0][0]


def pointed(text: str, home: Home) -> Iterator[Mention]:
    """Yield 我市, 我区, 该县 as mentions of the district that they mean."""
    for match in _OURS.finditer(text):
        area = home.get(match.group(1))
        if area is not None:
            yield Mention("District", match.start(), match.end(), match.group(), area.key)


_OURS = re.compile(
    r"[我本该](自治[区州县旗]|省|市|区|县|州|盟|旗|镇|乡|街道)(?![场民容域级村镇委])"
)
