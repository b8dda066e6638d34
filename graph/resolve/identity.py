"""Identity: every cluster of every record with the entity that it is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.resolve.clusters import Cluster, Reading
from graph.resolve.events import happenings, same_events
from graph.resolve.grouping import Groups
from graph.resolve.keys import Key, Scene, keys
from graph.resolve.persons import same_persons, ties
from graph.resolve.shorts import short_names


@dataclass(slots=True)
class Identity:
    """Who is who.

    Attributes:
        scenes: Where each record plays, by the record's id.
        keys: The natural key of each cluster's id.
        members: The clusters of each entity's id, the earliest first.
        entities: The entity's id of each cluster's id.
        reasons: Why clusters of several articles are one entity.
        formers: Ids under which an entity would stand if its full name were not known.
    """

    scenes: dict[str, Scene] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    members: dict[str, list[Cluster]] = field(default_factory=dict)
    reasons: dict[str, list[str]] = field(default_factory=dict)
    formers: dict[str, list[str]] = field(default_factory=dict)
    entities: dict[str, str] = field(default_factory=dict)

    def of(self, cluster: Cluster) -> str:
        """Give the id of the entity that a cluster is."""
        return self.entities[cluster.id]


def identify(readings: Sequence[Reading]) -> Identity:
    """Find out who is who: first by natural keys, then events, then persons."""
    found = Identity()
    for reading in readings:
        scene, keyed = keys(reading)
        found.scenes[reading.origin.reading] = scene
        for cluster_id, key in keyed.items():
            found.keys[cluster_id] = _better(found.keys.get(cluster_id), key)
    _join_short_names(found, readings)
    groups = Groups()
    _join_events(found, readings, groups)
    _join_persons(found, readings, groups)
    _settle(found, readings, groups)
    return found


def _better(one: Key | None, other: Key) -> Key:
    """Choose between the keys that two records of one article give to one mention."""
    if one is None or (one.what is None, one.id) > (other.what is None, other.id):
        return other
    return one


def _join_short_names(found: Identity, readings: Sequence[Reading]) -> None:
    clusters = (one for reading in readings for one in reading.clusters.values())
    meant = short_names(clusters, found.keys)
    for cluster_id, key in found.keys.items():
        if key.id in meant:
            found.keys[cluster_id] = replace(key, id=meant[key.id][0])
    for short, (full, why) in sorted(meant.items()):
        found.reasons.setdefault(full, []).append(why)
        found.formers.setdefault(full, []).append(short)


def _join_events(found: Identity, readings: Sequence[Reading], groups: Groups) -> None:
    reports = [
        one
        for reading in readings
        for one in happenings(reading, found.scenes[reading.origin.reading], found.keys)
    ]
    for clusters, reason in same_events(reports):
        _join(found, clusters, [reason], groups)


def _join_persons(found: Identity, readings: Sequence[Reading], groups: Groups) -> None:
    mentions = [
        one
        for reading in readings
        for one in ties(reading, found.scenes[reading.origin.reading], found.keys, groups.of)
    ]
    for clusters, reasons in same_persons(mentions):
        _join(found, clusters, reasons, groups)


def _join(
    found: Identity, clusters: Sequence[Cluster], reasons: Sequence[str], groups: Groups
) -> None:
    for one in clusters[1:]:
        groups.join(clusters[0].id, one.id)
    earliest = min(clusters, key=lambda one: one.order)
    found.reasons[earliest.id] = sorted(reasons)


def _settle(found: Identity, readings: Sequence[Reading], groups: Groups) -> None:
    """Give each group the id of its earliest member, and each cluster its entity."""
    clusters = sorted(
        (one for reading in readings for one in reading.clusters.values()),
        key=lambda one: (one.order, one.origin.reading),
    )
    first: dict[str, str] = {}
    members: dict[str, list[Cluster]] = defaultdict(list)
    for one in clusters:
        key = found.keys.get(one.id)
        entity = key.id if key else first.setdefault(groups.of(one.id), one.id)
        found.entities[one.id] = entity
        members[entity].append(one)
    found.members = dict(members)
