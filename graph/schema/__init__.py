"""The schema, declared once: node types, edge types, properties, and what derives from them."""

from graph.schema.declare import EdgeType, Kind, Label, NodeType, Property
from graph.schema.edges import EDGES, FACTS
from graph.schema.elements import Edge, Graph, Node, SchemaError, Value, digest, identifier
from graph.schema.errors import Exit, GovgraphError
from graph.schema.nodes import ENTITIES, NODES

VERSION = 1
"""Version of the schema; a store or workspace of a later one is refused in a sentence."""

__all__ = [
    "EDGES",
    "ENTITIES",
    "FACTS",
    "NODES",
    "VERSION",
    "Edge",
    "EdgeType",
    "Exit",
    "GovgraphError",
    "Graph",
    "Kind",
    "Label",
    "Node",
    "NodeType",
    "Property",
    "SchemaError",
    "Value",
    "digest",
    "identifier",
]
