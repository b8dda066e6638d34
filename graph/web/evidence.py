"""Evidence of an edge: each sentence that states it, with the quote and both ends marked."""

from collections.abc import Mapping

from graph.schema import EDGES
from graph.store import Store
from graph.web.elements import DRAWN, STRUCTURE, edge, nodes, page_of
from graph.web.errors import NotFoundError, WrongRequestError
from graph.web.fetch import ITEM, count, fetch
from graph.web.reading import Mark, marks, passage

MOST = 50
"""Pieces of evidence given at once."""

_EDGE = """
MATCH (a)-[e:{type}]->(b) WHERE e.id = $id
RETURN '{type}' AS type, a.id AS source, b.id AS target, properties(e) AS properties
"""
_TYPE = "MATCH (v:Evidence {edge_id: $id}) RETURN v.edge_type AS type ORDER BY type LIMIT 1"
_TOTAL = "MATCH (v:Evidence {edge_id: $id}) RETURN count(v) AS total"
_EVIDENCE = """
MATCH (v:Evidence {edge_id: $id})-[:FROM_ARTICLE]->(a:Article)
RETURN properties(v) AS piece, a.id AS article, a.title AS title, a.date AS date,
       a.source AS source, a.page AS page, a.text AS text, v.id AS id
ORDER BY date, article, id
LIMIT $limit
"""
_NAMES = """
UNWIND $ids AS id
MATCH (x:Name)-[:NAMES]->(n:Entity {id: id})
RETURN n.id AS entity, x.text AS name
ORDER BY entity, name
"""


def edge_with_evidence(store: Store, identity: str, kind: str = "") -> ITEM:
    """Give an edge, its two ends, and what states it.

    Args:
        store: Where to look.
        identity: Id of the edge.
        kind: Its type; found through its evidence when it is not told.

    Raises:
        NotFoundError: There is no such edge.
    """
    found = _find(store, identity, kind)
    both = [str(found["source"]), str(found["target"])]
    ends = {str(one["id"]): one for one in nodes(store, both)}
    names = names_of(store, list(ends))
    rows = fetch(store, _EVIDENCE, {"id": identity, "limit": MOST})
    total = count(fetch(store, _TOTAL, {"id": identity}), "total")
    return {
        "edge": found,
        "source": ends.get(both[0]),
        "target": ends.get(both[1]),
        "evidence": page_of([_piece(row, names) for row in rows], total),
    }


def names_of(store: Store, ids: list[str]) -> dict[str, str]:
    """Give every name of these entities, with the id it stands for; of two, the smaller id."""
    found: dict[str, str] = {}
    for row in fetch(store, _NAMES, {"ids": sorted(ids)}):
        found.setdefault(str(row["name"]), str(row["entity"]))
    return found


def marked(found: list[Mark]) -> list[ITEM]:
    """Shape marks for the page."""
    return [{"start": one.start, "stop": one.stop, "entity": one.what} for one in found]


def _find(store: Store, identity: str, kind: str) -> ITEM:
    if kind and kind not in DRAWN:
        raise WrongRequestError(f"{kind!r} is no type of edge; use {', '.join(DRAWN)}.")
    stated = [str(row["type"]) for row in fetch(store, _TYPE, {"id": identity})]
    for one in [kind] if kind else (*stated, *STRUCTURE):
        if one in EDGES:
            rows = fetch(store, _EDGE.format(type=one), {"id": identity})
            if rows:
                return edge(rows[0])
    raise NotFoundError(f"There is no edge {identity!r} in this graph.")


def _piece(row: Mapping[str, object], names: Mapping[str, str]) -> ITEM:
    found = row["piece"]
    piece = dict(found) if isinstance(found, Mapping) else {}
    where = row["title"] if piece.get("in") == "title" else row["text"]
    named = dict(names)
    if piece.get("edge_type") == "HOLDS" and piece.get("title"):
        named.setdefault(str(piece["title"]), str(piece["target"]))  # 区长 stands for the post
    read = passage(str(where or ""), int(piece.get("start", 0)), int(piece.get("stop", 0)))
    piece.pop("digest", None)
    return {
        **piece,
        "sentence": read.text,
        "mark": {"start": read.start, "stop": read.stop},
        "ends": marked(marks(read.text, named)),
        "article": {
            "id": row["article"],
            "title": row["title"] or "",
            "date": row["date"] or "",
            "source": row["source"] or "",
            "page": row["page"] or "",
        },
    }
