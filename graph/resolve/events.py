"""Events: which reports of two articles are about one meeting, signing or visit."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.resolve.areas import Area
from graph.resolve.bodies import Body
from graph.resolve.clusters import Cluster, Reading
from graph.resolve.grouping import agreeing
from graph.resolve.keys import Key, Scene
from graph.resolve.surface import normal, points_only

_FULL_DAY = 10  # characters of an ISO day
_SPECIFIC = 5  # code points of an event's name that two events of a day will hardly share
_VERY_SPECIFIC = 8  # the same where one report only tells the city
_ONE_AT_A_PLACE = ("signing", "ceremony", "press", "appointment")
_NOISE = re.compile(r"[“”\"'‘’《》()\-—·\s]|\d{4}年度?|第[一二三四五六七八九十百\d]+[届轮批]")


@dataclass(frozen=True, slots=True)
class Happening:
    """One article's report of an event, with what can be compared.

    Attributes:
        names: Its names in comparable form.
        host: The county (or higher area) where it took place, as far as told.
        venues: Ids of places and premises.
        hosts: Ids of who held it.
        guests: Names of the people who attended.
    """

    cluster: Cluster
    names: tuple[str, ...]
    host: Area | None
    venues: frozenset[str]
    hosts: frozenset[str]
    guests: frozenset[str]


def happenings(reading: Reading, scene: Scene, keys: Mapping[str, Key]) -> Iterator[Happening]:
    """Yield each event of a record with what can be compared."""
    for one in reading.clusters.values():
        if one.type != "Event":
            continue
        about = [
            each for each in reading.relations if one in _ends(reading, each.source, each.target)
        ]
        held_in = [
            keys[reading.clusters[each.target].id] for each in about if each.type == "HELD_IN"
        ]
        hosts = [
            keys[reading.clusters[each.source].id] for each in about if each.type == "ORGANIZES"
        ]
        guests = [
            reading.clusters[each.source]
            for each in about
            if each.type == "ATTENDS" and reading.clusters[each.source].type == "Person"
        ]
        yield Happening(
            cluster=one,
            names=tuple(dict.fromkeys(_comparable(form) for form in one.forms)),
            host=_host([*held_in, *hosts], scene.place),
            venues=frozenset(key.id for key in held_in if not isinstance(key.what, Area)),
            hosts=frozenset(key.id for key in hosts),
            guests=frozenset(normal(guest.name) for guest in guests),
        )


def same_events(found: Iterable[Happening]) -> Iterator[tuple[list[Cluster], str]]:
    """Yield the reports that are one event, with the reason; those that stay alone are left out.

    Only events of one kind on one full day are compared, and only reports of one area, or of one
    text that was reprinted.
    """
    reprints: dict[str, list[Happening]] = defaultdict(list)
    blocks: dict[tuple[str, ...], list[Happening]] = defaultdict(list)
    for one in found:
        reprints[one.cluster.twin].append(one)
        if len(one.cluster.date) == _FULL_DAY:
            top = one.host.chain[0].id if one.host else ""
            blocks[(one.cluster.kind, one.cluster.date, top)].append(one)
    for block in (*map(reprints.get, sorted(reprints)), *map(blocks.get, sorted(blocks))):
        yield from _joined(sorted(block or [], key=lambda one: one.cluster.order))


def _joined(block: Sequence[Happening]) -> Iterator[tuple[list[Cluster], str]]:
    linked = functools.partial(_linked, crowded=_crowded(block))
    for group in agreeing(block, linked, _contradict):
        if len({one.cluster.id for one in group}) > 1:
            yield [one.cluster for one in group], _explain(group, _crowded(block))


def _linked(a: Happening, b: Happening, crowded: frozenset[str]) -> bool:
    return bool(_reason(a, b, crowded))


def _ends(reading: Reading, *local: str) -> list[Cluster]:
    return [reading.clusters[one] for one in local]


def _comparable(name: str) -> str:
    return _NOISE.sub("", normal(name)) or normal(name)


def _host(keys: Sequence[Key], place: Area | None) -> Area | None:
    for key in keys:
        area = key.what.area if isinstance(key.what, Body) else key.home or key.what
        if isinstance(area, Area):
            return area.county or area
    return (place.county or place) if place else None


def _crowded(block: Sequence[Happening]) -> frozenset[str]:
    """Give the articles that report several events of the block: names must tell those apart."""
    articles = [one.cluster.origin.article.id for one in block]
    return frozenset(one for one in articles if articles.count(one) > 1)


def _contradict(a: Happening, b: Happening) -> bool:
    return a.cluster.origin.reading == b.cluster.origin.reading


def _reason(a: Happening, b: Happening, crowded: frozenset[str]) -> str:
    if a.cluster.twin == b.cluster.twin:
        return "同文转载"
    if len(a.cluster.date) < _FULL_DAY or not _around(a.host, b.host):
        return ""
    shared = _shared_name(a, b)
    if a.venues & b.venues:
        alone = not crowded & {a.cluster.origin.article.id, b.cluster.origin.article.id}
        if shared or (alone and a.cluster.kind in _ONE_AT_A_PLACE):
            return "同日同地"
    if not shared or (a.venues and b.venues and not a.venues & b.venues):
        return ""
    if a.hosts & b.hosts:
        return "同日同一主办方"
    if a.guests & b.guests:
        return "同日同名，有同一人参加"
    least = _SPECIFIC if a.host == b.host else _VERY_SPECIFIC
    if a.host and len(shared) >= least and not points_only("Event", shared):
        return "同日同地区同名"
    return ""


def _around(a: Area | None, b: Area | None) -> bool:
    """Tell whether one report's area holds the other's."""
    return a == b or (a is not None and b is not None and (a.holds(b) or b.holds(a)))


def _shared_name(a: Happening, b: Happening) -> str:
    """Give the longest name of one report that the other's names hold."""
    shared = [
        min(one, other, key=len)
        for one in a.names
        for other in b.names
        if one.endswith(other) or other.endswith(one)
    ]
    return max(shared, key=lambda one: (len(one), one), default="")


def _explain(group: Sequence[Happening], crowded: frozenset[str]) -> str:
    first = group[0]
    other = next(one for one in group[1:] if _reason(first, one, crowded) or one is group[-1])
    why = _reason(first, other, crowded) or "同日同类"
    return f"{why}（{first.cluster.origin.article.id}、{other.cluster.origin.article.id}）"
