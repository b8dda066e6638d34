"""Mention clusters: what one article names, before anyone asks who it is elsewhere."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from graph.evidence import Article, Entity, Record, Relation, first_day, last_day
from graph.resolve.surface import tidy
from graph.schema import identifier

PREFIXES = {
    "Person": "person",
    "InspectionTeam": "team",
    "District": "district",
    "PublicBody": "body",
    "Enterprise": "enterprise",
    "Organization": "organization",
    "Event": "event",
    "Place": "place",
    "Post": "post",
}
"""The readable beginning of an id, for each type of entity."""

_LAST = "9999"  # a report without a day comes after all that have one


@dataclass(frozen=True, slots=True)
class Origin:
    """The article that a cluster stands in.

    Attributes:
        article: The article.
        day: Day of the report: the article's date, else the last day of the latest dated event of
            its record; empty when neither is known.
        days: First and last day that the date of the report may mean; empty texts when unknown.
        same_text: Hash that the reprints of one text share.
        extractor: Who read it.
        reading: Id of the record, so that two entities of one record stay two.
    """

    article: Article
    day: str
    days: tuple[str, str]
    same_text: str
    extractor: str
    reading: str

    @property
    def asof(self) -> str:
        """Give the day by which names of divisions are read; an undated report is read as of today.

        The day of an event will not do here: it may lie decades back.
        """
        return first_day(self.article.date) if self.article.date else ""

    @property
    def order(self) -> tuple[str, str]:
        """Sort reports by day, then article; those without a day come last."""
        return self.day or _LAST, self.article.id


@dataclass(frozen=True, slots=True)
class Cluster:
    """Everything by which one article names one thing.

    Attributes:
        id: Hash of article, type and first mention.
        forms: All its names: the entity's name, then resolved ones, then aliases.
        resolved: Those that were worked out and need not stand in the text.
        mentions: `[start, stop)` in code points of the article's text.
        spot: Where it is first named, white space not counted; equal in reprints.
    """

    id: str
    type: str
    name: str
    forms: tuple[str, ...]
    resolved: tuple[str, ...]
    mentions: tuple[tuple[int, int], ...]
    spot: int
    kind: str
    date: str
    origin: Origin

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sort clusters by report, then place in the text."""
        return *self.origin.order, self.spot, self.id

    @property
    def twin(self) -> str:
        """Give what this cluster and its copies in reprints of the same text share."""
        return identifier("twin", self.origin.same_text, self.type, str(self.spot), self.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """One record: its clusters by their local ids, and what it says of them."""

    origin: Origin
    clusters: dict[str, Cluster]
    relations: tuple[Relation, ...]


def readings(records: Iterable[Record]) -> tuple[Reading, ...]:
    """Turn records into readings, each record once, in an order that does not depend on theirs."""
    encoder = msgspec.json.Encoder(order="deterministic")
    unique = {encoder.encode(record): record for record in records}
    found = [_reading(record, hashlib.sha256(code).hexdigest()) for code, record in unique.items()]
    return tuple(sorted(found, key=lambda one: (*one.origin.order, one.origin.reading)))


def report_day(record: Record) -> str:
    """Give the day of the report; see `Origin.day`."""
    if record.article.date:
        return first_day(record.article.date)
    events = [one.date for one in record.entities if one.date]
    stated = events or [one.date or one.valid_from for one in record.relations]
    return max((last_day(one) for one in stated if one), default="")


def text_hash(article: Article) -> str:
    """Hash a text without its white space: equal for reprints, whatever their line width."""
    return hashlib.sha256(
        "".join(article.text.split()).encode("utf-8", "surrogatepass")
    ).hexdigest()[:16]


def _reading(record: Record, code: str) -> Reading:
    article = record.article
    day = report_day(record)
    days = (day, last_day(article.date) if article.date else day)
    origin = Origin(article, day, days, text_hash(article), record.extractor, code)
    clusters: dict[str, Cluster] = {}
    taken: set[str] = set()
    for entity, cluster in _clusters(record.entities, origin, taken):
        clusters[entity.id] = cluster
    kept = tuple(
        one for one in record.relations if one.source in clusters and one.target in clusters
    )
    return Reading(origin, clusters, kept)


def _clusters(
    entities: list[Entity], origin: Origin, taken: set[str]
) -> Iterator[tuple[Entity, Cluster]]:
    blanks = _Blanks(origin.article.text)
    for entity in entities:
        if entity.byline:
            continue
        mentions = tuple(sorted(set(entity.mentions)))
        first = mentions[0] if mentions else (-1, -1)
        where = (origin.article.id, entity.type, f"{first[0]}", f"{first[1]}")
        cluster_id = identifier(
            PREFIXES[entity.type], *where, *(() if mentions else (entity.name,))
        )
        if cluster_id in taken:  # two entities begin in one place: 第一、第二巡视组
            cluster_id = identifier(PREFIXES[entity.type], *where, entity.name, entity.id)
        taken.add(cluster_id)
        yield (
            entity,
            Cluster(
                id=cluster_id,
                type=entity.type,
                name=tidy(entity.name),
                forms=_forms(entity),
                resolved=tuple(tidy(one) for one in entity.resolved if one.strip()),
                mentions=mentions,
                spot=blanks.before(first[0]) if mentions else -1,
                kind=entity.kind,
                date=entity.date,
                origin=origin,
            ),
        )


def _forms(entity: Entity) -> tuple[str, ...]:
    whole = (entity.name, *entity.resolved, *entity.aliases)
    return tuple(dict.fromkeys(tidy(one) for one in whole if one.strip()))


class _Blanks:
    """Counts the characters of a text that are no white space, up to a code point."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: dict[int, int] = {}

    def before(self, stop: int) -> int:
        if stop not in self._counts:
            self._counts[stop] = len("".join(self._text[:stop].split()))
        return self._counts[stop]
