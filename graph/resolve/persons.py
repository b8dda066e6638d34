"""Persons: which mentions of one name in several articles are one human being, and why.

A name is never enough. Two mentions join by a rule with a reason that is stored: one text printed
twice, a shared post, team, event, body, or county in which both hold office; and never against a
contradiction, nor through a third mention that could be either. In doubt they stay apart.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.evidence import Relation
from graph.resolve.careers import Career, Stand, career, contradict, contradicts_itself, merged
from graph.resolve.clusters import Cluster, Reading
from graph.resolve.grouping import Groups, agreeing
from graph.resolve.keys import Key, Scene
from graph.resolve.posts import Office, listed, office, owner_of
from graph.resolve.surface import normal

_STANDING = ("", "current", "appointed")
_IN_OFFICE = ("leader", "town", "unit", "besides")
_NOBODY = re.compile(r".?某+.?|.")  # 王某 is nobody in particular

# The rules in order of strength: a key that two mentions share, and the words of the reason.
RULES = ("reprint", "post", "team", "event", "body", "area")


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties a mention of a person to other mentions of the same name.

    Attributes:
        keys: For each rule the keys that it goes by, with the words for the reason.
    """

    cluster: Cluster
    career: Career
    keys: Mapping[str, Mapping[str, str]]


def ties(
    reading: Reading, scene: Scene, keys: Mapping[str, Key], event_of: Callable[[str], str]
) -> Iterator[Ties]:
    """Yield what ties each person of a record to others.

    Args:
        reading: The record.
        scene: Where it plays.
        keys: The keys of its clusters.
        event_of: The id of the event that the cluster of an id belongs to.
    """
    about: dict[str, list[Relation]] = defaultdict(list)
    for one in reading.relations:
        about[one.source].append(one)
    for local, cluster in reading.clusters.items():
        if cluster.type == "Person":
            stands = list(_stands(reading, scene, keys, about[local]))
            found = {
                "reprint": {cluster.twin: "同文转载"},
                "team": dict(_teams(reading, keys, about[local])),
                "event": dict(_events(reading, event_of, about[local])),
                "area": dict(_areas(stands)),
                **_posts_and_bodies(reading, keys, about[local]),
            }
            who = (cluster.origin.reading, cluster.id)
            yield Ties(cluster, career(stands, who), found)


def same_persons(found: Iterable[Ties]) -> Iterator[tuple[list[Cluster], list[str]]]:
    """Yield the mentions that are one person, with the reasons; who stays alone is left out."""
    by_name: dict[str, list[Ties]] = defaultdict(list)
    for one in found:
        name = normal(one.cluster.name)
        if not _NOBODY.fullmatch(name):
            by_name[name].append(one)
    for name in sorted(by_name):
        if len(by_name[name]) > 1:
            yield from _Namesakes(by_name[name]).persons()


