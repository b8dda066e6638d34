"""Natural keys: who a cluster is, as far as its own article tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.resolve.areas import Area, level_of, parse
from graph.resolve.bodies import Body, body, split, stated
from graph.resolve.clusters import PREFIXES, Cluster, Reading
from graph.resolve.districts import districts
from graph.resolve.parties import named
from graph.resolve.surface import normal, points_only
from graph.resolve.teams import Team, team
from graph.schema import identifier

_NAMED_AFTER_AREAS = ("PublicBody", "Organization", "Place")


@dataclass(frozen=True, slots=True)
class Key:
    """Who a cluster is.

    Attributes:
        id: The entity's id; the cluster's own when nothing tells who it is elsewhere.
        what: The area, body or team behind the id, where there is one.
        home: The district that it is said to lie in.
    """

    id: str
    what: Area | Body | Team | None = None
    home: Area | None = None

    def shown(self, name: str) -> str:
        """Give the name to show: the area's or body's own, else the article's."""
        if isinstance(self.what, Area):
            return self.what.name
        return self.what.shown if isinstance(self.what, Body) else name


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an article plays: it tells what 区委, 我区 and 鼓楼区 mean in it.

    Attributes:
        day: Day of the report; empty when unknown.
        asof: Day by which names of divisions are read; empty for today.
        place: Where it plays.
        others: The areas that it names, the place among them.
    """

    day: str
    asof: str
    place: Area | None
    others: tuple[Area, ...]


def keys(reading: Reading) -> tuple[Scene, dict[str, Key]]:
    """Give the key of each cluster of a record but persons and events, by the cluster's id.

    Persons and events have no key of their own: they are compared over all articles.
    """
    origin, asof = reading.origin, reading.origin.asof
    place = parse(normal_path(origin.article.place), asof) if origin.article.place else None
    named_here = [one for one in reading.clusters.values() if one.type == "District"]
    areas = districts([one.forms for one in named_here], asof, place)
    found = {
        one.id: Key(area.id, area) if area else _open(one)
        for one, area in zip(named_here, areas, strict=True)
    }
    others = dict.fromkeys((*(place.chain if place else ()), *(one for one in areas if one)))
    scene = Scene(origin.day, asof, place, tuple(others))
    others.update(dict.fromkeys(_counties(reading, scene)))
    scene = Scene(origin.day, asof, place, tuple(others))
    found.update(_bodies(reading, scene))
    return scene, found


def normal_path(path: str) -> str:
    """Write a path of divisions without spaces and separators."""
    return "".join(path.split()).replace("/", "").replace("·", "").replace("-", "")


def _counties(reading: Reading, scene: Scene) -> Iterator[Area]:
    """Yield the counties that only stand in the names of bodies and places: 云湖区行政中心."""
    for one in reading.clusters.values():
        head = split(one.name, scene.asof).head if one.type in _NAMED_AFTER_AREAS else ""
        area = stated(head, scene.asof, *_around(scene)) if head else None
        if area and area.level == "county":
            yield area


def _open(cluster: Cluster) -> Key:
    """Key a district that may be several: it stays alone in its article."""
    return Key(cluster.id, Area(cluster.id, cluster.name, level_of(cluster.name)))


def _bodies(reading: Reading, scene: Scene) -> Iterator[tuple[str, Key]]:
    years = _years(reading)
    for one in reading.clusters.values():
        if one.type == "PublicBody":
            yield one.id, _body(one, scene)
        elif one.type == "InspectionTeam":
            found = team(one.forms, years.get(one.id, scene.day[:4]), scene.asof, _around(scene))
            yield one.id, Key(found.id, found) if found else Key(one.id)
        elif one.type in ("Enterprise", "Organization", "Place"):
            party = named(one.type, one.forms, scene.asof, _around(scene))
            yield one.id, Key(party.id, None, party.home) if party else Key(one.id)


def _body(cluster: Cluster, scene: Scene) -> Key:
    forms = [*cluster.resolved, *cluster.forms]
    found = body(forms, scene.asof, *_around(scene))
    if found:
        return Key(identifier(PREFIXES["PublicBody"], found.area.id, found.organ), found)
    top = scene.place.chain[0].id if scene.place else ""
    if top and _has_proper_name(cluster.name, scene.asof):
        return Key(identifier(PREFIXES["PublicBody"], top, normal(cluster.name)))
    return Key(cluster.id)


# Bodies that are named for themselves, not for a division: 漕河泾开发区管委会, 某某海关.
_OWN_NAMES = ("开发区", "园区", "新区", "示范区", "自贸", "高新区", "经开区", "度假区", "保税区",
              "海关", "港", "铁路", "监狱", "农场", "林场", "灌区", "流域")  # fmt: skip
_LEAST = 5  # code points: 高新区管委会 is of every city, so shorter ones are too


def _has_proper_name(name: str, day: str) -> bool:
    parts = split(name, day)
    if parts.word or parts.head or points_only("PublicBody", name):
        return False
    at = [name.find(word) for word in _OWN_NAMES if word in name]
    return len(name) >= _LEAST and any(place >= 2 for place in at)  # noqa: PLR2004 - a name has two


def _around(scene: Scene) -> tuple[Area | None, Sequence[Area]]:
    return scene.place, scene.others


def _years(reading: Reading) -> dict[str, str]:
    """Give the year in which each team's stay begins, where the article states it."""
    years: dict[str, str] = {}
    for one in sorted(reading.relations, key=lambda one: one.valid_from or one.date):
        begins = one.valid_from or one.date
        if one.type == "INSPECTS" and begins:
            years.setdefault(reading.clusters[one.source].id, begins[:4])
    return years
