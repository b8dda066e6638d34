"""Facts: all pieces of evidence for one edge, and when it holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.evidence import Evidence, Relation
from graph.resolve.clusters import Origin, Reading
from graph.resolve.identity import Identity
from graph.resolve.posts import owner_of, post_id
from graph.schema import EDGES, identifier

_OCCASIONS = ("VISITS", "INSPECTS", "SIGNS_WITH")
_EVENT_DATED = ("ATTENDS", "ORGANIZES", "HELD_IN")
# The same day may bring several reports of one post: what happened wins over what is.
_STATUS_ORDER = ("nominated", "former", "current", "appointed", "removed")


@dataclass(frozen=True, slots=True)
class Piece:
    """One place in one article that states a fact, with both ends resolved.

    Attributes:
        date: The date stated for it or for its event.
        event: Id of the signing event, when one is stated.
    """

    type: str
    source: str
    target: str
    relation: Relation
    evidence: Evidence
    origin: Origin
    date: str
    event: str

    @property
    def order(self) -> tuple[str, str, str, int, int, str]:
        """Sort by report, then place; a title comes before its text."""
        where = "0" if self.evidence.where == "title" else "1"
        return (
            *self.origin.order, where, self.evidence.start, self.evidence.stop, self.evidence.rule,
        )  # fmt: skip

    @property
    def status(self) -> str:
        """Give the status of a post; current when nothing is said."""
        return (self.relation.status or "current") if self.type == "HOLDS" else ""

    @property
    def begins(self) -> str:
        """Give the stated start, or the day of an appointment."""
        stated = self.relation.valid_from
        return stated or (self.relation.date if self.status == "appointed" else "")

    @property
    def ends(self) -> str:
        """Give the stated end, or the day of a removal."""
        return self.relation.valid_to or (self.relation.date if self.status == "removed" else "")


@dataclass(frozen=True, slots=True)
class Fact:
    """One edge: its id and its evidence, the earliest first."""

    id: str
    type: str
    source: str
    target: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PostOf:
    """A post that somebody is said to hold: its body, and its title as written."""

    id: str
    owner: str
    title: str


def posts(readings: Iterable[Reading], identity: Identity) -> dict[str, PostOf]:
    """Give every post that is held, by its id; of several spellings the first as sorted."""
    found: dict[str, PostOf] = {}
    for reading in readings:
        for one in reading.relations:
            if one.type == "HOLDS":
                post = _post(reading, one, identity)
                other = found.get(post.id)
                found[post.id] = min(post, other, key=lambda each: each.title) if other else post
    return found


def facts(readings: Iterable[Reading], identity: Identity) -> Iterator[Fact]:
    """Yield every fact edge with all its evidence."""
    groups: dict[tuple[str, str, str], list[Piece]] = defaultdict(list)
    for reading in readings:
        for piece in _pieces(reading, identity):
            if piece.source != piece.target:  # 徐汇区 signs with 徐汇区政府, once both are one
                groups[(piece.type, piece.source, piece.target)].append(piece)
    for (kind, source, target), pieces in groups.items():
        for stint, members in _stints(kind, sorted(pieces, key=lambda one: one.order)):
            prefix = kind.lower().replace("_", "-")
            edge = identifier(prefix, kind, source, target, stint)
            yield Fact(edge, kind, source, target, tuple(members))


def _pieces(reading: Reading, identity: Identity) -> Iterator[Piece]:
    for one in reading.relations:
        source = identity.of(reading.clusters[one.source])
        target = identity.of(reading.clusters[one.target])
        if one.type == "HOLDS":
            target = _post(reading, one, identity).id
        elif EDGES[one.type].symmetric:
            source, target = sorted((source, target))
        event = reading.clusters.get(one.event)
        date = one.date or _event_date(reading, one)
        for piece in one.evidence:
            yield Piece(
                type=one.type,
                source=source,
                target=target,
                relation=one,
                evidence=piece,
                origin=reading.origin,
                date=date,
                event=identity.of(event) if event else "",
            )


def _post(reading: Reading, relation: Relation, identity: Identity) -> PostOf:
    target = reading.clusters[relation.target]
    owner = owner_of(identity.keys[target.id], relation.title).id
    return PostOf(post_id(owner, relation.title), owner, relation.title)


def _event_date(reading: Reading, relation: Relation) -> str:
    """Give the date of the event that a relation is about."""
    if relation.type == "SIGNS_WITH":
        return reading.clusters[relation.event].date if relation.event in reading.clusters else ""
    if relation.type in _EVENT_DATED:
        ends = (reading.clusters[relation.source], reading.clusters[relation.target])
        return next((one.date for one in ends if one.type == "Event"), "")
    return ""


def _stints(kind: str, pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Part the evidence of two ends into edges: one for each tenure, visit, stay or signing."""
    if kind == "HOLDS":
        yield from _tenures(pieces)
    elif kind in _OCCASIONS:
        yield from _occasions(pieces)
    else:
        yield "", list(pieces)


def _tenures(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Part a post's evidence where an appointment follows a removal."""
    ordered = sorted(
        pieces, key=lambda one: (one.origin.day or "9999", status_rank(one), one.order)
    )
    stint, removed = "", ""
    members: list[Piece] = []
    for one in ordered:
        if one.status == "appointed" and removed and one.origin.day > removed:
            yield stint, members
            stint, members, removed = one.begins or one.origin.day, [], ""
        if one.status == "removed":
            removed = one.origin.day
        members.append(one)
    yield stint, sorted(members, key=lambda one: one.order)


def status_rank(piece: Piece) -> int:
    """Rank a status among reports of one day; the last one counts."""
    return _STATUS_ORDER.index(piece.status) if piece.status else 0


def _occasions(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Part evidence by date; what gives a coarser date, or none, goes with the only one it fits."""
    dated: dict[str, list[Piece]] = defaultdict(list)
    for one in pieces:
        dated[one.relation.valid_from or one.date].append(one)
    spans = {key: max((one.relation.valid_to for one in dated[key]), default="") for key in dated}
    merged: dict[str, list[Piece]] = defaultdict(list)
    into = _fitted(spans)
    for key, members in dated.items():
        merged[into[key]].extend(members)
    for key in sorted(merged):
        yield key, sorted(merged[key], key=lambda one: one.order)


def _fitted(spans: Mapping[str, str]) -> dict[str, str]:
    """Give for each date the date of the edge that it belongs to.

    Args:
        spans: For each stated date or start the end that is stated with it, or nothing.
    """
    into: dict[str, str] = {}
    for key in spans:
        around = [
            one for one in spans if one and one < key <= spans[one] and not key.startswith(one)
        ]
        into[key] = around[0] if len(around) == 1 and not spans[key] else key
    edges = {key for key in spans if into[key] == key}
    for key in sorted(edges, key=lambda one: (-len(one), one)):
        finer = [one for one in edges if one != key and one.startswith(key)]
        if len(finer) == 1:
            edges.discard(key)
            into = {one: finer[0] if end == key else end for one, end in into.items()}
    return into


def evidence_id(edge: str, piece: Piece) -> str:
    """Give the id of a piece of evidence: edge, article and span, not who read it."""
    at = piece.evidence
    return identifier(
        "evidence", edge, piece.origin.article.id, at.where, str(at.start), str(at.stop)
    )
