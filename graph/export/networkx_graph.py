"""The graph as a networkx object, for measures and drawings."""

import networkx as nx

from graph.export.base import Elements
from graph.schema import Node


def as_networkx(elements: Elements) -> "nx.MultiDiGraph[str]":
    """Build a networkx.MultiDiGraph; nodes and edges are keyed by their ids, with `type`.

    >>> graph = as_networkx([Node("Place", "place-1", {"name": "广场"})])
    >>> graph.nodes["place-1"]
    {'type': 'Place', 'name': '广场'}
    """
    graph = nx.MultiDiGraph()
    for one in elements:
        if isinstance(one, Node):
            graph.add_node(one.id, type=one.type, **one.properties)
        else:
            graph.add_edge(one.source, one.target, key=one.id, type=one.type, **one.properties)
    return graph
