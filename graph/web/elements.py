"""Nodes and edges as the page draws them: (n:Entity) and the edges between entities."""

from collections.abc import Iterable, Mapping, Sequence

from graph.schema import EDGES, ENTITIES, FACTS
from graph.store import Store
from graph.web.errors import WrongRequestError
from graph.web.fetch import ITEM, fetch

STRUCTURE = ("OF", "PART_OF")
DRAWN: tuple[str, ...] = (*FACTS, *STRUCTURE)
"""Types of edge between two entities; the others lead to names, articles and evidence."""

_NODES = """
UNWIND $ids AS id
MATCH (n:Entity {{id: id}})
OPTIONAL MATCH (n)-[:{types}]-(m:Entity)
RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.full_name AS full_name,
       n.date AS date, n.official AS official, count(DISTINCT m) AS degree
ORDER BY id
"""
_POSTS = """
UNWIND $ids AS id
MATCH (p:Person {id: id})-[e:HOLDS]->(o:Post)
RETURN p.id AS id, o.name AS post, e.attested_last AS last, o.id AS key
ORDER BY id, last DESC, key
"""
_AREAS = """
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[e:PART_OF]->(d:District)
RETURN n.id AS id, coalesce(d.full_name, d.name) AS area, d.id AS key
ORDER BY id, key
"""
_AMONG = """
UNWIND $ids AS id
MATCH (a:Entity {{id: id}})-[e:{types}]->(b:Entity)
WHERE b.id IN $ids
RETURN type(e) AS type, a.id AS source, b.id AS target, properties(e) AS properties, e.id AS id
ORDER BY id
"""
_MOST_POSTS = 2  # more would not fit a line


def pattern(types: Iterable[str] = DRAWN) -> str:
    """Write edge types as a Cypher alternative, each checked against the schema.

    >>> pattern(("LEADS", "HOLDS"))
    'LEADS|HOLDS'

    Raises:
        WrongRequestError: A type is not one that is drawn.
    """
    chosen = tuple(types)
    for one in chosen:
        if one not in DRAWN:
            raise WrongRequestError(f"{one!r} is no type of edge; use {', '.join(DRAWN)}.")
    return "|".join(chosen)


def entity_type(labels: object) -> str:
    """Pick the type out of a node's labels, whatever their order.

    >>> entity_type(["Person", "Entity"])
    'Person'
    """
    found = labels if isinstance(labels, list) else []
    return next((one for one in ENTITIES if one in found), "")


def nodes(store: Store, ids: Sequence[str]) -> list[ITEM]:
    """Give the entities of these ids, sorted by id; an unknown id gives nothing.

    `degree` counts the entities next to it; `note` tells namesakes apart.
    """
    if not ids:
        return []
    given = {"ids": sorted(set(ids))}
    rows = fetch(store, _NODES.format(types=pattern()), given)
    posts = _by_id(fetch(store, _POSTS, given), "post")
    areas = _by_id(fetch(store, _AREAS, given), "area")
    return [_node(row, posts.get(row["id"], []), areas.get(row["id"], [])) for row in rows]


def edges_among(store: Store, ids: Sequence[str]) -> list[ITEM]:
    """Give every drawn edge whose ends are both among these entities, sorted by id."""
    if not ids:
        return []
    text = _AMONG.format(types=pattern())
    return [edge(row) for row in fetch(store, text, {"ids": sorted(set(ids))})]


def edge(row: Mapping[str, object]) -> ITEM:
    """Shape a row with type, source, target and properties as an edge."""
    found = row["properties"]
    properties = dict(found) if isinstance(found, Mapping) else {}
    properties.pop("digest", None)
    return {
        "id": properties.pop("id", ""),
        "type": row["type"],
        "source": row["source"],
        "target": row["target"],
        "fact": EDGES[str(row["type"])].fact,
        "properties": properties,
    }


def page_of(items: Sequence[object], total: int, cursor: str = "") -> ITEM:
    """Wrap a list so that what is left out is always said."""
    return {
        "items": list(items),
        "shown": len(items),
        "total": total,
        "truncated": len(items) < total,
        "cursor": cursor,
    }


def _by_id(rows: Iterable[ITEM], column: str) -> dict[object, list[str]]:
    found: dict[object, list[str]] = {}
    for row in rows:
        found.setdefault(row["id"], []).append(str(row[column]))
    return found


def _node(row: ITEM, posts: Sequence[str], areas: Sequence[str]) -> ITEM:
    note = row["full_name"] or row["date"] or "、".join(posts[:_MOST_POSTS]) or "".join(areas[:1])
    return {
        "id": row["id"],
        "type": entity_type(row["labels"]),
        "name": row["name"],
        "note": note,
        "official": bool(row["official"]),
        "degree": row["degree"],
    }
