"""Overview: what the graph holds, and where to start in it."""

from importlib.metadata import version

from graph.schema import VERSION
from graph.store import Store
from graph.web.asked import MOST_IDS
from graph.web.elements import nodes, page_of
from graph.web.fetch import ITEM, fetch
from graph.web.neighbours import EXPAND

STARTS = 12
_LOOKED_AT = 60
_SPAN = """
MATCH (a:Article) WHERE a.date IS NOT NULL
RETURN min(a.date) AS first, max(a.date) AS last
"""
_START = """
MATCH (n:Entity) WHERE NOT n:Post
RETURN n.id AS id, coalesce(n.n_articles, 0) AS articles
ORDER BY articles DESC, id LIMIT $limit
"""


def meta(store: Store) -> ITEM:
    """Give the version, where the graph is kept, how much of what it holds, and the limits."""
    span = fetch(store, _SPAN, {})
    nodes_of, edges_of = store.counts()
    return {
        "version": version("govgraph"),
        "schema": VERSION,
        "store": store.address,
        "counts": {"nodes": nodes_of, "edges": edges_of},
        "span": [span[0]["first"], span[0]["last"]] if span else [None, None],
        "limits": {"expand": EXPAND, "canvas": MOST_IDS},
    }


def start(store: Store) -> ITEM:
    """Give the entities that most articles report, the better connected of equals first."""
    rows = fetch(store, _START, {"limit": _LOOKED_AT})
    told = {str(row["id"]): row["articles"] for row in rows}
    found = nodes(store, list(told))
    found.sort(key=lambda one: (told[str(one["id"])], one["degree"]), reverse=True)
    return page_of(found[:STARTS], min(STARTS, len(found)))
