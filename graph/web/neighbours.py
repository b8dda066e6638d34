"""Neighbours: the entities next to one, the most reported first, a few at a time."""

from collections.abc import Sequence

from graph.store import Store
from graph.web.elements import DRAWN, edges_among, nodes, page_of, pattern
from graph.web.fetch import ITEM, count, fetch

EXPAND = 25
"""Entities that one expansion adds unless told otherwise."""

_NEXT = """
MATCH (n:Entity {{id: $id}})-[e:{types}]-(m:Entity)
WHERE NOT m.id IN $without
RETURN m.id AS id, coalesce(m.n_articles, 0) AS articles, max(coalesce(e.date_max, '')) AS latest,
       max(CASE type(e) WHEN 'PART_OF' THEN 0 ELSE 1 END) AS more_than_inside
ORDER BY more_than_inside DESC, articles DESC, latest DESC, id
SKIP $skip LIMIT $limit
"""
_TOTAL = """
MATCH (n:Entity {{id: $id}})-[:{types}]-(m:Entity)
WHERE NOT m.id IN $without
RETURN count(DISTINCT m) AS total
"""
_COUNTS = """
MATCH (n:Entity {{id: $id}})-[e:{types}]-(m:Entity)
RETURN type(e) AS type, count(DISTINCT e) AS edges, count(DISTINCT m) AS entities
ORDER BY type
"""


def neighbours(  # noqa: PLR0913 - one argument for each parameter of the request
    store: Store,
    identity: str,
    *,
    types: Sequence[str] = (),
    without: Sequence[str] = (),
    skip: int = 0,
    limit: int = EXPAND,
) -> ITEM:
    """Give entities next to one, and the edges among them and it.

    Args:
        store: Where to look.
        identity: Id of the entity.
        types: Types of edge to follow; none means all that are drawn.
        without: Ids that are shown already and do not count.
        skip: How many to pass over.
        limit: How many to give.
    """
    given: dict[str, object] = {"id": identity, "without": list(without)}
    drawn = pattern(types or DRAWN)
    total = count(fetch(store, _TOTAL.format(types=drawn), given), "total")
    text = _NEXT.format(types=drawn)
    rows = fetch(store, text, {**given, "skip": skip, "limit": limit})
    found = [str(row["id"]) for row in rows]
    after = skip + len(found)
    return {
        "nodes": page_of(nodes(store, found), total, str(after) if after < total else ""),
        "edges": edges_among(store, [identity, *found]),
        "counts": counts(store, identity),
    }


def counts(store: Store, identity: str) -> list[ITEM]:
    """Tell for each type of edge how many there are at an entity, and to how many others."""
    rows = fetch(store, _COUNTS.format(types=pattern()), {"id": identity})
    by_type = {str(row["type"]): row for row in rows}
    return [
        {"type": one, "edges": by_type[one]["edges"], "entities": by_type[one]["entities"]}
        for one in DRAWN
        if one in by_type
    ]
