"""Schema in, Cypher out: the statements that read and write the graph. Pure.

Labels, types and keys come from the schema alone; every value is a parameter. One text runs on
both stores. Names are checked once more before they stand in a text.
"""

import re
from functools import cache

from graph.schema import EDGES, NODES

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}", re.ASCII)

MARKER = "Workspace"
"""Label of the one node that says whose database this is."""


def create_nodes(kind: str) -> str:
    """Create nodes of a type from `$rows` of `{id, properties}`.

    Entity is set, not written in the pattern: for `:Person:Entity` the embedded engine would make a
    third type of both, where its Person is an Entity already.
    """
    second = " SET n:Entity" if NODES[kind].entity else ""
    return f"UNWIND $rows AS r CREATE (n:{word(kind)} {{id: r.id}}){second} SET n += r.properties"


def update_nodes(kind: str) -> str:
    """Set the properties of existing nodes; a null removes one, and a stranger's keys stay."""
    return f"UNWIND $rows AS r MATCH (n:{word(kind)} {{id: r.id}}) SET n += r.properties"


def delete_nodes(kind: str) -> str:
    """Delete our nodes whose ids are in `$ids`; a node without our digest is not ours."""
    return (
        f"UNWIND $ids AS i MATCH (n:{word(kind)} {{id: i}}) WHERE n.digest IS NOT NULL "
        "DETACH DELETE n"
    )


def create_edges(kind: str) -> str:
    """Create edges of a type from `$rows` of `{id, source, target, properties}`."""
    source, target = end_labels(kind)
    return (
        f"UNWIND $rows AS r MATCH (a:{source} {{id: r.source}}) MATCH (b:{target} {{id: r.target}}) "
        f"CREATE (a)-[e:{word(kind)} {{id: r.id}}]->(b) SET e += r.properties"
    )


def delete_edges(kind: str) -> str:
    """Delete the edges whose ids are in `$ids`, in the one form that is fast on both stores."""
    return f"MATCH (a)-[e:{word(kind)}]->(b) WHERE e.id IN $ids DELETE e"


def known_nodes(kind: str) -> str:
    """List id and digest of our nodes of a type."""
    return (
        f"MATCH (n:{word(kind)}) WHERE n.digest IS NOT NULL RETURN n.id AS id, n.digest AS digest"
    )


def known_edges(kind: str) -> str:
    """List id and digest of our edges of a type."""
    return (
        f"MATCH (a)-[e:{word(kind)}]->(b) WHERE e.digest IS NOT NULL "
        "RETURN e.id AS id, e.digest AS digest"
    )


def present_nodes(kind: str) -> str:
    """List which of `$ids` are our nodes of a type: what a batch of unknown fate has done."""
    return (
        f"UNWIND $ids AS i MATCH (n:{word(kind)} {{id: i}}) WHERE n.digest IS NOT NULL "
        "RETURN n.id AS id"
    )


def present_edges(kind: str) -> str:
    """List which of `$ids` are our edges of a type."""
    return (
        f"MATCH (a)-[e:{word(kind)}]->(b) WHERE e.id IN $ids AND e.digest IS NOT NULL "
        "RETURN e.id AS id"
    )


def node_ids(kind: str) -> str:
    """List the ids of our nodes of a type."""
    return f"MATCH (n:{word(kind)}) WHERE n.digest IS NOT NULL RETURN n.id AS id"


def edge_ids(kind: str) -> str:
    """List the ids of our edges of a type."""
    return f"MATCH (a)-[e:{word(kind)}]->(b) WHERE e.digest IS NOT NULL RETURN e.id AS id"


def some_nodes(kind: str) -> str:
    """Give the nodes of a type whose ids are in `$ids`, whole."""
    return f"UNWIND $ids AS i MATCH (n:{word(kind)} {{id: i}}) RETURN n.id AS id, n AS element"


def some_edges(kind: str) -> str:
    """Give the edges of a type whose ids are in `$ids`, whole, with the ids of their ends."""
    return (
        f"MATCH (a)-[e:{word(kind)}]->(b) WHERE e.id IN $ids "
        "RETURN e.id AS id, a.id AS source, b.id AS target, e AS element"
    )


def count_nodes(kind: str) -> str:
    """Count our nodes of a type."""
    return f"MATCH (n:{word(kind)}) WHERE n.digest IS NOT NULL RETURN count(n) AS count"


def count_edges(kind: str) -> str:
    """Count our edges of a type."""
    return f"MATCH (a)-[e:{word(kind)}]->(b) WHERE e.digest IS NOT NULL RETURN count(e) AS count"


@cache
def end_labels(kind: str) -> tuple[str, str]:
    """Give the labels by which the ends of an edge type are found: Entity, or the one type."""
    edge = EDGES[kind]
    return _label(edge.sources), _label(edge.targets)


def word(name: str) -> str:
    """Give a name of the schema back when it can stand in a text as it is.

    Raises:
        ValueError: It cannot; a schema with such a name is a mistake of the program.
    """
    if not _WORD.fullmatch(name):
        raise ValueError(f"the schema has the name {name!r}; use letters, digits and _ only")
    return name


def _label(types: tuple[str, ...]) -> str:
    if all(NODES[one].entity for one in types):
        return "Entity"
    if len(types) == 1:
        return word(types[0])
    raise ValueError(f"the ends {types} have no label in common to find them by")
