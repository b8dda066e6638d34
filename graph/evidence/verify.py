"""Verify a record against the contract: types, ends, offsets, quotes, dates."""

from collections.abc import Callable, Iterator

import msgspec.structs

from graph.evidence.dates import first_day
from graph.evidence.issue import Issue
from graph.evidence.record import VERSION, Entity, Evidence, Record, Relation
from graph.schema import EDGES, ENTITIES, FACTS

STATUSES = ("current", "appointed", "removed", "former", "nominated")
KINDS = ("meeting", "signing", "ceremony", "inspection", "visit", "appointment", "press", "other")
_HELD = EDGES["OF"].targets  # a record's HOLDS points at the body; the Post is made at load

Report = Callable[[str, str], None]


def verify(record: Record, file: str = "", line: int = 0) -> tuple[Record | None, list[Issue]]:
    """Keep what holds of a record, and say what does not.

    Returns:
        The record with every entity, relation and piece of evidence that keeps the contract, or
        None when nothing of it can be used; and one issue for each thing refused.
    """
    issues: list[Issue] = []

    def refuse(what: str, reason: str) -> None:
        issues.append(Issue(file or record.article.file, line, what, reason))

    whole = _refused_whole(record)
    if whole:
        return None, [Issue(file or record.article.file, line, "record", whole, whole=True)]
    entities = list(_entities(record, refuse))
    relations = list(_relations(record, {one.id: one for one in entities}, refuse))
    kept = msgspec.structs.replace(record, entities=entities, relations=relations)
    return kept, issues


def _refused_whole(record: Record) -> str:
    if record.govgraph > VERSION:
        return (
            f"it is of format version {record.govgraph}, this program reads up to {VERSION}; "
            "install a newer govgraph"
        )
    if record.govgraph < 1:
        return f'there is no format version {record.govgraph}; write "govgraph": {VERSION}'
    if not record.article.id:
        return "article.id is empty; give each article an id of its own"
    if record.article.date and not _dated(record.article.date):
        return f"article.date {record.article.date!r} is no date such as 2023-11-15"
    return ""


def _entities(record: Record, refuse: Report) -> Iterator[Entity]:
    seen: set[str] = set()
    for place, entity in enumerate(record.entities, 1):
        what = f"entity {place} ({entity.name or entity.id})"
        reason = _entity_fault(entity, seen, len(record.article.text))
        if reason:
            refuse(what, reason)
            continue
        seen.add(entity.id)
        yield entity


def _entity_fault(entity: Entity, seen: set[str], length: int) -> str:
    if entity.type not in ENTITIES or entity.type == "Post":
        return f"unknown type {entity.type!r}; a Post is made at load and never stands in a record"
    if not entity.name.strip():
        return "it has no name"
    if entity.id in seen:
        return f"the id {entity.id!r} is used twice"
    if any(not 0 <= start < stop <= length for start, stop in entity.mentions):
        return f"a mention lies outside the text of {length} code points"
    if entity.date and not _dated(entity.date):
        return f"{entity.date!r} is no date such as 2023-11-13"
    if entity.type == "Event" and entity.kind and entity.kind not in KINDS:
        return f"unknown kind {entity.kind!r}; use one of {', '.join(KINDS)}"
    return ""


def _relations(record: Record, entities: dict[str, Entity], refuse: Report) -> Iterator[Relation]:
    for place, relation in enumerate(record.relations, 1):
        what = f"relation {place} ({relation.type})"
        reason = _relation_fault(relation, entities)
        if reason:
            refuse(what, reason)
            continue
        evidence = list(_evidence(record, relation.evidence, what, refuse))
        if not evidence:
            refuse(what, "no piece of its evidence holds")
            continue
        relation.evidence = evidence
        yield relation


def _relation_fault(relation: Relation, entities: dict[str, Entity]) -> str:
    if relation.type not in FACTS:
        return f"unknown type; use one of {', '.join(FACTS)}"
    for end, role in ((relation.source, "source"), (relation.target, "target")):
        if end not in entities:
            return f"its {role} {end!r} is no entity of the record"
    if relation.source == relation.target:
        return "its source and target are the same"
    edge = EDGES[relation.type]
    targets = _HELD if relation.type == "HOLDS" else edge.targets
    if entities[relation.source].type not in edge.sources:
        return f"a {entities[relation.source].type} cannot be its source"
    if entities[relation.target].type not in targets:
        return f"a {entities[relation.target].type} cannot be its target"
    return _detail_fault(relation, entities)


def _detail_fault(relation: Relation, entities: dict[str, Entity]) -> str:
    for stated in (relation.date, relation.valid_from, relation.valid_to):
        if stated and not _dated(stated):
            return f"{stated!r} is no date such as 2023-11-13"
    if relation.status and relation.status not in STATUSES:
        return f"unknown status {relation.status!r}; use one of {', '.join(STATUSES)}"
    if relation.type == "HOLDS" and not relation.title.strip():
        return "HOLDS needs the title of the post"
    if relation.event and relation.event not in entities:
        return f"its event {relation.event!r} is no entity of the record"
    if not relation.evidence:
        return "it has no evidence"
    return ""


def _evidence(
    record: Record, pieces: list[Evidence], what: str, refuse: Report
) -> Iterator[Evidence]:
    for place, piece in enumerate(pieces, 1):
        reason = _evidence_fault(record, piece)
        if reason:
            refuse(f"{what}, evidence {place}", reason)
        else:
            yield piece


def _evidence_fault(record: Record, piece: Evidence) -> str:
    if piece.where not in ("text", "title"):
        return f'"in" is {piece.where!r}; it must be text or title'
    text = record.article.text if piece.where == "text" else record.article.title
    if not 0 <= piece.start < piece.stop <= len(text):
        return f"[{piece.start}, {piece.stop}) lies outside the {piece.where} of {len(text)} code points"
    found = text[piece.start : piece.stop]
    if found != piece.quote:
        return f"the {piece.where} has {found!r} there, the quote says {piece.quote!r}"
    if not 0 <= piece.confidence <= 1:
        return f"the confidence {piece.confidence} is not between 0 and 1"
    return ""


def _dated(stated: str) -> bool:
    try:
        first_day(stated)
    except ValueError:
        return False
    return True
