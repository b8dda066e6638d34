"""Node-link JSON: the form that networkx and d3 read. Written as a stream."""

from pathlib import Path

import msgspec

from graph.export.base import Elements, Options
from graph.schema import VERSION, Edge, Node

_HEAD = (
    '{{"directed": true, "multigraph": true, "graph": {{"schema_version": {version}}},\n"nodes": ['
)


def write(elements: Elements, target: Path, options: Options) -> list[str]:
    """Write a graph as `networkx.node_link_graph(…, edges="edges")` reads it.

    A node has `id`, `type` and its properties; an edge `source`, `target`, `key` (its id), `type`
    and its properties. One element a line.
    """
    del options  # none of them is about JSON
    encode = msgspec.json.Encoder().encode
    with target.open("wb") as out:
        out.write(_HEAD.format(version=VERSION).encode())
        in_edges, separator = False, b"\n"
        for element in elements:
            if isinstance(element, Edge) and not in_edges:
                out.write(b'\n],\n"edges": [')
                in_edges, separator = True, b"\n"
            out.write(separator + encode(_object(element)))
            separator = b",\n"
        out.write(b"\n]}\n" if in_edges else b'\n],\n"edges": []}\n')
    return []


def _object(element: Node | Edge) -> dict[str, object]:
    if isinstance(element, Node):
        return {"id": element.id, "type": element.type, **element.properties}
    ends = {"source": element.source, "target": element.target, "key": element.id}
    return {**ends, "type": element.type, **element.properties}
