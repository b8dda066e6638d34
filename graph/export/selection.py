"""What to export: everything, or an entity with what lies within some hops of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.export.errors import SelectionError
from graph.export.neighbourhood import gathered
from graph.schema import EDGES, NODES, Edge, Node
from graph.store import Store
from graph.store.near import near_names

_NAMED = """
CALL () {
  MATCH (:Name {text: $around})-[:NAMES]->(e:Entity) RETURN e
  UNION
  MATCH (e:Entity {id: $around}) RETURN e
}
RETURN DISTINCT e.id AS id, coalesce(e.full_name, e.name) AS name,
       [label IN labels(e) WHERE label <> 'Entity'][0] AS type
ORDER BY id
"""
_FORMERLY = """
MATCH (e:Entity) WHERE $around IN e.all_ids
RETURN e.id AS id, e.name AS name, [label IN labels(e) WHERE label <> 'Entity'][0] AS type
ORDER BY id
"""
_MOST_HOPS = 6


@dataclass(frozen=True, slots=True)
class Selection:
    """What to export.

    Attributes:
        around: Name or id of an entity; empty for everything.
        hops: How many edges away from it things may lie. Facts and OF are walked both ways,
            PART_OF only down, into what lies inside: else every district would bring its whole
            province. What something is part of is kept, and not walked on from.
    """

    around: str = ""
    hops: int = 2

    def __post_init__(self) -> None:
        """Refuse a number of hops that makes no sense."""
        if not 0 <= self.hops <= _MOST_HOPS:
            raise SelectionError(f"hops is {self.hops}; give a number from 0 to {_MOST_HOPS}")

    def __str__(self) -> str:
        """Say it in words."""
        if not self.around:
            return "everything"
        return f"{self.hops} hop{'' if self.hops == 1 else 's'} around {self.around}"


def elements(store: Store, selection: Selection) -> Iterator[Node | Edge]:
    """Stream what is selected: nodes before edges, each by type in schema order, then id.

    Everything is streamed from the store; a neighbourhood is gathered in memory: its entities, the
    edges among them, their names, and the evidence and articles of the facts.

    Raises:
        SelectionError: The name names nothing, or several things.
    """
    if not selection.around:
        yield from store.elements()
        return
    nodes, edges = gathered(store, centre(store, selection.around), selection.hops)
    order = {name: place for place, name in enumerate((*NODES, *EDGES))}
    yield from sorted(nodes.values(), key=lambda one: (order[one.type], one.id))
    yield from sorted(edges.values(), key=lambda one: (order[one.type], one.id))


def centre(store: Store, around: str) -> str:
    """Give the id of the entity that a name or an id means.

    Raises:
        SelectionError: There is none, or there are several.
    """
    found = store.read(_NAMED, {"around": around}).rows
    found = found or store.read(_FORMERLY, {"around": around}).rows
    if not found:
        near = near_names(store, around, 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "nothing in the graph is like it"
        raise SelectionError(f"nothing is named {around!r}; {hint}")
    if len(found) > 1:
        listed = "; ".join(f"{row['id']} ({row['type']} {row['name']})" for row in found)
        raise SelectionError(f"{around!r} names {len(found)} things: {listed}. Give one of the ids")
    return str(found[0]["id"])
