"""Read the graph back: every node and edge that is ours, in canonical order, page by page."""

import json
from collections.abc import Iterator, Mapping

from graph.schema import EDGES, NODES, Edge, Kind, Node, Property, Value
from graph.store import cypher
from graph.store.connection import Connection, Limits

PAGE = 2_000
"""Elements a page; beside a page only the ids of one type are in memory."""

_LIMITS = Limits(seconds=300.0)


def elements(connection: Connection) -> Iterator[Node | Edge]:
    """Yield nodes, then edges, by type in schema order, then by id.

    What strangers put into the database, and what they added to our nodes, is left out.
    """
    for kind, node in NODES.items():
        for row in _pages(connection, cypher.node_ids(kind), cypher.some_nodes(kind)):
            yield Node(kind, str(row["id"]), _ours(row["element"], node.properties))
    for kind, edge in EDGES.items():
        for row in _pages(connection, cypher.edge_ids(kind), cypher.some_edges(kind)):
            properties = _ours(row["element"], edge.properties)
            yield Edge(kind, str(row["id"]), str(row["source"]), str(row["target"]), properties)


def dump(connection: Connection) -> Iterator[str]:
    """Yield one line of canonical JSON for each element: equal graphs give equal lines."""
    for element in elements(connection):
        yield line(element)


def line(element: Node | Edge) -> str:
    """Write an element as one line of canonical JSON.

    >>> line(Node("Place", "place-1", {"name": "东湖礼堂"}))
    '{"id":"place-1","node":"Place","properties":{"name":"东湖礼堂"}}'
    """
    whole: dict[str, object] = {"id": element.id, "properties": dict(element.properties)}
    if isinstance(element, Edge):
        whole |= {"edge": element.type, "source": element.source, "target": element.target}
    else:
        whole["node"] = element.type
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _pages(connection: Connection, listing: str, page: str) -> Iterator[dict[str, object]]:
    """Yield whole elements in the order of their ids.

    All ids are asked for first and sorted here: a page "after this id" costs the embedded engine a
    walk over the whole type.
    """
    ids = sorted(str(row["id"]) for row in connection.read(listing, {}, _LIMITS).rows)
    for start in range(0, len(ids), PAGE):
        rows = connection.read(page, {"ids": ids[start : start + PAGE]}, _LIMITS).rows
        yield from sorted(rows, key=lambda row: str(row["id"]))


def _ours(element: object, declared: tuple[Property, ...]) -> dict[str, Value]:
    """Keep the declared properties of a plain node or edge, without id and digest."""
    assert isinstance(element, dict)  # noqa: S101 - the statement returns a node or an edge
    stored: Mapping[str, Value] = element["properties"]
    return {
        one.name: float(stored[one.name]) if one.kind is Kind.NUMBER else stored[one.name]  # type: ignore[arg-type]
        for one in declared
        if one.name in stored and one.name not in ("id", "digest")
    }
