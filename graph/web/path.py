"""Path: how two entities are connected, over facts and posts, with a quote for each hop."""

from graph.schema import FACTS
from graph.store import Store
from graph.web.elements import edges_among, nodes, page_of, pattern
from graph.web.errors import NotFoundError, WrongRequestError
from graph.web.fetch import ITEM, fetch

LONGEST = 6
MOST = 3
"""Paths of the same length that are given."""

_PATHS = """
MATCH (a:Entity {{id: $from}}), (b:Entity {{id: $to}})
MATCH p = allShortestPaths((a)-[:{types}*1..{longest}]-(b))
RETURN [n IN nodes(p) | n.id] AS ids, [e IN relationships(p) | e.id] AS edges
ORDER BY ids, edges LIMIT {most}
"""


def paths(store: Store, start: str, end: str, longest: int = LONGEST) -> ITEM:
    """Give the shortest paths between two entities, at most three, each as nodes and hops.

    Raises:
        NotFoundError: One of the two is unknown.
        WrongRequestError: Both are the same.
    """
    if start == end:
        raise WrongRequestError("A path needs two different ends.")
    known = {str(one["id"]) for one in nodes(store, [start, end])}
    for one in (start, end):
        if one not in known:
            raise NotFoundError(f"There is no entity {one!r} in this graph.")
    text = _PATHS.format(types=pattern((*FACTS, "OF")), longest=longest, most=MOST + 1)
    rows = fetch(store, text, {"from": start, "to": end})
    found = [_path(store, _texts(row["ids"]), _texts(row["edges"])) for row in rows[:MOST]]
    return {"from": start, "to": end, **page_of(found, len(rows))}


def _path(store: Store, ids: list[str], edges: list[str]) -> ITEM:
    known = {str(one["id"]): one for one in nodes(store, ids)}
    between = {str(one["id"]): one for one in edges_among(store, ids)}
    return {
        "nodes": [known[one] for one in ids],
        "hops": [between[one] for one in edges],
    }


def _texts(found: object) -> list[str]:
    return [str(one) for one in found] if isinstance(found, list) else []
