"""An entity: what is known of it, its names, its facts by type, the articles that name it."""

from collections.abc import Mapping, Sequence

from graph.store import Store
from graph.web.elements import edge, nodes, page_of, pattern
from graph.web.errors import NotFoundError
from graph.web.fetch import ITEM, count, fetch
from graph.web.neighbours import counts

FACTS_OF_A_TYPE = 20
ARTICLES = 20

_ENTITY = "MATCH (n:Entity {id: $id}) RETURN n.id AS id, properties(n) AS properties"
# An id of before a merge: rare, so a scan is cheap enough.
_FORMER = "MATCH (n:Entity) WHERE $id IN n.all_ids RETURN n.id AS id ORDER BY id LIMIT 1"
_NAMES = """
MATCH (x:Name)-[e:NAMES]->(n:Entity {id: $id})
RETURN x.text AS text, e.kind AS kind
ORDER BY kind, text
"""
_OUT = """
MATCH (n:Entity {{id: $id}})-[e:{type}]->(m:Entity)
RETURN type(e) AS type, n.id AS source, m.id AS target, properties(e) AS properties,
       m.id AS other, 'out' AS direction, coalesce(e.date_max, e.last_reported, '') AS day,
       e.id AS id
ORDER BY day DESC, id SKIP $skip LIMIT $limit
"""
_IN = """
MATCH (n:Entity {{id: $id}})<-[e:{type}]-(m:Entity)
RETURN type(e) AS type, m.id AS source, n.id AS target, properties(e) AS properties,
       m.id AS other, 'in' AS direction, coalesce(e.date_max, e.last_reported, '') AS day,
       e.id AS id
ORDER BY day DESC, id SKIP $skip LIMIT $limit
"""
_ARTICLES = """
MATCH (a:Article)-[m:MENTIONS]->(n:Entity {id: $id})
RETURN a.id AS id, a.title AS title, a.date AS date, a.source AS source, m.count AS count
ORDER BY date DESC, id LIMIT $limit
"""
_ARTICLES_TOTAL = "MATCH (a:Article)-[:MENTIONS]->(:Entity {id: $id}) RETURN count(a) AS total"


def entity(store: Store, identity: str) -> ITEM:
    """Give all that the panel shows of an entity; an id of before a merge answers as well.

    Raises:
        NotFoundError: There is no such entity.
    """
    current, properties = _found(store, identity)
    for name in ("digest", "id", "name"):
        properties.pop(name, None)
    relations = counts(store, current)
    total = count(fetch(store, _ARTICLES_TOTAL, {"id": current}), "total")
    articles = fetch(store, _ARTICLES, {"id": current, "limit": ARTICLES})
    return {
        "entity": nodes(store, [current])[0],
        "properties": properties,
        "names": fetch(store, _NAMES, {"id": current}),
        "relations": relations,
        "facts": [facts(store, current, str(one["type"])) for one in relations],
        "articles": page_of(articles, total),
    }


def facts(store: Store, identity: str, kind: str, skip: int = 0) -> ITEM:
    """Give an entity's edges of one type, the latest first, some at a time."""
    pattern([kind])
    given = {"id": identity, "skip": 0, "limit": skip + FACTS_OF_A_TYPE}
    rows = [row for text in (_OUT, _IN) for row in fetch(store, text.format(type=kind), given)]
    rows.sort(key=lambda row: str(row["id"]))
    rows.sort(key=lambda row: str(row["day"]), reverse=True)
    shown = rows[skip : skip + FACTS_OF_A_TYPE]
    known = {one["id"]: one for one in nodes(store, [str(row["other"]) for row in shown])}
    items = [
        {**edge(row), "other": known.get(row["other"]), "direction": row["direction"]}
        for row in shown
    ]
    total = _total(counts(store, identity), kind)
    after = skip + len(items)
    page = page_of(items, total, str(after) if after < total else "")
    return {"type": kind, **page, "truncated": after < total}


def _found(store: Store, identity: str) -> tuple[str, ITEM]:
    rows = fetch(store, _ENTITY, {"id": identity})
    if not rows:
        former = fetch(store, _FORMER, {"id": identity})
        rows = fetch(store, _ENTITY, {"id": former[0]["id"]}) if former else []
    if not rows or not isinstance(rows[0]["properties"], Mapping):
        raise NotFoundError(f"There is no entity {identity!r} in this graph.")
    return str(rows[0]["id"]), dict(rows[0]["properties"])


def _total(relations: Sequence[ITEM], kind: str) -> int:
    for one in relations:
        if one["type"] == kind:
            value = one["edges"]
            return value if isinstance(value, int) else 0
    return 0
