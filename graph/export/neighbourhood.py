"""The part of a graph around one entity, gathered by statements of a thousand ids each."""

from collections.abc import Iterable, Iterator
from typing import Any

from graph.schema import EDGES, FACTS, NODES, Edge, Kind, Node, Property, Value
from graph.store import Store

_BATCH = 1000  # ids a statement
_STEPS = "|".join((*FACTS, "OF"))

# Facts and OF are walked both ways, PART_OF only down, into what lies inside.
_ACROSS = f"""
UNWIND $ids AS i
MATCH (a:Entity {{id: i}})-[:{_STEPS}]-(b:Entity)
WHERE b.digest IS NOT NULL
RETURN DISTINCT b.id AS id
"""
_DOWN = """
UNWIND $ids AS i
MATCH (a:Entity {id: i})<-[:PART_OF]-(b:Entity)
WHERE b.digest IS NOT NULL
RETURN DISTINCT b.id AS id
"""
_UP = """
UNWIND $ids AS i
MATCH (a:Entity {id: i})-[:PART_OF]->(b:Entity)
WHERE b.digest IS NOT NULL
RETURN DISTINCT b.id AS id
"""
_NODES = """
UNWIND $ids AS i
MATCH (n:{label} {{id: i}})
RETURN labels(n) AS labels, properties(n) AS node
"""
_OUT = """
UNWIND $ids AS i
MATCH (a:{label} {{id: i}})-[e:{type}]->(b:Entity)
RETURN a.id AS source, b.id AS target, properties(e) AS edge
"""
_EVIDENCE = """
UNWIND $ids AS i
MATCH (v:Evidence {edge_id: i})-[e:FROM_ARTICLE]->(a:Article)
RETURN labels(v) AS labels, properties(v) AS node, v.id AS source, a.id AS target,
       properties(e) AS edge
"""
_NAMES = """
UNWIND $ids AS i
MATCH (x:Entity {id: i})<-[e:NAMES]-(n:Name)
RETURN labels(n) AS labels, properties(n) AS node, n.id AS source, x.id AS target,
       properties(e) AS edge
"""

Row = dict[str, Any]


def gathered(store: Store, centre: str, hops: int) -> tuple[dict[str, Node], dict[str, Edge]]:
    """Gather a neighbourhood.

    Args:
        store: Where it is read from.
        centre: Id of an entity.
        hops: How many edges away from it things may lie.

    Returns:
        Nodes and edges by id: the entities, the edges among them, their names, the evidence of the
        facts, its articles, and what those mention of the entities.
    """
    entities = _within_reach(store, centre, hops)
    edges = list(_edges(store, (*FACTS, "OF", "PART_OF"), "Entity", entities, entities))
    pairs = [
        *_pairs(store, _EVIDENCE, [one.id for one in edges if one.type in FACTS], "FROM_ARTICLE"),
        *_pairs(store, _NAMES, entities, "NAMES"),
    ]
    articles = {edge.target for _, edge in pairs if edge.type == "FROM_ARTICLE"}
    edges += [edge for _, edge in pairs]
    edges += _edges(store, ("MENTIONS",), "Article", articles, entities)
    nodes = [node for node, _ in pairs]
    nodes += _nodes(store, "Entity", entities)
    nodes += _nodes(store, "Article", articles)
    return {one.id: one for one in nodes}, {one.id: one for one in edges}


def _within_reach(store: Store, centre: str, hops: int) -> set[str]:
    """Walk outwards, one hop at a time; give the ids that were reached."""
    reached, frontier = {centre}, {centre}
    wholes: set[str] = set()
    for _ in range(hops):
        walked = {
            str(row["id"]) for text in (_ACROSS, _DOWN) for row in _ask(store, text, frontier)
        }
        wholes |= {str(row["id"]) for row in _ask(store, _UP, frontier)}
        frontier = walked - reached
        reached |= frontier
    return reached | wholes


def _edges(
    store: Store, types: Iterable[str], label: str, sources: Iterable[str], targets: set[str]
) -> Iterator[Edge]:
    for name in types:
        for row in _ask(store, _OUT.format(label=label, type=name), sources):
            if row["target"] in targets:
                yield _edge(name, row)


def _nodes(store: Store, label: str, ids: Iterable[str]) -> Iterator[Node]:
    for row in _ask(store, _NODES.format(label=label), ids):
        yield _node(row)


def _pairs(store: Store, text: str, ids: Iterable[str], name: str) -> Iterator[tuple[Node, Edge]]:
    for row in _ask(store, text, ids):
        yield _node(row), _edge(name, row)


def _ask(store: Store, text: str, ids: Iterable[str]) -> Iterator[Row]:
    waiting = sorted(ids)
    for start in range(0, len(waiting), _BATCH):
        yield from store.read(text, {"ids": waiting[start : start + _BATCH]}).rows


def _node(row: Row) -> Node:
    name = next(one for one in row["labels"] if one in NODES)
    return Node(name, row["node"]["id"], _declared(row["node"], NODES[name].properties))


def _edge(name: str, row: Row) -> Edge:
    properties = _declared(row["edge"], EDGES[name].properties)
    return Edge(name, row["edge"]["id"], row["source"], row["target"], properties)


def _declared(found: dict[str, Any], properties: tuple[Property, ...]) -> dict[str, Value]:
    """Keep what is ours, in schema order: people may have given our nodes properties too."""
    return {
        one.name: float(found[one.name]) if one.kind is Kind.NUMBER else found[one.name]
        for one in properties
        if one.name in found and one.name not in ("id", "digest")
    }