class _Namesakes:
    """All mentions of one name, joined rule by rule."""

    def __init__(self, found: Sequence[Ties]) -> None:
        self._found = sorted(found, key=lambda one: one.cluster.order)
        self._groups = Groups()
        self._careers: dict[str, Career] = {}
        for one in self._found:  # two records of one article may tell of the same mention
            told = self._careers.get(one.cluster.id, Career())
            self._careers[one.cluster.id] = merged((told, one.career))
        self._reasons: dict[str, list[str]] = defaultdict(list)

    def persons(self) -> Iterator[tuple[list[Cluster], list[str]]]:
        """Join by each rule in turn, and yield every person with more than one mention."""
        for rule in RULES:
            holders: dict[str, list[Ties]] = defaultdict(list)
            for one in self._found:
                for key in one.keys[rule]:
                    holders[key].append(one)
            for key in sorted(holders):
                if len(holders[key]) > 1:
                    self._join(holders[key], rule, key)
        members: dict[str, list[Cluster]] = defaultdict(list)
        for one in self._found:
            members[self._groups.of(one.cluster.id)].append(one.cluster)
        for head, clusters in members.items():
            if len({one.id for one in clusters}) > 1:
                yield clusters, self._reasons[head]

    def _join(self, holders: Sequence[Ties], rule: str, key: str) -> None:
        """Join the groups of all who share a key, as far as nothing speaks against it."""
        first: dict[str, Ties] = {}
        for one in holders:
            first.setdefault(self._groups.of(one.cluster.id), one)
        heads = list(first)
        if len(heads) == 1:
            return
        if contradicts_itself(merged(self._careers[one] for one in heads)):
            agreed = list(self._agreed(heads))
        else:
            agreed = [heads]
        for group in agreed:
            self._unite(group, first, first[group[0]].keys[rule][key])

    def _agreed(self, heads: Sequence[str]) -> Iterable[list[str]]:
        """Group those who can be one; alike careers are taken together first, to compare few."""
        alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for head in heads:
            alike[tuple(sorted(self._careers[head].offices))].append(head)
        blocks = []
        for block in alike.values():
            whole = merged(self._careers[one] for one in block)
            blocks.extend([[one] for one in block] if contradicts_itself(whole) else [block])
        careers = {block[0]: merged(self._careers[one] for one in block) for block in blocks}
        by_head = {block[0]: block for block in blocks}
        joined: set[str] = set()
        for group in agreeing(
            sorted(careers),
            lambda _a, _b: True,
            lambda a, b: contradict(careers[a], careers[b]),
        ):
            joined.update(group)
            yield [one for head in group for one in by_head[head]]
        for head, block in by_head.items():
            if head not in joined and len(block) > 1:
                yield block

    def _unite(self, group: Sequence[str], first: Mapping[str, Ties], why: str) -> None:
        ordered = sorted((first[one] for one in group), key=lambda one: one.cluster.order)
        whole = merged(self._careers[one] for one in group)
        reasons = [reason for one in group for reason in self._reasons.pop(one, [])]
        head = group[0]
        for one in group[1:]:
            head = self._groups.join(head, one)
        self._careers[head] = whole
        articles = "、".join(one.cluster.origin.article.id for one in ordered[:2])
        self._reasons[head] = list(dict.fromkeys([*reasons, f"同名，{why}（{articles}）"]))


def _teams(
    reading: Reading, keys: Mapping[str, Key], about: Sequence[Relation]
) -> Iterator[tuple[str, str]]:
    for one in about:
        target = reading.clusters[one.target]
        if one.type in ("LEADS", "DEPUTY_LEADS") and keys[target.id].id != target.id:
            yield keys[target.id].id, f"同在{target.name}"


def _events(
    reading: Reading, event_of: Callable[[str], str], about: Sequence[Relation]
) -> Iterator[tuple[str, str]]:
    for one in about:
        if one.type == "ATTENDS":
            target = reading.clusters[one.target]
            yield event_of(target.id), f"同场参加{target.date}{target.name}"


def _areas(stands: Iterable[Stand]) -> Iterator[tuple[str, str]]:
    """Yield the counties in which office is held; of leaders also the city or province."""
    for one in stands:
        county = one.office.county
        if one.office.kind not in _IN_OFFICE:
            continue
        if county:
            yield county.id, f"同在{county.full_name}任职"
        elif one.office.kind == "leader" and one.office.area:
            yield one.office.area.id, f"同为{one.office.area.full_name}领导"


def _posts_and_bodies(
    reading: Reading, keys: Mapping[str, Key], about: Sequence[Relation]
) -> dict[str, dict[str, str]]:
    """Give the posts and bodies held that are known outside this article as well."""
    posts: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for one, owner, post in _offices(reading, keys, about):
        target = reading.clusters[one.target]
        if owner.id != target.id:
            name = owner.shown(target.name)
            posts[post.id] = f"同任{name}{one.title}"
            if post.kind != "seat":  # a council has hundreds of members
                bodies[owner.id] = f"同属{name}"
    return {"post": posts, "body": bodies}


def _offices(
    reading: Reading, keys: Mapping[str, Key], about: Sequence[Relation]
) -> Iterator[tuple[Relation, Key, Office]]:
    for one in about:
        if one.type == "HOLDS":
            target = reading.clusters[one.target]
            owner = owner_of(keys[target.id], one.title)
            yield one, owner, office(owner, target.type, one.title)


def _stands(
    reading: Reading, scene: Scene, keys: Mapping[str, Key], about: Sequence[Relation]
) -> Iterator[Stand]:
    day = date.fromisoformat(scene.day) if scene.day else None
    for relation, _, post in _offices(reading, keys, about):
        if relation.status in _STANDING:
            yield Stand(post, day, relation.status == "appointed")
    for one in about:
        found = listed(one.listed_as, scene.place) if one.listed_as else None
        if found:
            yield Stand(found, day, began=False)
