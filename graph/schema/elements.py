"""Node and Edge: the graph as values, on the way from resolution to a store or an export."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from graph.schema.declare import Kind, Property
from graph.schema.edges import EDGES
from graph.schema.errors import GovgraphError
from graph.schema.nodes import NODES

Value: TypeAlias = str | int | float | bool | list[str]

_JSON = json.JSONEncoder(
    ensure_ascii=False
)  # made once: an encoder a call costs more than the hash

_PYTHON: dict[Kind, type | tuple[type, ...]] = {
    Kind.TEXT: str,
    Kind.DATE: str,
    Kind.DAY: str,
    Kind.TEXTS: list,
    Kind.INTEGER: int,
    Kind.NUMBER: (int, float),
    Kind.FLAG: bool,
}


class SchemaError(GovgraphError):
    """A node or an edge says something the schema does not know."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its type, its id, and the properties that are known (never null, never empty)."""

    type: str
    id: str
    properties: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what the schema does not declare."""
        if self.type not in NODES:
            raise SchemaError(f"unknown node type {self.type!r}")
        _check(self.properties, NODES[self.type].properties, f"{self.type} {self.id}")


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes, given by their ids."""

    type: str
    id: str
    source: str
    target: str
    properties: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what the schema does not declare."""
        if self.type not in EDGES:
            raise SchemaError(f"unknown edge type {self.type!r}")
        _check(self.properties, EDGES[self.type].properties, f"{self.type} {self.id}")


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and edges of a graph, each id once, sorted by type in schema order, then id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def identifier(prefix: str, *parts: str) -> str:
    """Make a deterministic id: a readable prefix and 16 hex digits of SHA-256 over the parts.

    >>> identifier("person", "a", "b") == identifier("person", "a", "b")
    True
    >>> identifier("person", "ab", "") == identifier("person", "a", "b")
    False
    """
    whole = _JSON.encode(parts).encode("utf-8", "surrogatepass")
    return f"{prefix}-{hashlib.sha256(whole).hexdigest()[:16]}"


def digest(properties: Mapping[str, Value], *ends: str) -> str:
    """Hash properties (and an edge's ends) so that two states can be compared without reading them."""
    whole = _JSON.encode([sorted(properties.items()), ends])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _check(found: Mapping[str, Value], declared: tuple[Property, ...], what: str) -> None:
    kinds = {one.name: one.kind for one in declared}
    for name, value in found.items():
        if name not in kinds or name in ("id", "digest"):
            raise SchemaError(f"{what}: no property {name!r} in the schema")
        kind = kinds[name]
        if not isinstance(value, _PYTHON[kind]) or (
            isinstance(value, bool) and kind is not Kind.FLAG
        ):
            raise SchemaError(f"{what}: {name} should be {kind}, not {value!r}")
